package org.shangbao.server.service.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.paper.ScanFault;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.PaperByHand;
import org.shangbao.wire.v1.Sha256;

/**
 * Reads scanned paper and says whether it is the paper of a revision. The file comes from outside: an implementation bounds what it reads.
 */
public interface PaperCheck extends AutoCloseable {
    /**
     * Checks a scan.
     *
     * @param scan   PDF, JPEG, PNG or TIFF
     * @param report revision it must show
     * @param digest SHA-256 of the revision's canonical bytes
     * @param kind   which paper it must be, {@code SCAN} or {@code SIGN_OFF_SCAN}
     * @throws IOException if the file cannot be read from the disk, which says nothing about the paper
     */
    default Verdict check(Path scan, FinalizedReport report, Sha256 digest, UploadRepository.Kind kind) throws IOException {
        return check(scan, report, digest, kind, null);
    }

    /**
     * Checks a scan of which some pages may be told by a person.
     *
     * @param byHand what the office says of pages without a readable code, null if nothing
     * @throws IOException as above
     */
    Verdict check(Path scan, FinalizedReport report, Sha256 digest, UploadRepository.Kind kind, @Nullable PaperByHand byHand)
            throws IOException;

    /** Gives up what the check holds on to; nothing by default. */
    @Override
    default void close() {}

    /**
     * What a scan is.
     *
     * @param accepted true if it is exactly that revision's paper with all pages
     * @param pages    pages of the paper, 0 if refused
     * @param faults   why not, at most {@value ScanFault#MOST}; empty if accepted
     */
    record Verdict(boolean accepted, int pages, List<ScanFault> faults) {
        /** Copies the list. */
        public Verdict {
            faults = List.copyOf(faults);
        }
    }
}
