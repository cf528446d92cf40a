package org.shangbao.wire.v1;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is new for the signed-in person since a cursor: {@code GET /v1/changes?after=}.
 *
 * @param cursor       hand it in next time; opaque
 * @param reports      reports of the person's subtree and own office that changed, current state
 * @param units        the whole unit list of the office's view if it changed, else empty
 * @param windows      windows if they changed, else empty
 * @param editions     editions if there are new ones, else empty
 * @param designations designations if they changed, else empty
 * @param packageKey   the server's signed {@link org.shangbao.wire.v1.transfer.PackageKey}; null unless asked for with {@code with=package-key}: older clients
 *                     do not know it
 */
public record Changes(String cursor, List<ReportState> reports, List<UnitRecord> units, List<WindowRecord> windows,
        List<EditionRecord> editions, List<DesignationRecord> designations,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SignedDocument packageKey) {
    /** Returns the same with the key for packages. */
    public Changes with(SignedDocument key) {
        return new Changes(cursor, reports, units, windows, editions, designations, key);
    }

    /** Copies the lists. */
    public Changes {
        reports = List.copyOf(reports);
        units = List.copyOf(units);
        windows = List.copyOf(windows);
        editions = List.copyOf(editions);
        designations = List.copyOf(designations);
    }
}
