package org.shangbao.model.check;

/**
 * Something a rule needs and does not get, so that it cannot be evaluated.
 *
 * @param reason what is the matter
 * @param code   the figure or item, empty where none is concerned
 */
public record MissingOperand(Reason reason, String code) {

    /** What can be the matter. */
    public enum Reason {
        /** The figure is not filled in. */
        FIGURE_MISSING,
        /** The figure is not asked of this unit. */
        FIGURE_NOT_APPLICABLE,
        /** There is no approved earlier report. */
        NO_PREVIOUS_REPORT,
        /** The earlier report has no value for the figure. */
        PREVIOUS_FIGURE_MISSING,
        /** The text was not written. */
        NARRATIVE_MISSING,
        /** A divisor is 0. */
        DIVISION_BY_ZERO,
        /** Figures have not been loaded. */
        FIGURES_UNKNOWN,
        /** Texts have not been loaded. */
        NARRATIVES_UNKNOWN,
        /** Files have not been loaded. */
        ATTACHMENTS_UNKNOWN,
        /** The list of designated units was never received. */
        DESIGNATION_UNKNOWN,
        /** Nobody looked whether there is an accepted scan. */
        SCAN_UNKNOWN
    }
}
