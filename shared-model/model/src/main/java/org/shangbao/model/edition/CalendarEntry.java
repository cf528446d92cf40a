package org.shangbao.model.edition;

import java.time.LocalDate;

import org.shangbao.model.period.PeriodId;
import org.shangbao.model.period.PeriodKind;

/**
 * One period of the edition's calendar with the ministry's own window, in days of the deployment's zone. Levels below get theirs from the
 * level above.
 *
 * @param period   the period
 * @param kind     what it counts for
 * @param firstDay first day of the ministry's window
 * @param lastDay  last day of the ministry's window
 */
public record CalendarEntry(PeriodId period, PeriodKind kind, LocalDate firstDay, LocalDate lastDay) {}
