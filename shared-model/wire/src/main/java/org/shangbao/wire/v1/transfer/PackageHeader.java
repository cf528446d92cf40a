package org.shangbao.wire.v1.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.UnitId;
import org.shangbao.wire.v1.SealedBox;

/**
 * First line of a 上报数据包, in clear: enough to pass it on, nothing of what it carries.
 *
 * @param format    always {@link #FORMAT}
 * @param version   always 1
 * @param direction which way it goes
 * @param id        made by whoever wrote it
 * @param unit      the office it is from, or for
 * @param report    natural key of the report it is about, null on the way down
 * @param createdAt by the clock of whoever wrote it; shown, never used to order anything
 * @param boxes     the key of the contents, once for each holder of a private key; empty if the contents are not confidential
 */
public record PackageHeader(String format, int version, Direction direction, UUID id, String unit, @Nullable String report,
        Instant createdAt, List<SealedBox> boxes) {
    /** Value of {@code format}. */
    public static final String FORMAT = "shangbao-package";
    /** Most holders of a key. */
    public static final int MOST_BOXES = 8;

    /** Which way a package goes. */
    public enum Direction {
        /** From an office to the server. */
        UP,
        /** From the server to an office. */
        DOWN
    }

    /** Copies the list. */
    public PackageHeader {
        Objects.requireNonNull(format);
        Objects.requireNonNull(direction);
        Objects.requireNonNull(id);
        new UnitId(unit);
        if (direction == Direction.UP) {
            ReportId.parse(Objects.requireNonNull(report));
        }
        Objects.requireNonNull(createdAt);
        boxes = List.copyOf(boxes);
    }

    /** Returns the header of a package that goes up. */
    public static PackageHeader up(UUID id, ReportId report, UnitId unit, Instant createdAt) {
        return new PackageHeader(FORMAT, 1, Direction.UP, id, unit.value(), report.toString(), createdAt, List.of());
    }

    /** Returns the header of a package that goes down. */
    public static PackageHeader down(UUID id, UnitId unit, Instant createdAt) {
        return new PackageHeader(FORMAT, 1, Direction.DOWN, id, unit.value(), null, createdAt, List.of());
    }

    PackageHeader closedFor(List<SealedBox> holders) {
        return new PackageHeader(format, version, direction, id, unit, report, createdAt, holders);
    }
}
