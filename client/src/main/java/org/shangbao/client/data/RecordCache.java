package org.shangbao.client.data;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;

/**
 * What was read from the tables that hardly ever change, until one of their rows is written. Every save reads the units, editions and people
 * of the office; without this most of its time goes there. Store thread only.
 */
final class RecordCache {
    private final Map<Table, Object> read = new EnumMap<>(Table.class);
    private final Map<Table, Object> afterCommit = new EnumMap<>(Table.class);
    private final Set<Table> touched = EnumSet.noneOf(Table.class);

    /** Something read from one table. */
    @FunctionalInterface
    interface Reading<T> {
        /** Reads. */
        T now() throws ReportingException;
    }

    /** Returns what was read before, or reads; each table has one kind of reading. The value is shared and must not be changed. */
    @SuppressWarnings("unchecked")
    <T> T get(Table table, Reading<T> reading) throws ReportingException {
        Object known = read.get(table);
        if (known != null) {
            return (T) known;
        }
        T value = reading.now();
        if (!touched.contains(table)) {
            read.put(table, value);
        }
        return value;
    }

    /** Returns what is known of a table as the open transaction leaves it, null if nothing is. */
    @SuppressWarnings("unchecked")
    <T> @Nullable T known(Table table) {
        Object after = afterCommit.get(table);
        return (T) (after != null ? after : read.get(table));
    }

    /** A row was written in the open transaction. */
    void touch(Table table) {
        read.remove(table);
        afterCommit.remove(table);
        touched.add(table);
    }

    /** What a reading of the touched table will give once the open transaction is committed. */
    void expect(Table table, Object value) {
        afterCommit.put(table, value);
    }

    /** The open transaction is part of the database now. */
    void committed() {
        read.putAll(afterCommit);
        rolledBack();
    }

    /** The open transaction never was. */
    void rolledBack() {
        afterCommit.clear();
        touched.clear();
    }

    /** Everything may be different. */
    void clear() {
        read.clear();
        rolledBack();
    }
}
