package org.shangbao.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads scans of our papers out of PDF, JPEG, PNG or TIFF bytes nobody vouches for. Holds one page in memory at a time and nothing
 * between calls; safe for several threads. Takes 0.2 to 0.6 s of processor time a page.
 */
public final class ScanReader {
    private static final Logger LOG = LoggerFactory.getLogger(ScanReader.class);
    private static final int ANY_PAGE = 0;
    /** Pixels per mm of crops: 200 dpi, as the pages are read. */
    private static final double CROP_SCALE = ScanSource.LONG_SIDE / PaperGeometry.SHEET_HEIGHT;
    private static final int FAIR_RESOLUTION = 145;
    private static final int POOR_RESOLUTION = 115;
    private static final int GOOD_CONTRAST = 90;
    private static final int POOR_CONTRAST = 50;

    private final ScanLimits limits;

    /** Creates a reader with {@link ScanLimits#STANDARD}. */
    public ScanReader() { this(ScanLimits.STANDARD); }

    /** Creates a reader with other bounds. */
    public ScanReader(ScanLimits limits) { this.limits = limits; }

    /**
     * Reads one scan file and looks for stamp and ink on every page with a code.
     *
     * @param file read to its end or to the bound of bytes; not closed
     * @throws IOException if the stream fails, which says nothing about the scan
     */
    public ScanReading read(InputStream file) throws IOException {
        return read(List.of(file.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, limits.maxBytes() + 1L))));
    }

    /** Reads a scan of one or more files and looks for stamp and ink on every page with a code. */
    public ScanReading read(List<byte[]> files) {
        return readAll(files, ANY_PAGE, page -> {});
    }

    /**
     * Reads a scan and says after each page how far it is.
     *
     * @param watch called on this thread with the page just read; what it throws ends the reading
     */
    public ScanReading read(List<byte[]> files, Consumer<ScanPage> watch) { return readAll(files, ANY_PAGE, watch); }

    /**
     * Reads a scan of one or more files and looks for stamp and ink on the page of the report that carries the 签章区.
     *
     * @param files         whole files, in the order people gave them
     * @param signaturePage number of that page on the paper, from 1
     */
    public ScanReading read(List<byte[]> files, int signaturePage) {
        if (signaturePage < 1) {
            throw new IllegalArgumentException("pages count from 1: " + signaturePage);
        }
        return readAll(files, signaturePage, page -> {});
    }

    /**
     * Reads one page that is in memory as a picture already, for example straight from a camera, and looks for stamp and ink on it.
     *
     * @param picture  the sheet fills most of it, in any direction; not changed
     * @param position place of the page in the scan, from 1
     * @throws IllegalArgumentException if the picture has more pixels than the bound or {@code position} is less than 1
     */
    public ScanPage readPage(BufferedImage picture, int position) {
        if (position < 1 || (long) picture.getWidth() * picture.getHeight() > limits.maxPicturePixels()) {
            throw new IllegalArgumentException("no page: position " + position + ", " + picture.getWidth() + " × " + picture.getHeight());
        }
        ScanSource.PagePicture page = new ScanSource.PagePicture(Pictures.standard(picture), Math.max(picture.getWidth(), picture
                .getHeight()), false);
        return readPage(page, position, 1, position, ANY_PAGE);
    }

    private ScanReading readAll(List<byte[]> files, int signaturePage, Consumer<ScanPage> watch) {
        long bytes = 0;
        for (byte[] file : files) {
            bytes += file.length;
        }
        if (bytes > limits.maxBytes()) {
            return new ScanReading.Refused(0, ScanRefusal.TOO_MANY_BYTES);
        }
        List<ScanPage> pages = new ArrayList<>();
        for (int file = 1; file <= files.size(); file++) {
            try (ScanSource source = open(files.get(file - 1))) {
                if (pages.size() + source.pageCount() > limits.maxPages()) {
                    return new ScanReading.Refused(file, ScanRefusal.TOO_MANY_PAGES);
                }
                for (int page = 1; page <= source.pageCount(); page++) {
                    pages.add(readPage(source.page(page - 1), pages.size() + 1, file, page, signaturePage));
                    watch.accept(pages.getLast());
                }
            } catch (ScanUnreadableException e) {
                LOG.info("Scan file {} refused: {}", file, e.refusal(), e.getCause());
                return new ScanReading.Refused(file, e.refusal());
            }
        }
        return pages.isEmpty() ? new ScanReading.Refused(0, ScanRefusal.EMPTY) : new ScanReading.Read(pages);
    }

    private ScanSource open(byte[] file) throws ScanUnreadableException {
        if (file.length == 0) {
            throw new ScanUnreadableException(ScanRefusal.EMPTY);
        }
        if (PdfGuard.isPdf(file)) {
            return PdfSource.open(file, limits);
        }
        Optional<String> format = PictureSource.format(file);
        if (format.isEmpty()) {
            throw new ScanUnreadableException(ScanRefusal.UNKNOWN_FORMAT);
        }
        return PictureSource.open(file, format.get(), limits);
    }

    private static ScanPage readPage(ScanSource.PagePicture page, int position, int file, int pageInFile, int signaturePage) {
        BufferedImage picture = page.picture();
        int resolution = (int) Math.round(page.sourceLongSide() / PaperGeometry.SHEET_HEIGHT * 25.4);
        CodeSearch.Found found = CodeSearch.search(picture);
        CodeHit first = found.first();
        CodeHit second = found.second();
        QrText code = first == null ? null : first.text();
        if (first == null || code == null) {
            CodeFinding finding = found.foreign() ? CodeFinding.FOREIGN : CodeFinding.NONE;
            return new ScanPage(position, file, pageInFile, finding, null, 0, 0, resolution, Legibility.UNKNOWN, StampAdvice.NOT_LOOKED_FOR,
                    InkAdvice.NOT_LOOKED_FOR, page.drawnText(), null);
        }
        CodePlace place = first.place(picture.getWidth(), picture.getHeight());
        if (second != null && !code.equals(second.text())) {
            return new ScanPage(position, file, pageInFile, CodeFinding.DISAGREE, null, 2, 0, resolution, Legibility.UNKNOWN,
                    StampAdvice.NOT_LOOKED_FOR, InkAdvice.NOT_LOOKED_FOR, page.drawnText(), null);
        }
        PageFrame frame = second == null ? PageFrame.ofOne(first, place) : PageFrame.ofBoth(first, place, second);
        boolean look = code.kind() == PageKind.REPORT && !frame.landscape() && (signaturePage == ANY_PAGE || signaturePage == code.page());
        return new ScanPage(position, file, pageInFile, CodeFinding.READ, code, second == null ? 1 : 2, frame.rotationDegrees(), resolution,
                legibility(picture, frame, place, first.pass(), resolution),
                look ? StampFinder.look(picture, frame) : StampAdvice.NOT_LOOKED_FOR,
                look ? InkFinder.look(picture, frame) : InkAdvice.NOT_LOOKED_FOR, page.drawnText(), frame);
    }

    private static Legibility legibility(BufferedImage picture, PageFrame frame, CodePlace place, DecodePass pass, int resolution) {
        BufferedImage code = Pictures.crop(picture, frame, place.code(), CROP_SCALE);
        int[] histogram = new int[256];
        GreyPlane luma = GreyPlane.luma(code, 0, 0, code.getWidth(), code.getHeight());
        for (byte level : luma.levels()) {
            histogram[level & 0xFF]++;
        }
        int contrast = percentile(histogram, luma.levels().length * 9 / 10) - percentile(histogram, luma.levels().length / 10);
        boolean coarse = resolution > 0 && resolution < POOR_RESOLUTION;
        if (pass.compareTo(DecodePass.RED_DOUBLED) >= 0 || contrast < POOR_CONTRAST || coarse) {
            return Legibility.POOR;
        }
        boolean atOnce = pass.compareTo(DecodePass.RED) <= 0;
        return atOnce && contrast >= GOOD_CONTRAST && (resolution == 0 || resolution >= FAIR_RESOLUTION)
                ? Legibility.GOOD
                : Legibility.FAIR;
    }

    private static int percentile(int[] histogram, int rank) {
        int level = 0;
        for (int seen = histogram[0]; level < 255 && seen <= rank; seen += histogram[level]) {
            level++;
        }
        return level;
    }

    /**
     * Cuts areas out of a page read before, straightened and the right way up, at 200 dpi.
     *
     * @param file  the file the page is in, whole
     * @param page  as it was read; if it has no frame, the sheet is taken to fill the picture upright
     * @param areas in mm of the upright sheet; what lies outside the picture is white
     * @return one picture for each area, in the same order
     * @throws ScanUnreadableException if the file is not the one that was read, or damaged since
     */
    public List<PageImage> crops(byte[] file, ScanPage page, List<PaperRectangle> areas) throws ScanUnreadableException {
        try (ScanSource source = open(file)) {
            if (page.pageInFile() > source.pageCount()) {
                throw new ScanUnreadableException(ScanRefusal.UNREADABLE);
            }
            BufferedImage picture = source.page(page.pageInFile() - 1).picture();
            PageFrame frame = page.frame();
            PageFrame known = frame == null ? PageFrame.filling(picture.getWidth(), picture.getHeight()) : frame;
            List<PageImage> crops = new ArrayList<>();
            for (PaperRectangle area : areas) {
                if (area.width() > PaperGeometry.SHEET_HEIGHT || area.height() > PaperGeometry.SHEET_HEIGHT) {
                    throw new IllegalArgumentException("larger than a sheet: " + area);
                }
                crops.add(png(Pictures.crop(picture, known, area, CROP_SCALE)));
            }
            return crops;
        }
    }

    /** Cuts one area out of a page; see {@link #crops}. */
    public PageImage crop(byte[] file, ScanPage page, PaperRectangle area) throws ScanUnreadableException {
        return crops(file, page, List.of(area)).getFirst();
    }

    /**
     * Returns a page read before as a picture of the whole sheet, straightened and the right way up, at 200 dpi; a landscape annex lies. A
     * page without a frame is taken as it is in the file.
     *
     * @throws ScanUnreadableException if the file is not the one that was read, or damaged since
     */
    public BufferedImage sheet(byte[] file, ScanPage page) throws ScanUnreadableException {
        try (ScanSource source = open(file)) {
            if (page.pageInFile() > source.pageCount()) {
                throw new ScanUnreadableException(ScanRefusal.UNREADABLE);
            }
            BufferedImage picture = source.page(page.pageInFile() - 1).picture();
            PageFrame frame = page.frame();
            return frame == null
                    ? picture
                    : Pictures.crop(picture, frame, frame.landscape() ? PaperGeometry.SHEET_LANDSCAPE : PaperGeometry.SHEET, CROP_SCALE);
        }
    }

    private static PageImage png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", output);
        } catch (IOException e) {
            throw new UncheckedIOException("writing a picture to memory", e);
        }
        return new PageImage(bytes.toByteArray(), picture.getWidth(), picture.getHeight());
    }
}
