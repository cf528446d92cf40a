package org.shangbao.model.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.review.ReviewStatus;

import static org.shangbao.model.report.ReportStatus.CORRECTED;
import static org.shangbao.model.report.ReportStatus.DRAFT;
import static org.shangbao.model.report.ReportStatus.FINALIZED;
import static org.shangbao.model.report.ReportStatus.IN_PRE_REVIEW;
import static org.shangbao.model.report.ReportStatus.SUBMITTED;
import static org.shangbao.model.report.ReportStatus.WITHDRAWN;

/**
 * The one table of legal moves in a report's life. Whatever is not in it is refused; client and server ask the same table.
 */
public final class ReportLifecycle {

    /**
     * One line of the table.
     *
     * @param act        what is done
     * @param from       where the report may stand
     * @param to         where it stands afterwards
     * @param needReason true if a written reason goes with it
     */
    public record Move(ReportAct act, Standing from, Standing to, boolean needReason) {}

    private static final Map<ReportAct, Map<Standing, Move>> TABLE = table();

    private ReportLifecycle() {}

    /** Returns every legal move. */
    public static List<Move> moves() {
        List<Move> all = new ArrayList<>();
        TABLE.values().forEach(moves -> all.addAll(moves.values()));
        return all;
    }

    /** Returns the move {@code act} makes from {@code standing}, if it is legal. */
    public static Optional<Move> move(Standing standing, ReportAct act) {
        return Optional.ofNullable(TABLE.getOrDefault(act, Map.of()).get(standing));
    }

    /** True if {@code act} is legal from {@code standing}. */
    public static boolean canMove(Standing standing, ReportAct act) {
        return move(standing, act).isPresent();
    }

    /** Returns the acts that are legal from {@code standing}. */
    public static Set<ReportAct> actsFrom(Standing standing) {
        Set<ReportAct> acts = EnumSet.noneOf(ReportAct.class);
        TABLE.forEach((act, moves) -> {
            if (moves.containsKey(standing)) {
                acts.add(act);
            }
        });
        return Collections.unmodifiableSet(acts);
    }

    /**
     * Makes a move.
     *
     * @param reason the written reason; may be null or blank where none is needed
     * @return where the report stands afterwards
     * @throws ReportingException MOVE_NOT_ALLOWED if the act is not legal from here, REASON_MISSING if it needs a reason
     */
    public static Standing moveTo(Standing standing, ReportAct act, @Nullable String reason) throws ReportingException {
        Optional<Move> move = move(standing, act);
        if (move.isEmpty()) {
            throw new ReportingException(ErrorCode.MOVE_NOT_ALLOWED, Map.of("status", standing.report().name(), "act", act.name()));
        }
        if (move.get().needReason() && (reason == null || reason.isBlank())) {
            throw new ReportingException(ErrorCode.REASON_MISSING, Map.of("act", act.name()));
        }
        return move.get().to();
    }

    private static Map<ReportAct, Map<Standing, Move>> table() {
        Map<ReportAct, Map<Standing, Move>> table = new EnumMap<>(ReportAct.class);
        Set<ReportStatus> editable = EnumSet.of(DRAFT, IN_PRE_REVIEW, ReportStatus.RETURNED, WITHDRAWN);
        Set<ReviewStatus> notThere = EnumSet.of(ReviewStatus.NOT_SUBMITTED, ReviewStatus.RETURNED);
        Set<ReviewStatus> undecided = EnumSet.of(ReviewStatus.PENDING, ReviewStatus.OPENED);
        for (ReviewStatus review : notThere) {
            for (ReportStatus report : editable) {
                // also from IN_PRE_REVIEW: a corrected draft may be shown again and takes the place of the one before
                add(table, ReportAct.SEND_FOR_PRE_REVIEW, report, review, IN_PRE_REVIEW, review, false);
                add(table, ReportAct.FINALIZE, report, review, FINALIZED, review, false);
                add(table, ReportAct.ENTER_ON_BEHALF, report, review, SUBMITTED, ReviewStatus.PENDING, true);
            }
            add(table, ReportAct.ENTER_ON_BEHALF, FINALIZED, review, SUBMITTED, ReviewStatus.PENDING, true);
            add(table, ReportAct.SUBMIT, FINALIZED, review, SUBMITTED, ReviewStatus.PENDING, false);
        }
        // nothing has been sent: back to the draft without a word; something was sent before: the reason is kept with the new revision
        add(table, ReportAct.UNLOCK, FINALIZED, ReviewStatus.NOT_SUBMITTED, DRAFT, ReviewStatus.NOT_SUBMITTED, false);
        add(table, ReportAct.UNLOCK, FINALIZED, ReviewStatus.RETURNED, ReportStatus.RETURNED, ReviewStatus.RETURNED, true);
        add(table, ReportAct.WITHDRAW, SUBMITTED, ReviewStatus.PENDING, WITHDRAWN, ReviewStatus.NOT_SUBMITTED, true);
        add(table, ReportAct.REQUEST_RETURN, SUBMITTED, ReviewStatus.OPENED, SUBMITTED, ReviewStatus.OPENED, true);
        add(table, ReportAct.REQUEST_RETURN, SUBMITTED, ReviewStatus.APPROVED, SUBMITTED, ReviewStatus.APPROVED, true);
        add(table, ReportAct.OPEN, SUBMITTED, ReviewStatus.PENDING, SUBMITTED, ReviewStatus.OPENED, false);
        for (ReviewStatus review : undecided) {
            add(table, ReportAct.RETURN, SUBMITTED, review, ReportStatus.RETURNED, ReviewStatus.RETURNED, true);
            add(table, ReportAct.RETURN_DIRECTLY, SUBMITTED, review, ReportStatus.RETURNED, ReviewStatus.RETURNED, true);
            add(table, ReportAct.APPROVE, SUBMITTED, review, SUBMITTED, ReviewStatus.APPROVED, false);
            add(table, ReportAct.REVIEW_ON_BEHALF, SUBMITTED, review, SUBMITTED, ReviewStatus.APPROVED, true);
            add(table, ReportAct.SIGN_OFF, SUBMITTED, review, SUBMITTED, ReviewStatus.SIGNED_OFF, false);
        }
        add(table, ReportAct.CANCEL_APPROVAL, SUBMITTED, ReviewStatus.APPROVED, SUBMITTED, ReviewStatus.OPENED, true);
        add(table, ReportAct.REPORT_TO_MINISTRY, SUBMITTED, ReviewStatus.SIGNED_OFF, SUBMITTED, ReviewStatus.REPORTED, false);
        add(table, ReportAct.CORRECT, SUBMITTED, ReviewStatus.REPORTED, CORRECTED, ReviewStatus.REPORTED, true);
        add(table, ReportAct.CORRECT, CORRECTED, ReviewStatus.REPORTED, CORRECTED, ReviewStatus.REPORTED, true);
        return table;
    }

    private static void add(Map<ReportAct, Map<Standing, Move>> table, ReportAct act, ReportStatus report, ReviewStatus review,
            ReportStatus newReport, ReviewStatus newReview, boolean needReason) {
        Standing from = new Standing(report, review);
        table.computeIfAbsent(act, key -> new LinkedHashMap<>())
                .put(from, new Move(act, from, new Standing(newReport, newReview), needReason));
    }
}
