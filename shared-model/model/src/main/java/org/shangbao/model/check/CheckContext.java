package org.shangbao.model.check;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportContent;
import org.shangbao.model.unit.FormLevel;

/**
 * All that rules may look at. What is not known is said to be unknown, so that a rule about it "cannot be evaluated" instead of passing or
 * failing by accident. Immutable; begin with {@link #of} and add what is known.
 *
 * @param edition        the form in force
 * @param form           which level's form is checked
 * @param period         the period of the report
 * @param content        its answers
 * @param known          the parts of {@code content} that are really at hand
 * @param previousPeriod period of the latest approved earlier report of this unit, if there is one
 * @param previous       answers of that report
 * @param designated     item codes this unit is designated for; empty Optional if the list of designations was never received
 * @param scan           whether an accepted scan of exactly this revision is there
 */
public record CheckContext(FormEdition edition, FormLevel form, PeriodId period, ReportContent content, Set<AnswerPart> known,
        Optional<PeriodId> previousPeriod, Optional<ReportContent> previous, Optional<Set<String>> designated, ScanState scan) {
    /** Copies the sets. */
    public CheckContext {
        known = Set.copyOf(known);
        designated = designated.map(Set::copyOf);
    }

    /** Returns a context with complete answers, no earlier report, no list of designations and an unknown scan. */
    public static CheckContext of(FormEdition edition, FormLevel form, PeriodId period, ReportContent content) {
        return new CheckContext(edition, form, period, content, EnumSet.allOf(AnswerPart.class), Optional.empty(), Optional.empty(),
                Optional.empty(), ScanState.UNKNOWN);
    }

    /** Returns a copy that knows the latest approved earlier report. */
    public CheckContext withPrevious(PeriodId earlierPeriod, ReportContent earlierContent) {
        return new CheckContext(edition, form, period, content, known, Optional.of(earlierPeriod), Optional.of(earlierContent), designated,
                scan);
    }

    /** Returns a copy that knows for which items the unit is designated; an empty set means for none. */
    public CheckContext withDesignated(Set<String> itemCodes) {
        return new CheckContext(edition, form, period, content, known, previousPeriod, previous, Optional.of(itemCodes), scan);
    }

    /** Returns a copy that knows the state of the scan. */
    public CheckContext withScan(ScanState state) {
        return new CheckContext(edition, form, period, content, known, previousPeriod, previous, designated, state);
    }

    /** Returns a copy of which only these parts of the content are at hand. */
    public CheckContext withKnown(Set<AnswerPart> parts) {
        return new CheckContext(edition, form, period, content, parts, previousPeriod, previous, designated, scan);
    }
}
