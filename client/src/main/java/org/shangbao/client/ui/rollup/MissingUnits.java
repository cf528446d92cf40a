package org.shangbao.client.ui.rollup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.shangbao.client.ui.common.Text;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.wire.v1.RollUpView;

/** Says in words which units are not in a sum, and why. */
final class MissingUnits {
    private MissingUnits() {}

    /** Why a unit is not counted. */
    enum Cause {
        /** Arrived, not approved yet. */
        WAITING,
        /** Returned, no new revision yet. */
        RETURNED,
        /** Nothing arrived. */
        NOT_REPORTED
    }

    static Cause causeOf(RollUpView.Missing missing) {
        ReviewStatus status = Arrays.stream(ReviewStatus.values()).filter(candidate -> candidate.name().equals(missing.status()))
                .findFirst()
                .orElse(ReviewStatus.NOT_SUBMITTED);
        return switch (status) {
            case PENDING, OPENED, APPROVED, SIGNED_OFF, REPORTED -> Cause.WAITING;
            case RETURNED -> Cause.RETURNED;
            case NOT_SUBMITTED -> Cause.NOT_REPORTED;
        };
    }

    static List<RollUpView.Missing> of(RollUpView view, Cause cause) {
        return view.missing().stream().filter(missing -> causeOf(missing) == cause).toList();
    }

    /** Returns one line per unit: name, why, telephone. */
    static List<Text> lines(RollUpView view, Predicate<RollUpView.Missing> wanted) {
        List<Text> lines = new ArrayList<>();
        view.missing().stream().filter(wanted).forEach(missing -> lines.add(Text.of(missing.telephone().isEmpty()
                ? "rollup.missing.line"
                : "rollup.missing.linePhone", missing.unitName(), Text.of("rollup.cause." + causeOf(missing)),
                missing.telephone())));
        return lines;
    }
}
