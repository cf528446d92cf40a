package org.shangbao.server.service.review;

import java.util.List;
import java.util.Map;

import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.ReviewDecision;

/** Words of a level about a report: of bounded number and length, each tied to something the edition knows. */
public final class ReviewWords {
    private static final int MOST_REASONS = 200;
    private static final int MOST_WORDS = 2_000;

    private ReviewWords() {}

    /**
     * Checks an opinion and reasons.
     *
     * @throws ReportingException TEXT_TOO_LONG if they are too many or too long, RETURN_NEEDS_REASONS if a reason is blank, ITEM_UNKNOWN if
     *                            one is tied to nothing the edition knows
     */
    public static void check(FormEdition edition, String opinion, List<ReviewDecision.Reason> reasons) throws ReportingException {
        if (opinion.length() > MOST_WORDS || reasons.size() > MOST_REASONS
                || reasons.stream().anyMatch(reason -> reason.text().length() > MOST_WORDS)) {
            throw new ReportingException(ErrorCode.TEXT_TOO_LONG,
                    Map.of("code", "", "length", "", "most", Integer.toString(MOST_WORDS)));
        }
        if (reasons.stream().anyMatch(reason -> reason.text().isBlank())) {
            throw new ReportingException(ErrorCode.RETURN_NEEDS_REASONS, Map.of());
        }
        for (ReviewDecision.Reason reason : reasons) {
            if (!edition.figures().containsKey(reason.code()) && edition.item(reason.code()).isEmpty()) {
                throw new ReportingException(ErrorCode.ITEM_UNKNOWN, Map.of("code", reason.code().length() > 20 ? "" : reason.code()));
            }
        }
    }

    /** Returns opinion and reasons in one line, for the history and the audit record. */
    public static String line(String opinion, List<ReviewDecision.Reason> reasons) {
        StringBuilder line = new StringBuilder(opinion);
        for (ReviewDecision.Reason reason : reasons) {
            line.append(line.isEmpty() ? "" : "；").append(reason.code()).append(' ').append(reason.text());
        }
        return line.toString();
    }
}
