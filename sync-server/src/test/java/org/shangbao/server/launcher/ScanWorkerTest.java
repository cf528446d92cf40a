package org.shangbao.server.launcher;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.imageio.ImageIO;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.UnitId;
import org.shangbao.paper.PageDigest;
import org.shangbao.paper.PageKind;
import org.shangbao.paper.PaperGeometry;
import org.shangbao.paper.PaperRectangle;
import org.shangbao.paper.QrImage;
import org.shangbao.paper.QrText;
import org.shangbao.paper.ScanFault;
import org.shangbao.server.service.upload.PaperCheck.Verdict;
import org.shangbao.server.service.upload.UploadRepository.Kind;
import org.shangbao.server.service.upload.WorkerPaperCheck;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.Sha256;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Scans read by real processes of their own. */
class ScanWorkerTest {
    private static final FinalizedReport REPORT = new FinalizedReport(FinalizedReport.FORMAT, 1, FinalizedReport.Kind.FORM, "210921", "阜新县",
            "2024-10", "e", "0".repeat(64), new UUID(1, 2), 3, null, Instant.EPOCH, new TreeMap<>(), new TreeMap<>(),
            new TreeMap<>(), List.of(), List.of(), List.of(), List.of(), new FinalizedReport.People("a", "b", "", "c"), "0");
    private static final Sha256 DIGEST = new Sha256("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void acceptsTheRightPaperAndRefusesHostileFilesWithOneProcess() throws IOException {
        try (WorkerPaperCheck check = new WorkerPaperCheck(ScanWorkerMain.command(), LONG, 1)) {
            Path sheet = folder.resolve("sheet.png");
            ImageIO.write(sheet(), "png", sheet.toFile());
            assertEquals(new Verdict(true, 1, List.of()), check(check, sheet));
            assertRefused(check, new byte[0], "EMPTY");
            assertRefused(check, "%PDF-1.7\nno more".getBytes(StandardCharsets.US_ASCII), "TRUNCATED");
            assertRefused(check, pdf(1, true), "ACTIVE_CONTENT");
            assertRefused(check, pdf(500, false), "TOO_MANY_PAGES");
            assertRefused(check, protectedPdf(), "ENCRYPTED");
            assertRefused(check, bomb(), "PAGE_TOO_LARGE");
            assertRefused(check, "II*\0no more".getBytes(StandardCharsets.US_ASCII), "TRUNCATED");
            assertEquals(new Verdict(true, 1, List.of()), check(check, sheet));
        }
    }

    @Test
    void refusesTheFileThatBreaksItsReaderAndReadsTheNextOne() throws IOException {
        Path large = folder.resolve("large.png");
        ImageIO.write(new BufferedImage(7000, 7000, BufferedImage.TYPE_INT_RGB), "png", large.toFile());
        try (WorkerPaperCheck check = new WorkerPaperCheck(ScanWorkerMain.command("-Xmx40m"), LONG, 1)) {
            Verdict broken = check(check, large);
            assertFalse(broken.accepted());
            assertEquals("UNREADABLE", broken.faults().getFirst().values().get("reason"));
            assertRefused(check, new byte[0], "EMPTY");
        }
    }

    @Test
    void givesUpAScanThatTakesTooLong() throws IOException {
        Path sheet = folder.resolve("sheet.png");
        ImageIO.write(sheet(), "png", sheet.toFile());
        try (WorkerPaperCheck check = new WorkerPaperCheck(ScanWorkerMain.command(), Duration.ofMillis(1), 1)) {
            assertEquals("TOO_SLOW", check(check, sheet).faults().getFirst().values().get("reason"));
        }
    }

    @Test
    void saysNothingAboutAFileThatIsNotThere() {
        try (WorkerPaperCheck check = new WorkerPaperCheck(ScanWorkerMain.command(), LONG, 1)) {
            assertThrows(IOException.class, () -> check(check, folder.resolve("gone.pdf")));
        }
    }

    private void assertRefused(WorkerPaperCheck check, byte[] file, String reason) throws IOException {
        Path path = Files.write(folder.resolve("hostile"), file);
        Verdict verdict = check(check, path);
        assertFalse(verdict.accepted());
        assertEquals(List.of(new ScanFault("unreadable", Map.of("file", "1", "reason", reason))), verdict.faults());
    }

    private static Verdict check(WorkerPaperCheck check, Path scan) throws IOException {
        return check.check(scan, REPORT, DIGEST, Kind.SCAN);
    }

    private byte[] pdf(int pages, boolean script) throws IOException {
        Path file = folder.resolve("made.pdf");
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            if (script) {
                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            }
            document.save(file.toFile());
        }
        return Files.readAllBytes(file);
    }

    private byte[] protectedPdf() throws IOException {
        Path file = folder.resolve("protected.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(file.toFile());
        }
        return Files.readAllBytes(file);
    }

    /** A few hundred kilobytes that unfold to 400 MB. */
    private byte[] bomb() throws IOException {
        Path file = folder.resolve("bomb.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDStream content = new PDStream(document);
            try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] nothing = new byte[1 << 20];
                for (int i = 0; i < 400; i++) {
                    out.write(nothing);
                }
            }
            page.setContents(content);
            document.save(file.toFile());
        }
        return Files.readAllBytes(file);
    }

    /** A sheet of A4 at 150 dpi with both codes and nothing else. */
    private static BufferedImage sheet() {
        double dots = 150 / 25.4;
        BufferedImage sheet = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
        QrImage code = QrImage.of(new QrText(new UnitId("210921"), new PeriodId("2024-10"), PageKind.REPORT, 3, 1, 1,
                PageDigest.ofSha256Hex(DIGEST.hex())));
        for (int y = 0; y < sheet.getHeight(); y++) {
            for (int x = 0; x < sheet.getWidth(); x++) {
                boolean dark = isDark(code, PaperGeometry.CODE_A, x / dots, y / dots)
                        || isDark(code, PaperGeometry.CODE_B, x / dots, y / dots);
                sheet.getRaster().setSample(x, y, 0, dark ? 20 : 250);
            }
        }
        return sheet;
    }

    private static boolean isDark(QrImage code, PaperRectangle place, double x, double y) {
        int column = (int) Math.floor((x - place.x()) / PaperGeometry.CODE_MODULE);
        int row = (int) Math.floor((y - place.y()) / PaperGeometry.CODE_MODULE);
        return column >= 0 && row >= 0 && column < QrImage.SIZE && row < QrImage.SIZE && code.isDark(column, row);
    }
}
