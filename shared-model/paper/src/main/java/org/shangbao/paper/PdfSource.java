package org.shangbao.paper;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.MissingOperandException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Pages of a PDF, rendered so that the long side is that of A4 at 200 dpi whatever the page box says. */
final class PdfSource implements ScanSource {
    /** Malformed operators on one page before it counts as damaged. */
    private static final int MOST_MALFORMED = 100;

    private final PDDocument document;
    private final ScanLimits limits;

    private PdfSource(PDDocument document, ScanLimits limits) {
        this.document = document;
        this.limits = limits;
    }

    static PdfSource open(byte[] file, ScanLimits limits) throws ScanUnreadableException {
        PdfGuard.checkBytes(file, limits);
        PDDocument document = load(file);
        try {
            if (document.isEncrypted()) {
                throw new ScanUnreadableException(ScanRefusal.ENCRYPTED);
            }
            PdfGuard.checkObjects(document, limits);
            int pages = document.getNumberOfPages();
            if (pages < 1) {
                throw new ScanUnreadableException(ScanRefusal.NO_PAGES);
            }
            if (pages > limits.maxPages()) {
                throw new ScanUnreadableException(ScanRefusal.TOO_MANY_PAGES);
            }
            for (int i = 0; i < pages; i++) {
                PDRectangle box = document.getPage(i).getCropBox();
                if (!isPaper(box.getWidth()) || !isPaper(box.getHeight())) {
                    throw new ScanUnreadableException(ScanRefusal.PAGE_TOO_LARGE);
                }
            }
            // pictures are used once; a cache would only hold on to memory
            document.setResourceCache(null);
            return new PdfSource(document, limits);
        } catch (ScanUnreadableException e) {
            closeQuietly(document);
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            closeQuietly(document);
            throw new ScanUnreadableException(ScanRefusal.UNREADABLE, e);
        }
    }

    private static PDDocument load(byte[] file) throws ScanUnreadableException {
        try {
            return Loader.loadPDF(file);
        } catch (InvalidPasswordException e) {
            throw new ScanUnreadableException(ScanRefusal.ENCRYPTED, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // the parser answers malformed files with all of these; each only means that the file cannot be read
            throw new ScanUnreadableException(ScanRefusal.UNREADABLE, e);
        }
    }

    private static boolean isPaper(float points) { return points >= 1 && points <= ScanLimits.MAX_PAGE_POINTS; }

    @Override
    public int pageCount() { return document.getNumberOfPages(); }

    @Override
    public PagePicture page(int index) throws ScanUnreadableException {
        try {
            PDRectangle box = document.getPage(index).getCropBox();
            float scale = LONG_SIDE / Math.max(box.getWidth(), box.getHeight());
            BoundedRenderer renderer = new BoundedRenderer(document, limits);
            renderer.setSubsamplingAllowed(true);
            BufferedImage picture = renderer.renderImage(index, scale, ImageType.RGB);
            return new PagePicture(Pictures.standard(picture), renderer.largestPicture, renderer.drawnText);
        } catch (RefusedWhileDrawingException e) {
            throw new ScanUnreadableException(e.refusal, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new ScanUnreadableException(ScanRefusal.UNREADABLE, e);
        }
    }

    @Override
    public void close() { closeQuietly(document); }

    private static void closeQuietly(PDDocument document) {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a document held in memory", e);
        }
    }

    private static final class RefusedWhileDrawingException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ScanRefusal refusal;

        RefusedWhileDrawingException(ScanRefusal refusal) {
            super(refusal.name());
            this.refusal = refusal;
        }
    }

    private static final class BoundedRenderer extends PDFRenderer {
        private final ScanLimits limits;
        private int largestPicture;
        private boolean drawnText;

        BoundedRenderer(PDDocument document, ScanLimits limits) {
            super(document);
            this.limits = limits;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new BoundedDrawer(parameters, this);
        }
    }

    /** Draws what a scanner puts on a page and counts it; dashes and shadings, which can cost any time, are left out. */
    private static final class BoundedDrawer extends PageDrawer {
        private final BoundedRenderer renderer;
        private int operators;
        private int malformed;

        BoundedDrawer(PageDrawerParameters parameters, BoundedRenderer renderer) throws IOException {
            super(parameters);
            this.renderer = renderer;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (++operators > renderer.limits.maxOperators()) {
                throw new RefusedWhileDrawingException(ScanRefusal.PAGE_TOO_LARGE);
            }
            String name = operator.getName();
            if (!name.equals("d") && !name.equals("sh")) {
                super.processOperator(operator, operands);
            }
        }

        /** Damaged content goes on being drawn; without a bound every operator of a hostile page would be reported in the log. */
        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException exception) throws IOException {
            if (++malformed > MOST_MALFORMED) {
                throw new RefusedWhileDrawingException(ScanRefusal.UNREADABLE);
            }
            if (exception instanceof MissingOperandException) {
                return;
            }
            super.operatorException(operator, operands, exception);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            checkSize(image.getWidth(), image.getHeight());
            if (image instanceof PDImageXObject object) {
                PictureGuard.checkPacking(object, renderer.limits).ifPresent(refusal -> {
                    throw new RefusedWhileDrawingException(refusal);
                });
                checkPart(object.getSoftMask());
                checkPart(object.getMask());
            }
            renderer.largestPicture = Math.max(renderer.largestPicture, Math.max(image.getWidth(), image.getHeight()));
            super.drawImage(image);
        }

        private void checkPart(@Nullable PDImageXObject part) throws IOException {
            if (part != null) {
                checkSize(part.getWidth(), part.getHeight());
                PictureGuard.checkPacking(part, renderer.limits).ifPresent(refusal -> {
                    throw new RefusedWhileDrawingException(refusal);
                });
            }
        }

        private void checkSize(int width, int height) {
            if (width < 1 || height < 1 || (long) width * height > renderer.limits.maxPicturePixels()) {
                throw new RefusedWhileDrawingException(ScanRefusal.PAGE_TOO_LARGE);
            }
        }

        @Override
        protected void showGlyph(Matrix textRenderingMatrix, PDFont font, int code, Vector displacement) throws IOException {
            renderer.drawnText |= getGraphicsState().getTextState().getRenderingMode().isFill();
            super.showGlyph(textRenderingMatrix, font, code, displacement);
        }
    }
}
