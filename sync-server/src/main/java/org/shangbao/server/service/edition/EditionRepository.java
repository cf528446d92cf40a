package org.shangbao.server.service.edition;

import java.time.Instant;
import java.util.List;

/** Form editions as stored: their exact bytes. */
public interface EditionRepository {
    /** An edition: id, SHA-256 of the bytes, the bytes, when it was added. */
    record StoredEdition(String id, String digest, byte[] bytes, Instant addedAt) {}

    /** Returns all editions, oldest first. */
    List<StoredEdition> all();

    /** Adds an edition; the id must be new. */
    void add(StoredEdition edition);
}
