package org.shangbao.client.print;

import java.util.List;
import java.util.Objects;

/**
 * The sheet on which a province's leaders sign a report off.
 *
 * @param issuer the authority that signs, at the head
 * @param title the sheet's title
 * @param subtitle the period in brackets
 * @param fields what is signed, from subject to remarks, in order
 * @param steps the chain of signatures in order
 * @param notes sentences under the table
 * @param coding what its codes say of this sheet
 * @param revisionLine small line at the foot
 */
public record PrintableSignOff(String issuer, String title, String subtitle, List<Field> fields, List<Step> steps,
        List<String> notes, PaperCoding coding, String revisionLine) {

    /**
     * One line of the upper part.
     *
     * @param face {@link Face#BOLD} for numbers a reader compares, {@link Face#PLAIN} for sentences
     */
    public record Field(String label, List<String> lines, Face face) {
        public Field {
            Objects.requireNonNull(label, "label");
            lines = List.copyOf(lines);
            Objects.requireNonNull(face, "face");
        }
    }

    /** How a field's lines are set. */
    public enum Face {
        /** Song. */
        PLAIN,
        /** Hei, bold. */
        BOLD
    }

    /** One step of the chain; {@code opinion} is empty when it is to be written by hand. */
    public record Step(String role, String office, String name, String opinion) {
        public Step {
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(office, "office");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(opinion, "opinion");
        }
    }

    public PrintableSignOff {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(subtitle, "subtitle");
        fields = List.copyOf(fields);
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
        Objects.requireNonNull(coding, "coding");
        Objects.requireNonNull(revisionLine, "revisionLine");
    }
}
