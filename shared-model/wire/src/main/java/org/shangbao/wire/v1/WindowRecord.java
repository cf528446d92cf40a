package org.shangbao.wire.v1;

import java.time.Instant;

import org.shangbao.model.period.PeriodKind;

/**
 * The filling window of one unit's children, or of the unit itself where it is the root: when units of {@code level} below {@code setBy}
 * are due in a period.
 *
 * @param period  period id
 * @param edition edition id
 * @param kind    what the period counts for
 * @param unit    the unit for which it holds
 * @param opensAt first instant
 * @param dueAt   last instant in time
 */
public record WindowRecord(String period, String edition, PeriodKind kind, String unit, Instant opensAt, Instant dueAt) {}
