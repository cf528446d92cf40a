package org.shangbao.client.data;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * One row written or removed, as the journal records it. Values are absolute, so applying a change twice gives the same rows.
 *
 * @param table  name of a {@link Table}
 * @param action what is done
 * @param values all columns for PUT; for DELETE the columns that select the rows, none for all rows
 */
record RowChange(String table, Action action, SortedMap<String, @Nullable String> values) {

    /** What is done. */
    enum Action {
        /** Insert, or replace the row with the same key. */
        PUT,
        /** Remove the rows with these values. */
        DELETE
    }

    RowChange {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
