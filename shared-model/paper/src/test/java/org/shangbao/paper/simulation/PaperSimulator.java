package org.shangbao.paper.simulation;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.shangbao.paper.PaperGeometry;
import org.shangbao.paper.PaperRectangle;
import org.shangbao.paper.simulation.SimulationOptions.Marks;

/** Makes scans of real papers without printer, pen, stamp and scanner. Holds nothing between calls; safe for several threads. */
public final class PaperSimulator {
    private static final double MILLIMETRES_PER_INCH = 25.4;

    /**
     * Prints, signs, stamps and scans a paper.
     *
     * @param pdf a PDF of A4 pages as the printer made it
     * @throws IOException if {@code pdf} is none
     */
    public SimulatedScan scan(byte[] pdf, SimulationOptions options) throws IOException {
        return scan(PrintedSheets.of(pdf, options.dpi()), options);
    }

    /**
     * Signs, stamps and scans a paper that was printed before.
     *
     * @param sheets of the resolution of {@code options}
     */
    public SimulatedScan scan(PrintedSheets sheets, SimulationOptions options) throws IOException {
        try (PDDocument scan = new PDDocument()) {
            List<Integer> order = new ArrayList<>();
            eachPage(sheets, options, page -> {
                addPage(scan, page);
                order.add(page.number());
            });
            scan.getDocumentInformation().setTitle("SIMULATED SCAN");
            scan.getDocumentInformation().setProducer("Shangbao paper simulator");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            scan.save(bytes);
            return new SimulatedScan(bytes.toByteArray(), order, signaturePage(sheets, options));
        }
    }

    /**
     * The same scan as {@link #scan} makes, as the pictures that are in its file: packed once and unpacked again, without the PDF round
     * them.
     */
    public List<BufferedImage> pictures(PrintedSheets sheets, SimulationOptions options) throws IOException {
        List<BufferedImage> pictures = new ArrayList<>();
        eachPage(sheets, options, page -> pictures.add(page.damage().colour() == Damage.Colour.ONE_BIT
                ? page.picture()
                : ImageIO.read(new ByteArrayInputStream(jpeg(page)))));
        return pictures;
    }

    /** Page of the paper that is signed or stamped, from 1; 0 if there is none. */
    public static int signaturePage(PrintedSheets sheets, SimulationOptions options) {
        return options.marks().signaturePage() > 0 ? options.marks().signaturePage() : sheets.signaturePage();
    }

    private record Page(BufferedImage picture, int number, int dpi, Damage damage) {}

    /** Takes one page after the other; a page has up to 15 MB. */
    private interface PageTaker {
        void take(Page page) throws IOException;
    }

    private static void eachPage(PrintedSheets sheets, SimulationOptions options, PageTaker taker) throws IOException {
        if (sheets.dpi() != options.dpi()) {
            throw new IllegalArgumentException("sheets of another resolution");
        }
        Random random = new Random(options.seed());
        for (int number : options.pagesOf(sheets.pages().size(), random)) {
            Damage damage = options.damage().apply(random);
            BufferedImage sheet = marked(sheets, number, damage, options, random);
            boolean upsideDown = options.stack().upsideDown().contains(number);
            taker.take(new Page(PaperCamera.take(sheet, options.dpi() / MILLIMETRES_PER_INCH, damage, upsideDown, random), number,
                    options.dpi(), damage));
        }
    }

    private static BufferedImage marked(PrintedSheets sheets, int page, Damage damage, SimulationOptions options, Random random)
            throws IOException {
        BufferedImage sheet = new BufferedImage(sheets.width(), sheets.height(), BufferedImage.TYPE_INT_RGB);
        byte[] printed = sheets.pages().get(page - 1);
        int[] pixels = PaperCamera.pixels(sheet);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (printed[i] & 0xFF) * 0x10101;
        }
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(sheets.dpi() / MILLIMETRES_PER_INCH, sheets.dpi() / MILLIMETRES_PER_INCH);
        if (page == signaturePage(sheets, options)) {
            drawMarks(graphics, options.marks(), random);
        }
        if (options.stack().withoutCodes().contains(page)) {
            graphics.setColor(Color.WHITE);
            for (PaperRectangle code : List.of(PaperGeometry.CODE_A, PaperGeometry.CODE_B)) {
                graphics.fill(new Rectangle2D.Double(code.x(), code.y(), code.width(), code.height()));
            }
        }
        SheetDirt.draw(graphics, damage, random);
        graphics.dispose();
        return sheet;
    }

    private static void drawMarks(Graphics2D graphics, Marks marks, Random random) throws IOException {
        if (marks.signature()) {
            HandMarks.drawSignature(graphics, PaperGeometry.SIGNATURE_LINE, random);
        }
        if (marks.stamp()) {
            HandMarks.drawStamp(graphics, PaperGeometry.STAMP_SQUARE.centreX() + marks.offsetX(),
                    PaperGeometry.STAMP_SQUARE.centreY() + marks.offsetY(), marks.stampText(), marks.stampFont(), random);
        }
        if (marks.overCode()) {
            HandMarks.drawStamp(graphics, PaperGeometry.CODE_B.centreX() + random.nextGaussian() * 14,
                    PaperGeometry.CODE_B.centreY() + random.nextGaussian() * 6, marks.stampText(), marks.stampFont(), random);
        }
    }

    private static byte[] jpeg(Page page) throws IOException {
        BufferedImage picture = page.picture();
        boolean grey = page.damage().colour() == Damage.Colour.GREY;
        int[] from = PaperCamera.pixels(picture);
        int channels = grey ? 1 : 3;
        byte[] to = new byte[from.length * channels];
        for (int i = 0; i < from.length; i++) {
            for (int channel = 0; channel < channels; channel++) {
                to[i * channels + channel] = (byte) (from[i] >> 8 * (channels - 1 - channel));
            }
        }
        // bytes in the order of the packing go through without being looked at one by one
        WritableRaster raster = Raster.createInterleavedRaster(new DataBufferByte(to, to.length), picture.getWidth(), picture.getHeight(),
                picture.getWidth() * channels, channels, grey ? new int[]{ 0 } : new int[]{ 0, 1, 2 }, null);
        ColorModel colours = new ComponentColorModel(ColorSpace.getInstance(grey ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB), false, false,
                Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        BufferedImage stored = new BufferedImage(colours, raster, false, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(page.damage().jpegQuality() / 100f);
            writer.setOutput(output);
            writer.write(null, new IIOImage(stored, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static void addPage(PDDocument scan, Page page) throws IOException {
        PDImageXObject image = page.damage().colour() == Damage.Colour.ONE_BIT
                ? CCITTFactory.createFromImage(scan, blackAndWhite(page.picture()))
                : JPEGFactory.createFromByteArray(scan, jpeg(page));
        PDRectangle size = new PDRectangle(page.picture().getWidth() * 72f / page.dpi(), page.picture().getHeight() * 72f / page.dpi());
        PDPage sheet = new PDPage(size);
        scan.addPage(sheet);
        try (PDPageContentStream content = new PDPageContentStream(scan, sheet)) {
            content.drawImage(image, 0, 0, size.getWidth(), size.getHeight());
        }
    }

    private static BufferedImage blackAndWhite(BufferedImage picture) {
        BufferedImage bits = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D graphics = bits.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return bits;
    }
}
