package org.shangbao.wire.v1;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.edition.EditionId;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.Attachment;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ObservationStatus;
import org.shangbao.model.report.ReportContent;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.UnitId;

/**
 * Canonical report v1: one finalized revision as it is digested, printed, sent, reviewed and kept for ever
 * ({@code docs/formats/report-v1.md}). Readers accept every version ever released.
 *
 * @param format       always {@link #FORMAT}
 * @param version      always 1
 * @param kind         {@code FORM} for figures of the unit itself, {@code SUMMARY} for a level's roll-up (a province's single form is a
 *                     SUMMARY that also holds its own items)
 * @param unit         unit id
 * @param unitName     its name on the day of finalizing, as printed
 * @param period       period id
 * @param edition      edition id
 * @param editionDigest SHA-256 of the edition's bytes
 * @param revision     id of this revision, made by the client
 * @param number       1, 2, … as printed in 第R n 稿
 * @param parent       the revision it follows, null for the first
 * @param finalizedAt  when, by the client's clock; shown, never used to order anything
 * @param figures      decimal string, {@code "NA"} for 不适用, null for 未填; by figure code
 * @param narratives   by item code
 * @param attachments  by item code
 * @param explanations 核实说明 in order of the findings
 * @param children     revisions it sums, in tree order; empty for a FORM
 * @param missing      units that should be in it and are not
 * @param cases        cases of SELECT items passed on
 * @param people       names for the paper
 * @param program      version of the program that made it
 */
public record FinalizedReport(String format, int version, Kind kind, String unit, String unitName, String period, String edition,
        String editionDigest, UUID revision, int number, @Nullable UUID parent, Instant finalizedAt,
        SortedMap<String, @Nullable String> figures,
        SortedMap<String, String> narratives, SortedMap<String, List<FileReference>> attachments, List<Explained> explanations,
        List<ChildRevision> children, List<MissingUnit> missing, List<SelectedCase> cases, People people, String program) {
    /** Value of {@code format}. */
    public static final String FORMAT = "shangbao-report";
    /** Written for 不适用. */
    public static final String NOT_APPLICABLE = "NA";

    /** Whose figures they are. */
    public enum Kind {
        /** The unit's own. */
        FORM,
        /** Summed from below. */
        SUMMARY
    }

    /** A file by its content: name as shown, SHA-256 in hex, size in bytes. */
    public record FileReference(String fileName, String sha256, long size) {}

    /**
     * A finding that had to be explained, with what was seen then.
     *
     * @param key      the finding's key
     * @param code     figure or item
     * @param matter   核对事项 in the edition's words with live values
     * @param current  value now, empty if none
     * @param previous value of the earlier period, empty if none
     * @param text     the explanation
     */
    public record Explained(String key, String code, String matter, String current, String previous, String text) {}

    /** A revision that is summed: unit id, revision id, SHA-256 of its canonical bytes. */
    public record ChildRevision(String unit, UUID revision, String digest) {}

    /** A unit that is not in the sum, with its name and why, in a few words. */
    public record MissingUnit(String unit, String unitName, String reason) {}

    /** A case passed on: unit, its name, item code, first words, designated or not. */
    public record SelectedCase(String unit, String unitName, String item, String title, boolean designated) {}

    /** Names on the paper; telephone of the filler. Empty where not known. */
    public record People(String filler, String reviewer, String officer, String telephone) {}

    /** Copies the collections. */
    public FinalizedReport {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        narratives = Collections.unmodifiableSortedMap(new TreeMap<>(narratives));
        attachments = Collections.unmodifiableSortedMap(new TreeMap<>(attachments));
        explanations = List.copyOf(explanations);
        children = List.copyOf(children);
        missing = List.copyOf(missing);
        cases = List.copyOf(cases);
    }

    /** Returns the natural key. */
    public ReportId reportId() {
        return new ReportId(new UnitId(unit), new PeriodId(period), new EditionId(edition));
    }

    /** Returns the canonical bytes; what the digest is taken of. */
    public byte[] canonicalBytes() { return WireJson.writeCanonical(this); }

    /** Returns the SHA-256 of the canonical bytes. */
    public Sha256 digest() { return Sha256.of(canonicalBytes()); }

    /** Returns the answers as the model sees them. */
    public ReportContent content() {
        SortedMap<String, FigureValue> values = new TreeMap<>();
        figures.forEach((code, text) -> values.put(code, figureOf(text)));
        SortedMap<String, List<Attachment>> files = new TreeMap<>();
        attachments.forEach((code, list) -> files.put(code,
                list.stream().map(file -> new Attachment(file.fileName(), file.sha256(), file.size())).toList()));
        SortedMap<String, String> explained = new TreeMap<>();
        explanations.forEach(entry -> explained.put(entry.key(), entry.text()));
        return new ReportContent(values, narratives, files, explained);
    }

    /** Returns the written form of a figure. */
    public static @Nullable String figureText(FigureValue value) {
        return switch (value.status()) {
            case VALUE -> value.canonical();
            case NOT_APPLICABLE -> NOT_APPLICABLE;
            case MISSING -> null;
        };
    }

    private static FigureValue figureOf(@Nullable String text) {
        if (text == null) {
            return FigureValue.MISSING;
        }
        return text.equals(NOT_APPLICABLE) ? FigureValue.NOT_APPLICABLE : FigureValue.of(text);
    }

    /**
     * Reads canonical bytes.
     *
     * @throws WireFormatException REPORT_FORMAT if they are not a report of a known version, not in canonical form, or a figure is not a
     *                             canonical decimal string
     */
    public static FinalizedReport read(byte[] bytes) throws WireFormatException {
        FinalizedReport report = WireJson.read(bytes, FinalizedReport.class);
        if (!report.format.equals(FORMAT) || report.version != 1) {
            throw refused("format " + report.format + " " + report.version);
        }
        try {
            report.reportId();
            new Sha256(report.editionDigest);
            requireCanonicalFigures(report.figures);
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
        if (report.number < 1 || report.number > 999 || !Arrays.equals(bytes, report.canonicalBytes())) {
            throw refused("not canonical");
        }
        return report;
    }

    /** Refuses figures that are not canonical decimal strings, {@code "NA"} or null. */
    static void requireCanonicalFigures(SortedMap<String, @Nullable String> figures) throws WireFormatException {
        for (Map.Entry<String, @Nullable String> figure : figures.entrySet()) {
            String text = figure.getValue();
            if (text != null && text.length() > 40) {
                throw refused("figure " + figure.getKey());
            }
            FigureValue value = figureOf(text);
            if (value.status() == ObservationStatus.VALUE && !value.canonical().equals(text)) {
                throw refused("figure " + figure.getKey());
            }
        }
    }

    static WireFormatException refused(String reason) { return new WireFormatException(ErrorCode.REPORT_FORMAT, Map.of("reason", reason)); }
}
