package org.shangbao.server.service.upload;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.wire.v1.PaperByHand;

/** Uploads and stored files: what the database knows of them. */
public interface UploadRepository {
    /** What a file is for. */
    enum Kind {
        /** The scanned, signed or stamped report. */
        SCAN,
        /** The scanned 审签单. */
        SIGN_OFF_SCAN,
        /** A file of the report. */
        ATTACHMENT
    }

    /** How far an upload is. */
    enum State {
        /** Bytes are missing. */
        OPEN,
        /** All bytes are in the store and were taken. */
        DONE,
        /** It can never end well; the client begins anew. */
        DEAD
    }

    /**
     * An upload.
     *
     * @param id        random, part of its URL
     * @param account   who may go on with it
     * @param length    bytes there will be
     * @param sha256    what they must digest to
     * @param report    natural key
     * @param revision  revision they belong to
     * @param kind      what they are for
     * @param fileName  name as shown
     * @param state     how far it is
     * @param createdAt server time
     * @param byHand    what the office says of pages no machine reads, null if nothing
     */
    record StoredUpload(String id, String account, long length, String sha256, String report, UUID revision, Kind kind, String fileName,
            State state, Instant createdAt, @Nullable PaperByHand byHand) {}

    /** A file in the object store: digest, what it belongs to, kind, name, length, the upload that brought it, when. */
    record StoredFile(String sha256, String report, UUID revision, Kind kind, String fileName, long length, String upload, Instant at) {}

    /** Adds an upload. */
    void add(StoredUpload upload);

    /** Returns an upload. */
    Optional<StoredUpload> find(String id);

    /** Returns how many uploads of an account are open. */
    int countOpen(String account);

    /** Sets how far an upload is. */
    void setState(String id, State state);

    /** Returns open uploads that were begun before. */
    List<StoredUpload> openBefore(Instant instant);

    /** Adds a file; a known one changes nothing. */
    void addFile(StoredFile file);

    /** Returns every use of a file. */
    List<StoredFile> files(String sha256);
}
