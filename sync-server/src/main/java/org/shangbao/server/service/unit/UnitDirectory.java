package org.shangbao.server.service.unit;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.unit.UnitId;
import org.shangbao.server.service.transaction.CounterRepository.Counter;
import org.shangbao.server.service.transaction.Transaction;

/** Keeps the unit list in memory and reads it again when it changed. Safe to share between threads. */
public final class UnitDirectory {
    private final AtomicReference<@Nullable Loaded> loaded = new AtomicReference<>();

    /** Returns the list as this transaction sees it. */
    public UnitList in(Transaction transaction) {
        long version = transaction.counters().value(Counter.UNITS);
        Loaded held = loaded.get();
        if (held == null || held.version() != version) {
            held = new Loaded(version, new UnitList(transaction.units().all()));
            loaded.set(held);
        }
        return held.list();
    }

    /**
     * Reads a unit id from outside.
     *
     * @throws ReportingException UNIT_UNKNOWN if it has not the form of one
     */
    public static UnitId unitId(String text) throws ReportingException {
        try {
            return new UnitId(text);
        } catch (IllegalArgumentException e) {
            throw new ReportingException(ErrorCode.UNIT_UNKNOWN, Map.of("unit", text.length() > 20 ? text.substring(0, 20) : text), e);
        }
    }

    private record Loaded(long version, UnitList list) {}
}
