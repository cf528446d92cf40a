package org.shangbao.client.print;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A form as it goes on paper. All texts are printed as given; nothing is computed but numbers of annexes and pages.
 *
 * @param kind which paper
 * @param head origin of the form and the words repeated on later pages
 * @param title the form's title
 * @param subtitle the period in brackets
 * @param unit the unit that fills it, with its code
 * @param affiliation what stands at the right of the unit, label included (所属：…, 报送：…), empty for nothing
 * @param scope what a summary covers, null for a form that sums nothing
 * @param rows the form's items in official order
 * @param annexes parts behind the signature area, only those with content
 * @param signature names printed beside the lines, ignored in a draft
 * @param coding what its codes say; null exactly for {@link Kind#BLANK} and {@link Kind#DRAFT}
 * @param revisionLine small line at the foot, for instance which draft and when it was made
 */
public record PrintableReport(Kind kind, PaperHead head, String title, String subtitle, String unit, String affiliation,
        @Nullable String scope, List<SentenceRow> rows, List<Annex> annexes, PaperSignature signature,
        @Nullable PaperCoding coding, String revisionLine) {

    /** Which paper it is. */
    public enum Kind {
        /** A county's finalized report. */
        COUNTY,
        /** A finalized summary of a city or a province. */
        SUMMARY,
        /** The form to fill by hand: no code, no number, a signature area. */
        BLANK,
        /** For proof reading: no code, no number, no signature area, a mark across every page. */
        DRAFT
    }

    public PrintableReport {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(subtitle, "subtitle");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(affiliation, "affiliation");
        rows = List.copyOf(rows);
        annexes = List.copyOf(annexes);
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(revisionLine, "revisionLine");
        boolean finalized = kind == Kind.COUNTY || kind == Kind.SUMMARY;
        if (finalized == (coding == null)) {
            throw new IllegalArgumentException("exactly finalized papers carry codes: " + kind);
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a form has at least one row");
        }
    }
}
