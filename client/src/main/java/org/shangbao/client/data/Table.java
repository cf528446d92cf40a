package org.shangbao.client.data;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The tables, their columns and keys. Names from a journal are looked up here and never reach SQL by themselves. */
enum Table {
    SETTING(List.of("name"), List.of("content")),
    UNIT(List.of("id"), List.of("place", "document")),
    EDITION(List.of("id"), List.of("digest", "bytes")),
    FILLING_WINDOW(List.of("period", "edition", "unit"), List.of("document")),
    DESIGNATION(List.of("period", "unit", "item"), List.of()),
    PERSON(List.of("account"), List.of("place", "document")),
    ACCOUNT_SECRET(List.of("account"), List.of("secret")),
    REPORT(List.of("report"), List.of("status", "review", "head", "number", "last_focus", "changed_at")),
    FIGURE(List.of("report", "code"), List.of("typed")),
    NARRATIVE(List.of("report", "item"), List.of("content")),
    ATTACHMENT(List.of("report", "item", "place"), List.of("file_name", "sha256", "size_bytes")),
    EXPLANATION(List.of("report", "finding"), List.of("content")),
    CARRIED_OVER(List.of("report", "kind", "code"), List.of()),
    FIGURE_NOTE(List.of("edition", "code"), List.of("content")),
    REVISION(List.of("revision"), List.of("report", "number", "digest", "canonical")),
    PAPER(List.of("revision", "kind"), List.of("pdf", "print_map", "pages")),
    SCAN_FILE(List.of("revision", "kind", "place"), List.of("file_name", "sha256")),
    SCAN(List.of("revision", "kind"), List.of("sha256", "file_name", "size_bytes", "pages", "accepted_at")),
    SCAN_DETAIL(List.of("revision", "kind"), List.of("document")),
    OUTBOX(List.of("id"), List.of("place", "kind", "report", "revision", "content", "file_name", "size_bytes", "sent_bytes", "upload",
            "state", "attempts", "next_at", "problem", "details")),
    RECEIPT(List.of("revision"), List.of("document")),
    REPORT_STATE(List.of("report"), List.of("document")),
    FETCHED_REVISION(List.of("revision"), List.of("canonical")),
    SUMMARY_SOURCE(List.of("revision"), List.of("document"));

    private final List<String> keys;
    // asked for with every row of every save
    private final List<String> columns;
    private final Set<String> columnNames;
    private final String sqlName;

    Table(List<String> keys, List<String> others) {
        this.keys = keys;
        this.columns = Stream.concat(keys.stream(), others.stream()).toList();
        this.columnNames = Set.copyOf(columns);
        this.sqlName = name().toLowerCase(Locale.ROOT);
    }

    String sqlName() { return sqlName; }

    List<String> keys() { return keys; }

    /** Returns keys and other columns, in their order. */
    List<String> columns() { return columns; }

    Set<String> columnNames() { return columnNames; }
}
