package org.shangbao.wire.v1.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The list at the beginning of a package that goes down: payload of a {@link org.shangbao.wire.v1.SignedDocument} of type {@link #TYPE}, so
 * everything it carries is the server's word.
 *
 * @param id        the package, as in its header
 * @param unit      the office it is for, as in its header
 * @param scope     how much of the news it carries
 * @param position  where the server stood, as {@link ChangeCursor}
 * @param createdAt server time
 * @param parts     what it carries: answers to {@code GET /changes}, from the beginning
 * @param outcomes  what became of what the office sent in packages, oldest first
 */
public record DownwardContents(UUID id, String unit, Scope scope, String position, Instant createdAt, List<PackagePart> parts,
        List<PartOutcome> outcomes) {
    /** Type in the signed document. */
    public static final String TYPE = "package";

    /** How much of the news a package carries. */
    public enum Scope {
        /** Editions, units, windows, designations: nothing confidential. */
        LISTS,
        /** Also the reports, with all that was said to them. */
        EVERYTHING
    }

    /** Copies the lists. */
    public DownwardContents {
        Objects.requireNonNull(id);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(scope);
        Objects.requireNonNull(position);
        Objects.requireNonNull(createdAt);
        parts = List.copyOf(parts);
        outcomes = List.copyOf(outcomes);
    }
}
