package org.shangbao.client.application.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.wire.v1.Changes;
import org.shangbao.wire.v1.ProgressRow;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.SignOffView;
import org.shangbao.wire.v1.SignedDocument;

/**
 * The sync server as the client sees it ({@code docs/formats/sync-v1.md}). Signs in by itself when a session is needed. Every call has time
 * limits; every failure is an entry of the register: LINK-001 not reachable, LINK-002 what answered is not our server, otherwise what the
 * server said. Safe to share between threads; blocks, never call from the UI thread.
 */
public interface SyncServer {

    /** Succeeds only if our server answers. */
    void ping() throws ReportingException;

    /** Returns what is new since a cursor; null asks for everything. */
    Changes changes(@Nullable String cursor) throws ReportingException;

    /**
     * Sends a finalized revision. Repeating is harmless.
     *
     * @param canonical its canonical bytes, sent as they are
     * @return the signed receipt, not verified yet
     * @throws ReportingException REVISION_CONFLICT if another revision is the head by now (both are kept there), or what the server refused
     */
    SignedDocument sendRevision(ReportId report, UUID revision, @Nullable UUID parent, byte[] canonical) throws ReportingException;

    /** Returns the canonical bytes of a revision. */
    byte[] revision(ReportId report, UUID revision) throws ReportingException;

    /** Returns where a report stands on the server. */
    ReportState state(ReportId report) throws ReportingException;

    /** Records an act on a report. Repeating with the same operation is harmless. */
    ReportState act(ReportId report, ReviewDecision decision) throws ReportingException;

    /**
     * Sends a file, going on from where an earlier attempt broke off.
     *
     * @param file     what is sent
     * @param uploadUrl where an earlier attempt went, null for a fresh one
     * @param progress told the upload's URL and the offset after every step that the server has durably; called on the calling thread
     * @throws ReportingException UPLOAD_UNKNOWN if the server forgot the upload (start anew), SCAN_REFUSED if it refused the paper
     */
    void sendFile(OutgoingFile file, @Nullable String uploadUrl, Progress progress) throws ReportingException;

    /** Returns a file of a report, for example an accepted scan. The digest of what arrived was checked. */
    byte[] file(String sha256) throws ReportingException;

    /** Returns 报送情况 of a subtree. */
    List<ProgressRow> progress(String unit, String period, String edition) throws ReportingException;

    /** Returns the roll-up of a unit as it is now. */
    RollUpView rollUp(String unit, String period, String edition) throws ReportingException;

    /** Returns where sign-off stands. */
    SignOffView signOff(ReportId report) throws ReportingException;

    /** Records a step of sign-off. */
    SignOffView recordStep(ReportId report, SignOffView.StepDone step) throws ReportingException;

    /** Records 报部. */
    SignOffView reportToMinistry(ReportId report, SignOffView.Reported reported) throws ReportingException;

    /** What a file is for. */
    enum FileKind {
        /** The signed or stamped report. */
        SCAN("scan"),
        /** The signed 审签单. */
        SIGN_OFF_SCAN("sign-off-scan"),
        /** A file that belongs to an answer. */
        ATTACHMENT("attachment");

        private final String wireName;

        FileKind(String wireName) { this.wireName = wireName; }

        /** Returns the name used in the protocol. */
        public String wireName() { return wireName; }
    }

    /**
     * A file to be sent.
     *
     * @param report   report it belongs to
     * @param revision revision it belongs to
     * @param kind     what it is for
     * @param fileName name people recognise; never used as a path
     * @param sha256   digest of the content, hexadecimal
     * @param size     bytes
     * @param content  opens the content anew each time
     */
    record OutgoingFile(ReportId report, UUID revision, FileKind kind, String fileName, String sha256, long size, ContentSource content) {}

    /** Opens a file's content. */
    @FunctionalInterface
    interface ContentSource {
        /** Opens it from the start; the caller closes it. */
        InputStream open() throws IOException, ReportingException;
    }

    /** Hears how far a file is. */
    @FunctionalInterface
    interface Progress {
        /** The server durably holds {@code offset} bytes of the upload at {@code uploadUrl}. */
        void reached(String uploadUrl, long offset) throws ReportingException;
    }
}
