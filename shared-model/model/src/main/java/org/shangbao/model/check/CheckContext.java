package org.shangbao.model.check;

import java.util.Optional;
import java.util.Set;

import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportContent;
import org.shangbao.model.unit.FormLevel;

/**
 * All that rules may look at.
 *
 * @param edition        the form in force
 * @param form           which level's form is checked
 * @param period         the period of the report
 * @param content        its answers
 * @param previousPeriod period of the latest approved earlier report of this unit, if there is one
 * @param previous       answers of that report
 * @param designated     item codes this unit is designated for
 * @param scanAccepted   true once an accepted scan of exactly this revision is there
 */
public record CheckContext(FormEdition edition, FormLevel form, PeriodId period, ReportContent content,
        Optional<PeriodId> previousPeriod, Optional<ReportContent> previous, Set<String> designated, boolean scanAccepted) {}
