package org.shangbao.client.application.report;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.report.FigureValue;

/**
 * A blank as the clerk sees it.
 *
 * @param code     figure code
 * @param value    the value; MISSING also while the text cannot be read
 * @param typed    text as typed and kept, empty if nothing was typed; differs from the canonical value while it cannot be read
 * @param problem  why it cannot be read, null if it can
 * @param suggestion value meant, for a figure in the wrong unit; empty otherwise
 * @param previous value in the previous period
 * @param lastYear value in the same period last year
 */
public record DraftFigure(String code, FigureValue value, String typed, @Nullable ErrorCode problem, String suggestion,
        FigureValue previous, FigureValue lastYear) {}
