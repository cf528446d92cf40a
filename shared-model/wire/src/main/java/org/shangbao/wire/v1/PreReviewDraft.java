package org.shangbao.wire.v1;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.edition.EditionId;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportContent;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.UnitId;

/**
 * Draft for pre-review v1: the answers of a report as they stood when it was sent up for a look before anyone signs
 * ({@code docs/formats/pre-review-v1.md}). It is no revision, has no paper and is never counted; blanks may be empty and rules broken.
 *
 * @param format       always {@link #FORMAT}
 * @param version      always 1
 * @param draft        id of this draft, made by the client
 * @param number       which sending of this report it is, 1 to 999
 * @param note         words of the clerk, empty if none
 * @param unit         unit id
 * @param unitName     its name
 * @param period       period id
 * @param edition      edition id
 * @param editionDigest SHA-256 of the edition's bytes
 * @param sentAt       when, by the client's clock; shown, never used to order anything
 * @param figures      decimal string, {@code "NA"} for 不适用, null for 未填; by figure code
 * @param narratives   by item code
 * @param attachments  names of the files of an item; the files themselves do not travel
 * @param explanations 核实说明 written so far
 * @param people       names; telephone of the filler
 * @param program      version of the program that made it
 */
public record PreReviewDraft(String format, int version, UUID draft, int number, String note, String unit, String unitName, String period,
        String edition, String editionDigest, Instant sentAt, SortedMap<String, @Nullable String> figures,
        SortedMap<String, String> narratives, SortedMap<String, List<FinalizedReport.FileReference>> attachments,
        List<FinalizedReport.Explained> explanations, FinalizedReport.People people, String program) {
    /** Value of {@code format}. */
    public static final String FORMAT = "shangbao-pre-review";
    /** Media type of its canonical bytes. */
    public static final String MEDIA_TYPE = "application/vnd.shangbao.pre-review+json";
    /** Largest draft that is read, in bytes. */
    public static final int MOST_BYTES = 2 << 20;
    /** Longest note, in characters. */
    public static final int MOST_NOTE = 500;

    /** Copies the collections; nothing but a figure's text may be null. */
    public PreReviewDraft {
        Stream.of(format, draft, note, unit, unitName, period, edition, editionDigest, sentAt, people, program)
                .forEach(Objects::requireNonNull);
        Stream.of(people.filler(), people.reviewer(), people.officer(), people.telephone()).forEach(Objects::requireNonNull);
        narratives.values().forEach(Objects::requireNonNull);
        attachments.values().forEach(files -> files
                .forEach(file -> Stream.of(file.fileName(), file.sha256()).forEach(Objects::requireNonNull)));
        explanations.forEach(entry -> Stream.of(entry.key(), entry.code(), entry.matter(), entry.current(), entry.previous(), entry.text())
                .forEach(Objects::requireNonNull));
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        narratives = Collections.unmodifiableSortedMap(new TreeMap<>(narratives));
        attachments = Collections.unmodifiableSortedMap(new TreeMap<>(attachments));
        explanations = List.copyOf(explanations);
    }

    /** Returns the natural key of the report. */
    public ReportId reportId() {
        return new ReportId(new UnitId(unit), new PeriodId(period), new EditionId(edition));
    }

    /** Returns the canonical bytes; what the digest is taken of. */
    public byte[] canonicalBytes() { return WireJson.writeCanonical(this); }

    /** Returns the SHA-256 of the canonical bytes. */
    public Sha256 digest() { return Sha256.of(canonicalBytes()); }

    /** Returns the answers as the model sees them. */
    public ReportContent content() { return asReport().content(); }

    /**
     * Returns the answers in the shape in which reports are compared and shown. It is not a revision: it has the draft's id, was never
     * finalized, and must not be digested, stored or sent.
     */
    public FinalizedReport asReport() {
        return new FinalizedReport(FinalizedReport.FORMAT, 1, FinalizedReport.Kind.FORM, unit, unitName, period, edition, editionDigest,
                draft, number, null, sentAt, figures, narratives, attachments, explanations, List.of(), List.of(), List.of(), people,
                program);
    }

    /**
     * Reads canonical bytes.
     *
     * @throws WireFormatException REPORT_FORMAT if they are too many, not a draft of a known version, not in canonical form, or a figure is
     *                             not a canonical decimal string
     */
    public static PreReviewDraft read(byte[] bytes) throws WireFormatException {
        if (bytes.length > MOST_BYTES) {
            throw FinalizedReport.refused(bytes.length + " bytes");
        }
        PreReviewDraft draft = WireJson.read(bytes, PreReviewDraft.class);
        if (!draft.format.equals(FORMAT) || draft.version != 1) {
            throw FinalizedReport.refused("format " + draft.format + " " + draft.version);
        }
        try {
            draft.reportId();
            new Sha256(draft.editionDigest);
            FinalizedReport.requireCanonicalFigures(draft.figures);
        } catch (IllegalArgumentException e) {
            throw FinalizedReport.refused(String.valueOf(e.getMessage()));
        }
        boolean fits = draft.number >= 1 && draft.number <= 999 && draft.note.length() <= MOST_NOTE;
        if (!fits || !Arrays.equals(bytes, draft.canonicalBytes())) {
            throw FinalizedReport.refused("not canonical");
        }
        return draft;
    }
}
