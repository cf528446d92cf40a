package org.shangbao.client.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Reads and writes rows of the {@link Table}s; all values travel as text. Store thread only. */
final class Tables {
    private final Connection connection;
    private final ContentSum sum;
    private final RecordCache cache = new RecordCache();
    private final Map<Table, String> merges = new EnumMap<>(Table.class);

    Tables(Connection connection, ContentSum sum) {
        this.connection = connection;
        this.sum = sum;
    }

    ContentSum sum() { return sum; }

    RecordCache cache() { return cache; }

    /** The open transaction is part of the database now. */
    void committed() {
        sum.commit();
        cache.committed();
    }

    /** The open transaction never was. */
    void rolledBack() {
        sum.rollback();
        cache.rolledBack();
    }

    /** Reads every row of every table and returns their sum; the running sum stays. */
    String sumOfAllRows() throws SQLException {
        String running = sum.text();
        sum.start("0".repeat(64));
        try {
            for (Table table : Table.values()) {
                for (Row row : select(table, Map.of(), List.of())) {
                    sum.add(table, row.values());
                }
            }
            return sum.text();
        } finally {
            sum.start(running);
        }
    }

    /** A row by column name. */
    record Row(Map<String, @Nullable String> values) {
        String text(String column) {
            String value = values.get(column);
            return value == null ? "" : value;
        }

        @Nullable
        String textOrNull(String column) { return values.get(column); }

        long number(String column) { return Long.parseLong(text(column)); }
    }

    /** Returns the rows with these values, in order of {@code orderBy} (column names from code only) or of the key. */
    List<Row> select(Table table, Map<String, String> where, List<String> orderBy) throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT ").append(String.join(", ", table.columns())).append(" FROM ")
                .append(table.sqlName());
        appendWhere(sql, table, where.keySet());
        sql.append(" ORDER BY ").append(String.join(", ", orderBy.isEmpty() ? table.keys() : orderBy));
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            int index = 1;
            for (String value : where.values()) {
                statement.setString(index++, value);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    Map<String, @Nullable String> values = new LinkedHashMap<>();
                    for (String column : table.columns()) {
                        values.put(column, result.getString(column));
                    }
                    rows.add(new Row(values));
                }
            }
        }
        return rows;
    }

    /** Applies a change; the same change twice gives the same rows. */
    void apply(RowChange change) throws SQLException {
        Table table;
        try {
            table = Table.valueOf(change.table());
        } catch (IllegalArgumentException e) {
            throw new SQLException("unknown table in the journal: " + change.table(), e);
        }
        cache.touch(table);
        switch (change.action()) {
            case PUT -> put(table, change);
            case DELETE -> delete(table, change);
        }
    }

    private void put(Table table, RowChange change) throws SQLException {
        List<String> columns = table.columns();
        if (!change.values().keySet().equals(table.columnNames())) {
            throw new SQLException("columns of " + table + ": " + change.values().keySet());
        }
        Map<String, String> key = new LinkedHashMap<>();
        for (String column : table.keys()) {
            key.put(column, String.valueOf(change.values().get(column)));
        }
        subtract(table, key);
        try (PreparedStatement statement = connection.prepareStatement(merges.computeIfAbsent(table, Tables::merge))) {
            for (int index = 0; index < columns.size(); index++) {
                statement.setString(index + 1, change.values().get(columns.get(index)));
            }
            statement.executeUpdate();
        }
        sum.add(table, change.values());
    }

    private static String merge(Table table) {
        List<String> columns = table.columns();
        return "MERGE INTO " + table.sqlName() + " (" + String.join(", ", columns) + ") KEY (" + String.join(", ", table.keys())
                + ") VALUES (" + String.join(", ", columns.stream().map(column -> "?").toList()) + ")";
    }

    private void subtract(Table table, Map<String, String> where) throws SQLException {
        for (Row row : select(table, where, List.of())) {
            sum.subtract(table, row.values());
        }
    }

    private void delete(Table table, RowChange change) throws SQLException {
        Map<String, String> where = new LinkedHashMap<>();
        change.values().forEach((column, value) -> where.put(column, String.valueOf(value)));
        subtract(table, where);
        StringBuilder sql = new StringBuilder("DELETE FROM ").append(table.sqlName());
        appendWhere(sql, table, change.values().keySet());
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            int index = 1;
            for (String value : change.values().values()) {
                statement.setString(index++, value);
            }
            statement.executeUpdate();
        }
    }

    private static void appendWhere(StringBuilder sql, Table table, java.util.Set<String> columns) throws SQLException {
        if (!table.columnNames().containsAll(columns)) {
            throw new SQLException("columns of " + table + ": " + columns);
        }
        String glue = " WHERE ";
        for (String column : columns) {
            sql.append(glue).append(column).append(" = ?");
            glue = " AND ";
        }
    }
}
