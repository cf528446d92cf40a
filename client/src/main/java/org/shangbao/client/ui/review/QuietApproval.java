package org.shangbao.client.ui.review;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

import org.shangbao.client.application.progress.Progress;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.client.application.review.ReviewService;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Approves units without exceptions one after the other. Each approval is an act of its own with its own revision: one that is refused does
 * not stop the others, and giving up ends it between two of them, never within one.
 */
final class QuietApproval {
    private static final Logger LOG = LoggerFactory.getLogger(QuietApproval.class);

    private final ReviewService reviews;
    private final LongWork work;

    QuietApproval(ReviewService reviews, LongWork work) {
        this.reviews = reviews;
        this.work = work;
    }

    /** Approves; {@code then} is told in words what came of it. */
    void approve(List<UnitRow> quiet, Function<UnitRow, ReportId> ids, Consumer<Text> then, Consumer<ReportingException> failed) {
        Text words = Text.of("review.work.quiet", quiet.size());
        work.stoppable(words, progress -> approve(quiet, ids, progress), then, () -> then.accept(Text.of("review.done.quietStopped")),
                failed);
    }

    private Text approve(List<UnitRow> quiet, Function<UnitRow, ReportId> ids, Progress progress) throws ReportingException {
        int refused = 0;
        for (int next = 0; next < quiet.size(); next++) {
            progress.at(next, quiet.size());
            if (progress.isGivenUp()) {
                return Text.of("review.done.quietPart", next - refused, quiet.size() - next);
            }
            UnitRow row = quiet.get(next);
            try {
                Watched.whole(() -> reviews.approve(ids.apply(row), Objects.requireNonNull(row.progress().revision()), ""));
            } catch (ReportingException e) {
                LOG.info("Approval of {} refused: {}", row.progress().unit(), e.error());
                refused++;
            }
        }
        int done = quiet.size() - refused;
        return refused == 0 ? Text.of("review.done.quiet", done) : Text.of("review.done.quietSome", done, refused);
    }
}
