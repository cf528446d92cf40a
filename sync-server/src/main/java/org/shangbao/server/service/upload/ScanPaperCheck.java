package org.shangbao.server.service.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.UnitId;
import org.shangbao.paper.ExpectedPaper;
import org.shangbao.paper.PageDigest;
import org.shangbao.paper.PageKind;
import org.shangbao.paper.QrText;
import org.shangbao.paper.ScanCheck;
import org.shangbao.paper.ScanPage;
import org.shangbao.paper.ScanProblem;
import org.shangbao.paper.ScanReader;
import org.shangbao.paper.ScanReading;
import org.shangbao.paper.ScanVerdict;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.Sha256;

/** Reads scans in this process, a few at a time. Safe to share between threads. */
public final class ScanPaperCheck implements PaperCheck {
    private final ScanReader reader = new ScanReader();
    private final Semaphore places;

    /** @param atOnce how many scans are read at the same time */
    public ScanPaperCheck(int atOnce) { places = new Semaphore(atOnce, true); }

    @Override
    public Verdict check(Path scan, FinalizedReport report, Sha256 digest, UploadRepository.Kind kind) throws IOException {
        places.acquireUninterruptibly();
        try (InputStream in = Files.newInputStream(scan)) {
            ScanReading reading = reader.read(in);
            return switch (ScanCheck.check(expected(report, digest, kind, reading), reading)) {
                case ScanVerdict.Accepted accepted -> new Verdict(true, accepted.pages().size(), "");
                case ScanVerdict.Refused refused -> new Verdict(false, 0,
                        refused.problems().stream().limit(20).map(ScanPaperCheck::words).collect(Collectors.joining("; ")));
            };
        } finally {
            places.release();
        }
    }

    /**
     * How many pages were printed only the paper knows: the first page that carries this revision's digest says it, and all must be there. If
     * no page does, one page is expected and the check names what is wrong with those that came.
     */
    private static ExpectedPaper expected(FinalizedReport report, Sha256 digest, UploadRepository.Kind kind, ScanReading reading) {
        PageDigest wanted = PageDigest.ofSha256(digest.bytes());
        int pages = reading instanceof ScanReading.Read read
                ? read.pages().stream().map(ScanPage::code).filter(Objects::nonNull)
                        .filter(code -> code.digest().equals(wanted)).map(QrText::pages).findFirst().orElse(1)
                : 1;
        return new ExpectedPaper(new UnitId(report.unit()), new PeriodId(report.period()),
                kind == UploadRepository.Kind.SCAN ? PageKind.REPORT : PageKind.SIGN_OFF, report.number(), pages, wanted);
    }

    private static String words(ScanProblem problem) { return problem.toString(); }
}
