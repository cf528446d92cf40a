package org.shangbao.wire.v1.transfer;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Answer to {@code POST /v1/packages}: what became of each part. Whoever may not see the office's reports is told how many, and no more.
 *
 * @param id    the package
 * @param unit  the office it is from
 * @param parts outcomes, in its order
 */
public record PackageReceipt(UUID id, String unit, List<PartOutcome> parts) {
    /** Copies the list. */
    public PackageReceipt {
        Objects.requireNonNull(id);
        Objects.requireNonNull(unit);
        parts = List.copyOf(parts);
    }
}
