package org.shangbao.server.service.upload;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.PaperByHand;
import org.shangbao.wire.v1.Sha256;

/**
 * What is asked of the process that reads scans.
 *
 * @param scan    absolute path of the file
 * @param unit    unit of the revision
 * @param period  period of the revision
 * @param number  number of the revision
 * @param digest  SHA-256 of the revision's canonical bytes, 64 hexadecimal digits
 * @param signOff whether the paper is the 审签单
 * @param byHand  what the office says of pages without a readable code, null if nothing
 */
public record ScanCheckRequest(String scan, String unit, String period, int number, String digest, boolean signOff,
        @Nullable PaperByHand byHand) {
    static ScanCheckRequest of(Path scan, FinalizedReport report, Sha256 digest, UploadRepository.Kind kind, @Nullable PaperByHand byHand) {
        return new ScanCheckRequest(scan.toAbsolutePath().toString(), report.unit(), report.period(), report.number(), digest.hex(),
                kind == UploadRepository.Kind.SIGN_OFF_SCAN, byHand);
    }
}
