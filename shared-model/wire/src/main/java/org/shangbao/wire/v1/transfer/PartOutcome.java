package org.shangbao.wire.v1.transfer;

import java.util.Map;
import java.util.Objects;

/**
 * What became of one part of a package that went up.
 *
 * @param kind    what it is
 * @param address its address
 * @param code    the register's code of why it was refused, empty if it was taken
 * @param details values for its text
 */
public record PartOutcome(String kind, String address, String code, Map<String, String> details) {
    /** Copies the map. */
    public PartOutcome {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(address);
        Objects.requireNonNull(code);
        details = Map.copyOf(details);
    }

    /** True if the server has it. */
    public boolean wasTaken() { return code.isEmpty(); }
}
