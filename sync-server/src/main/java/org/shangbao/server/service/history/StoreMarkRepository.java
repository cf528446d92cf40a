package org.shangbao.server.service.history;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.shangbao.wire.v1.StoreMark;

/** Marks of data folders, one for each unit and history. */
public interface StoreMarkRepository {
    /** Returns the furthest mark told. */
    Optional<StoreMark> find(String unit, UUID history);

    /** Writes a mark in the place of the one before. */
    void put(String unit, UUID history, StoreMark mark, Instant at);

    /** Removes all but the latest {@code most} histories of a unit. */
    void keepLatest(String unit, int most);
}
