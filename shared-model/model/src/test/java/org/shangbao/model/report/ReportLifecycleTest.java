package org.shangbao.model.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.review.ReviewStatus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReportLifecycleTest {

    /** The written table is the requirement; it is read by people, so a change of the code without it fails here. */
    @Test
    void everyPairOfStandingAndActIsLegalExactlyWhereTheWrittenTableSaysSo() throws IOException {
        Set<String> written = new TreeSet<>();
        try (InputStream in = ReportLifecycleTest.class.getResourceAsStream("lifecycle.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(written::add);
        }
        Set<String> found = new TreeSet<>();
        int pairs = 0;
        for (ReportStatus report : ReportStatus.values()) {
            for (ReviewStatus review : ReviewStatus.values()) {
                for (ReportAct act : ReportAct.values()) {
                    pairs++;
                    Standing from = new Standing(report, review);
                    Optional<ReportLifecycle.Move> move = ReportLifecycle.move(from, act);
                    assertEquals(move.isPresent(), ReportLifecycle.canMove(from, act));
                    assertEquals(move.isPresent(), ReportLifecycle.actsFrom(from).contains(act));
                    move.ifPresent(legal -> found.add(act + ": " + report + "/" + review + " -> " + legal.to().report() + "/"
                            + legal.to().review() + (legal.needReason() ? " with reason" : "")));
                }
            }
        }
        assertEquals(7 * 7 * 16, pairs);
        assertEquals(String.join("\n", written), String.join("\n", found));
    }

    @Test
    void anIllegalMoveIsRefusedAndNamesTheStanding() {
        for (ReportStatus report : ReportStatus.values()) {
            for (ReviewStatus review : ReviewStatus.values()) {
                for (ReportAct act : ReportAct.values()) {
                    Standing from = new Standing(report, review);
                    if (!ReportLifecycle.canMove(from, act)) {
                        ReportingException refused = assertThrows(ReportingException.class,
                                () -> ReportLifecycle.moveTo(from, act, "理由"));
                        assertEquals(ErrorCode.MOVE_NOT_ALLOWED, refused.error());
                        assertEquals(report.name(), refused.details().get("status"));
                    }
                }
            }
        }
    }

    @Test
    void aMoveThatNeedsAReasonIsRefusedWithoutOneAndMadeWithOne() throws ReportingException {
        for (ReportLifecycle.Move move : ReportLifecycle.moves()) {
            assertEquals(move.to(), ReportLifecycle.moveTo(move.from(), move.act(), "理由"));
            if (move.needReason()) {
                assertEquals(ErrorCode.REASON_MISSING,
                        assertThrows(ReportingException.class, () -> ReportLifecycle.moveTo(move.from(), move.act(), " ")).error());
            } else {
                assertEquals(move.to(), ReportLifecycle.moveTo(move.from(), move.act(), null));
            }
        }
    }

    @Test
    void everyActHasAtLeastOneLegalMove() {
        Set<ReportAct> used = EnumSet.noneOf(ReportAct.class);
        ReportLifecycle.moves().forEach(move -> used.add(move.act()));
        assertEquals(EnumSet.allOf(ReportAct.class), used);
    }

    @Test
    void figuresStayFrozenFromFinalizingUntilAMoveThatSaysOtherwise() {
        List<ReportAct> thaw = List.of(ReportAct.UNLOCK, ReportAct.WITHDRAW, ReportAct.RETURN, ReportAct.RETURN_DIRECTLY);
        for (ReportLifecycle.Move move : ReportLifecycle.moves()) {
            if (!move.from().report().isEditable() && !thaw.contains(move.act())) {
                assertFalse(move.to().report().isEditable(), move.toString());
            }
        }
    }

    @Test
    void aReportCanWalkTheWholeWayWithOneReturn() throws ReportingException {
        Standing standing = new Standing(ReportStatus.DRAFT, ReviewStatus.NOT_SUBMITTED);
        for (ReportAct act : List.of(ReportAct.FINALIZE, ReportAct.UNLOCK, ReportAct.FINALIZE, ReportAct.SUBMIT, ReportAct.OPEN,
                ReportAct.RETURN, ReportAct.FINALIZE, ReportAct.SUBMIT, ReportAct.OPEN, ReportAct.APPROVE)) {
            standing = ReportLifecycle.moveTo(standing, act, "理由");
        }
        assertEquals(new Standing(ReportStatus.SUBMITTED, ReviewStatus.APPROVED), standing);
        assertTrue(ReportLifecycle.canMove(standing, ReportAct.REQUEST_RETURN));
        assertFalse(ReportLifecycle.canMove(standing, ReportAct.WITHDRAW));
    }
}
