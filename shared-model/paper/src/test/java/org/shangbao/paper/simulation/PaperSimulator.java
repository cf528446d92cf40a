package org.shangbao.paper.simulation;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.shangbao.paper.PaperGeometry;
import org.shangbao.paper.PaperRectangle;

/** Makes scans of real PDFs without printer, pen, stamp and scanner. Holds nothing between calls. */
public final class PaperSimulator {
    private static final Color PAPER = new Color(250, 248, 243);
    private static final double MILLIMETRES_PER_INCH = 25.4;
    /** Normal numbers made once: a page takes twelve million of them. */
    private static final double[] NOISE = new double[1 << 16];

    static {
        Random random = new Random(1);
        Arrays.setAll(NOISE, _ -> random.nextGaussian());
    }

    /**
     * Prints, signs, stamps and scans a paper.
     *
     * @param pdf a PDF of A4 pages as the printer made it
     * @throws IOException if {@code pdf} is none
     */
    public SimulatedScan scan(byte[] pdf, SimulationOptions options) throws IOException {
        Random random = new Random(options.seed());
        try (PDDocument paper = Loader.loadPDF(pdf); PDDocument scan = new PDDocument()) {
            int signaturePage = options.signaturePage() > 0 ? options.signaturePage() : findSignaturePage(paper);
            List<Integer> order = new ArrayList<>(options.pagesOf(paper.getNumberOfPages()));
            List<Integer> sorted = List.copyOf(order);
            while (options.shuffle() && order.stream().distinct().count() > 1 && order.equals(sorted)) {
                Collections.shuffle(order, random);
            }
            PDFRenderer renderer = new PDFRenderer(paper);
            for (int page : order) {
                BufferedImage sheet = renderer.renderImageWithDPI(page - 1, options.dpi(), ImageType.RGB);
                addPage(scan, scanned(sheet, page, page == signaturePage, options, random), options);
            }
            scan.getDocumentInformation().setTitle("SIMULATED SCAN");
            scan.getDocumentInformation().setProducer("Shangbao paper simulator");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            scan.save(bytes);
            return new SimulatedScan(bytes.toByteArray(), order, signaturePage);
        }
    }

    private static int findSignaturePage(PDDocument paper) throws IOException {
        PDFTextStripper text = new PDFTextStripper();
        for (int page = 1; page <= paper.getNumberOfPages(); page++) {
            text.setStartPage(page);
            text.setEndPage(page);
            String words = text.getText(paper);
            // the note 签字或单位盖章后 stands on the same page, but on a draft without 签章区 too
            if (words.contains("（单位盖章）") || words.contains("(单位盖章)") || words.contains("盖章处")) {
                return page;
            }
        }
        for (int page = 1; page <= paper.getNumberOfPages(); page++) {
            text.setStartPage(page);
            text.setEndPage(page);
            if (text.getText(paper).contains("盖章")) {
                return page;
            }
        }
        return 0;
    }

    private static BufferedImage scanned(BufferedImage sheet, int page, boolean signed, SimulationOptions options, Random random)
            throws IOException {
        double scale = options.dpi() / MILLIMETRES_PER_INCH;
        Graphics2D pen = sheet.createGraphics();
        smooth(pen);
        pen.scale(scale, scale);
        if (signed && options.signature()) {
            HandMarks.drawSignature(pen, PaperGeometry.SIGNATURE_LINE, random);
        }
        if (signed && options.stamp()) {
            HandMarks.drawStamp(pen, PaperGeometry.STAMP_SQUARE.centreX() + options.stampOffsetX(),
                    PaperGeometry.STAMP_SQUARE.centreY() + options.stampOffsetY(), options.stampText(), options.stampFont(), random);
        }
        if (options.pagesWithoutCodes().contains(page)) {
            pen.setColor(Color.WHITE);
            for (PaperRectangle code : List.of(PaperGeometry.CODE_A, PaperGeometry.CODE_B)) {
                pen.fill(new Rectangle2D.Double(code.x(), code.y(), code.width(), code.height()));
            }
        }
        pen.dispose();
        double slant = (random.nextDouble() * 2 - 1) * options.rotationDegrees() + (options.upsideDownPages().contains(page) ? 180 : 0);
        BufferedImage glass = new BufferedImage(sheet.getWidth(), sheet.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = glass.createGraphics();
        smooth(graphics);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, glass.getWidth(), glass.getHeight());
        graphics.drawImage(sheet, AffineTransform.getRotateInstance(Math.toRadians(slant), sheet.getWidth() / 2.0, sheet.getHeight() / 2.0),
                null);
        graphics.dispose();
        expose(glass, options, random);
        return glass;
    }

    /** Paper is not white, ink not black, the lamp not even, the sensor not quiet. */
    private static void expose(BufferedImage glass, SimulationOptions options, Random random) {
        int width = glass.getWidth();
        int height = glass.getHeight();
        double lampX = (random.nextDouble() - 0.5) * 0.06;
        double lampY = (random.nextDouble() - 0.5) * 0.06;
        // a quick generator of its own, so that the picture's size does not shift what later pages draw
        SplittableRandom sensor = new SplittableRandom(random.nextLong());
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            glass.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                double lamp = 1 - Math.abs(lampX) - Math.abs(lampY) + 2 * lampX * (x / (double) width - 0.5)
                        + 2 * lampY * (y / (double) height - 0.5);
                int red = level(row[x] >> 16 & 0xFF, PAPER.getRed(), lamp, options.noise(), sensor);
                int green = level(row[x] >> 8 & 0xFF, PAPER.getGreen(), lamp, options.noise(), sensor);
                int blue = level(row[x] & 0xFF, PAPER.getBlue(), lamp, options.noise(), sensor);
                row[x] = seen(red, green, blue, options.colour());
            }
            glass.setRGB(0, y, width, 1, row, 0, width);
        }
    }

    private static int level(int printed, int paper, double lamp, double noise, SplittableRandom random) {
        double ink = 30 + printed / 255.0 * (paper - 30);
        return Math.clamp(Math.round(ink * lamp + NOISE[random.nextInt() & NOISE.length - 1] * noise), 0, 255);
    }

    private static int seen(int red, int green, int blue, SimulationOptions.Colour colour) {
        int luma = red * 77 + green * 150 + blue * 29 >> 8;
        return switch (colour) {
            case COLOUR -> red << 16 | green << 8 | blue;
            case GREY -> luma << 16 | luma << 8 | luma;
            case ONE_BIT -> luma < 140 ? 0 : 0xFFFFFF;
        };
    }

    private static void addPage(PDDocument scan, BufferedImage picture, SimulationOptions options) throws IOException {
        BufferedImage stored = picture;
        if (options.colour() != SimulationOptions.Colour.COLOUR) {
            stored = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    stored.getRaster().setSample(x, y, 0, picture.getRGB(x, y) & 0xFF);
                }
            }
        }
        PDRectangle size = new PDRectangle(picture.getWidth() * 72f / options.dpi(), picture.getHeight() * 72f / options.dpi());
        PDPage page = new PDPage(size);
        scan.addPage(page);
        PDImageXObject image = JPEGFactory.createFromImage(scan, stored, options.jpegQuality() / 100f, options.dpi());
        try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
            content.drawImage(image, 0, 0, size.getWidth(), size.getHeight());
        }
    }

    private static void smooth(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }
}
