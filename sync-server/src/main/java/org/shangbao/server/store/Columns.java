package org.shangbao.server.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;

/** Types that H2 and PostgreSQL write differently, in one place. Ids are text, instants go as times with the offset Z. */
final class Columns {
    private Columns() {}

    static @Nullable OffsetDateTime at(@Nullable Instant instant) { return instant == null ? null : instant.atOffset(ZoneOffset.UTC); }

    static @Nullable String text(@Nullable UUID id) { return id == null ? null : id.toString(); }

    /** A wire record as text, null for null. */
    static @Nullable String document(@Nullable Object value) {
        return value == null ? null : new String(WireJson.write(value), StandardCharsets.UTF_8);
    }

    /** Reads a wire record that was stored as text. */
    static <T> @Nullable T document(ResultSet row, String column, Class<T> type) throws SQLException {
        String text = row.getString(column);
        try {
            return text == null ? null : WireJson.read(text.getBytes(StandardCharsets.UTF_8), type);
        } catch (WireFormatException e) {
            throw new SQLException("column " + column + " holds no " + type.getSimpleName(), e);
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static UUID uuid(ResultSet row, String column) throws SQLException { return UUID.fromString(row.getString(column)); }

    static @Nullable UUID optionalUuid(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? null : UUID.fromString(value);
    }

    static LocalDate date(ResultSet row, String column) throws SQLException { return row.getObject(column, LocalDate.class); }

    static @Nullable LocalDate optionalDate(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type) throws SQLException {
        String name = row.getString(column);
        return Arrays.stream(type.getEnumConstants()).filter(candidate -> candidate.name().equals(name)).findFirst()
                .orElseThrow(() -> new SQLException("column " + column + " holds an unknown word"));
    }
}
