package org.shangbao.client.scan;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.shangbao.client.application.paper.PaperImages;
import org.shangbao.client.application.store.SentAs;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.paper.ScanPage;
import org.shangbao.paper.ScanReader;
import org.shangbao.paper.ScanUnreadableException;

/** {@link PaperImages} with PDFBox. Scan files come here only after {@link ScanReader} took them, with its bounds. */
public final class PdfPaperImages implements PaperImages {
    private static final double SHEET_DOTS = 200;
    /** Words printed in the signature block and nowhere else. */
    private static final String STAMP_HERE = "（单位盖章）";
    private static final long MOST_PIXELS = 60_000_000;
    private final ScanReader reader = new ScanReader();

    @Override
    public byte[] printedPage(byte[] pdf, int page, int dotsPerInch) throws ReportingException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw unreadable(null);
            }
            int dots = Math.min(Math.max(dotsPerInch, 20), MOST_DOTS_PER_INCH);
            return png(new PDFRenderer(document).renderImageWithDPI(page - 1, dots, ImageType.RGB));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public byte[] scannedPage(byte[] file, ScanPage page, int dotsPerInch) throws ReportingException {
        try {
            BufferedImage picture = reader.sheet(file, page);
            if (dotsPerInch >= SHEET_DOTS) {
                return png(picture);
            }
            double scale = Math.max(dotsPerInch, 20) / SHEET_DOTS;
            BufferedImage smaller = new BufferedImage(Math.max(1, (int) (picture.getWidth() * scale)),
                    Math.max(1, (int) (picture.getHeight() * scale)), BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = smaller.createGraphics();
            try {
                graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
                graphics.drawImage(picture, 0, 0, smaller.getWidth(), smaller.getHeight(), null);
            } finally {
                graphics.dispose();
            }
            return png(smaller);
        } catch (ScanUnreadableException | IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public byte[] pack(List<byte[]> files, List<ScanPage> pages, SentAs how, int signaturePage, Runnable done) throws ReportingException {
        try {
            return new CompactScan(reader).pack(files, pages, how, signaturePage, done);
        } catch (ScanUnreadableException | IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public int signaturePage(byte[] pdf) throws ReportingException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper text = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                if (text.getText(document).contains(STAMP_HERE)) {
                    return page;
                }
            }
            return 0;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public byte[] merge(List<byte[]> files, List<ScanPage> pages) throws ReportingException {
        List<PDDocument> sources = new ArrayList<>();
        try (PDDocument merged = new PDDocument()) {
            try {
                List<PDDocument> opened = new ArrayList<>();
                for (byte[] file : files) {
                    PDDocument source = isPdf(file) ? Loader.loadPDF(file) : new PDDocument();
                    sources.add(source);
                    opened.add(source);
                }
                for (ScanPage page : pages) {
                    byte[] file = files.get(page.file() - 1);
                    if (isPdf(file)) {
                        merged.importPage(opened.get(page.file() - 1).getPage(page.pageInFile() - 1));
                    } else {
                        addPicture(merged, file, page.pageInFile() - 1);
                    }
                }
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                merged.save(out);
                return out.toByteArray();
            } finally {
                for (PDDocument source : sources) {
                    source.close();
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static void addPicture(PDDocument document, byte[] file, int index) throws IOException {
        boolean isJpeg = file.length > 2 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8;
        PDImageXObject image = isJpeg
                ? JPEGFactory.createFromByteArray(document, file)
                : LosslessFactory.createFromImage(document, picture(file, index));
        boolean isLandscape = image.getWidth() > image.getHeight();
        PDRectangle sheet = isLandscape ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()) : PDRectangle.A4;
        PDPage page = new PDPage(sheet);
        document.addPage(page);
        // as large as the sheet allows without distorting it
        float scale = Math.min(sheet.getWidth() / image.getWidth(), sheet.getHeight() / image.getHeight());
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(image, 0, 0, image.getWidth() * scale, image.getHeight() * scale);
        }
    }

    private static BufferedImage picture(byte[] file, int index) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no reader for this picture");
            }
            ImageReader picture = readers.next();
            try {
                picture.setInput(in);
                if ((long) picture.getWidth(index) * picture.getHeight(index) > MOST_PIXELS) {
                    throw new IOException("picture too large");
                }
                return picture.read(index);
            } finally {
                picture.dispose();
            }
        }
    }

    private static boolean isPdf(byte[] file) {
        for (int place = 0; place < Math.min(1024, file.length - 4); place++) {
            if (file[place] == '%' && file[place + 1] == 'P' && file[place + 2] == 'D' && file[place + 3] == 'F') {
                return true;
            }
        }
        return false;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    private static ReportingException unreadable(@org.jspecify.annotations.Nullable Exception cause) {
        String reason = cause == null ? "" : String.valueOf(cause.getMessage());
        return new ReportingException(ErrorCode.SCAN_UNREADABLE, Map.of("file", "PDF", "reason", reason), cause);
    }
}
