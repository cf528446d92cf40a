package org.shangbao.client.application.delivery;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.UnitId;
import org.shangbao.wire.v1.Changes;
import org.shangbao.wire.v1.PaperByHand;
import org.shangbao.wire.v1.PreReviewAnswer;
import org.shangbao.wire.v1.ProgressRow;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.SignOffView;
import org.shangbao.wire.v1.transfer.PackageReceipt;

/**
 * The server as this office sees it (sync protocol v1). Signs in by itself when needed. Every call has a timeout. What does not carry the
 * protocol's header is never taken for an answer. Safe to share between threads; never call from the UI thread.
 * <p>
 * Every method throws {@link ServerFailure}: SERVER_UNREACHABLE, NOT_OUR_SERVER, SERVER_FAILED, NOT_SIGNED_IN, or the code the server gave.
 */
public interface ReportingServer {

    /** Returns what is new since {@code cursor}; everything for an empty one. */
    Changes changes(String cursor) throws ReportingException;

    /**
     * Sends a revision.
     *
     * @param parent the revision it follows on the server, null for the first
     * @return the signed receipt as it came, not yet verified
     */
    byte[] putRevision(ReportId report, UUID revision, byte[] canonical, @Nullable UUID parent) throws ReportingException;

    /** Returns the canonical bytes of a revision. */
    byte[] revision(ReportId report, UUID revision) throws ReportingException;

    /** Returns a report as the server holds it; REPORT_UNKNOWN if nothing arrived. */
    ReportState report(ReportId report) throws ReportingException;

    /** Records an act; the same operation again changes nothing. */
    ReportState act(ReportId report, ReviewDecision decision) throws ReportingException;

    /** Sends a draft for pre-review; the same again changes nothing. */
    ReportState putPreReview(ReportId report, UUID draft, byte[] canonical) throws ReportingException;

    /** Returns the canonical bytes of a draft, not yet verified. */
    byte[] preReview(ReportId report, UUID draft) throws ReportingException;

    /** Answers a draft; the same operation again changes nothing. */
    ReportState answerPreReview(ReportId report, UUID draft, PreReviewAnswer answer) throws ReportingException;

    /** Passes another office's package on; the same again changes nothing. */
    PackageReceipt passOn(byte[] file) throws ReportingException;

    /** Returns the server's package for a unit of the own subtree, not yet verified. */
    byte[] packageFor(UnitId unit) throws ReportingException;

    /**
     * Sends a file, from where it stopped.
     *
     * @param url      upload URL given before, empty to begin
     * @param progress told after every piece the server has
     * @throws ReportingException UPLOAD_UNKNOWN if the server no longer knows the URL: begin anew; SCAN_REFUSED
     */
    void upload(Upload upload, String url, Content content, Progress progress) throws ReportingException;

    /** Returns a file, at most {@code most} bytes; the caller verifies the digest. */
    byte[] file(String sha256, long most) throws ReportingException;

    /** Returns 报送情况. */
    List<ProgressRow> progress(String unit, String period, String edition) throws ReportingException;

    /** Returns 汇总. */
    RollUpView rollUp(String unit, String period, String edition) throws ReportingException;

    /** Returns where sign-off stands. */
    SignOffView signOff(ReportId report) throws ReportingException;

    /** Records a step of sign-off. */
    SignOffView recordStep(ReportId report, SignOffView.StepDone step) throws ReportingException;

    /** Records 报部. */
    SignOffView reportToMinistry(ReportId report, SignOffView.Reported reported) throws ReportingException;

    /**
     * What is uploaded.
     *
     * @param kind   {@code scan}, {@code sign-off-scan} or {@code attachment}
     * @param byHand what was said of pages of a scan no machine reads, null if nothing
     */
    record Upload(String sha256, long size, ReportId report, UUID revision, String kind, String fileName, @Nullable PaperByHand byHand) {
        /** An upload of which nothing has to be said. */
        public Upload(String sha256, long size, ReportId report, UUID revision, String kind, String fileName) {
            this(sha256, size, report, revision, kind, fileName, null);
        }
    }

    /** Content of an upload. */
    @FunctionalInterface
    interface Content {
        /** Opens it from an offset; closed by the caller. */
        InputStream from(long offset) throws ReportingException;
    }

    /** Hears of progress on the calling thread. */
    @FunctionalInterface
    interface Progress {
        /** The server at {@code url} has {@code sent} bytes, durably. */
        void sent(String url, long sent) throws ReportingException;
    }
}
