package org.shangbao.server.service.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.UnitId;
import org.shangbao.paper.ExpectedPaper;
import org.shangbao.paper.PageDigest;
import org.shangbao.paper.PageKind;
import org.shangbao.paper.PagesByEye;
import org.shangbao.paper.QrText;
import org.shangbao.paper.ScanCheck;
import org.shangbao.paper.ScanFault;
import org.shangbao.paper.ScanPage;
import org.shangbao.paper.ScanReader;
import org.shangbao.paper.ScanReading;
import org.shangbao.paper.ScanVerdict;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.PaperByHand;
import org.shangbao.wire.v1.Sha256;

/** Reads scans in this process, a few at a time. Safe to share between threads. */
public final class ScanPaperCheck implements PaperCheck {
    private final ScanReader reader = new ScanReader();
    private final Semaphore places;

    /** @param atOnce how many scans are read at the same time */
    public ScanPaperCheck(int atOnce) { places = new Semaphore(atOnce, true); }

    @Override
    public Verdict check(Path scan, FinalizedReport report, Sha256 digest, UploadRepository.Kind kind, @Nullable PaperByHand byHand)
            throws IOException {
        return check(ScanCheckRequest.of(scan, report, digest, kind, byHand));
    }

    /**
     * Checks a scan.
     *
     * @throws IOException if the file cannot be read from the disk
     */
    Verdict check(ScanCheckRequest request) throws IOException {
        places.acquireUninterruptibly();
        try (InputStream in = Files.newInputStream(Path.of(request.scan()))) {
            ScanReading read = reader.read(in);
            PaperByHand byHand = request.byHand();
            ExpectedPaper expected = byHand == null ? expected(request, read) : expected(request, byHand.pages());
            if (byHand != null && byHand.manner() == PaperByHand.Manner.CHECK_CODE && !expected.digest().hasCheckCode(byHand.checkCode())) {
                return new Verdict(false, 0, List.of(new ScanFault("checkcode", Map.of("found", byHand.checkCode()))));
            }
            ScanReading reading = byHand == null
                    ? read
                    : PagesByEye.in(read, expected, byHand.unread().stream().collect(Collectors.toMap(page -> page, page -> page)));
            return switch (ScanCheck.check(expected, reading)) {
                case ScanVerdict.Accepted accepted -> new Verdict(true, accepted.pages().size(), List.of());
                case ScanVerdict.Refused refused -> new Verdict(false, 0,
                        refused.problems().stream().limit(ScanFault.MOST).map(problem -> ScanFault.of(expected, problem)).toList());
            };
        } finally {
            places.release();
        }
    }

    /**
     * How many pages were printed only the paper knows: the first page that carries this revision's digest says it, and all must be there. If
     * no page does, one page is expected and the check names what is wrong with those that came.
     */
    private static ExpectedPaper expected(ScanCheckRequest request, ScanReading reading) {
        PageDigest wanted = PageDigest.ofSha256Hex(request.digest());
        int pages = reading instanceof ScanReading.Read read
                ? read.pages().stream().map(ScanPage::code).filter(Objects::nonNull)
                        .filter(code -> code.digest().equals(wanted)).map(QrText::pages).findFirst().orElse(1)
                : 1;
        return expected(request, pages);
    }

    private static ExpectedPaper expected(ScanCheckRequest request, int pages) {
        PageDigest wanted = PageDigest.ofSha256Hex(request.digest());
        return new ExpectedPaper(new UnitId(request.unit()), new PeriodId(request.period()),
                request.signOff() ? PageKind.SIGN_OFF : PageKind.REPORT, request.number(), pages, wanted);
    }
}
