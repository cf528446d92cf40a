package org.shangbao.client.ui.review;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangbao.client.ui.common.AnsweringDialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.SameThreadTaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.person.Role;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.wire.v1.ReportState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a province's reviewer sees and decides. */
class ReviewViewModelTest {
    private final ReviewWorld world = new ReviewWorld();
    private final AnsweringDialogs dialogs = new AnsweringDialogs();
    private ReviewViewModel review = viewModel("210000", Role.REVIEWER);

    private ReviewViewModel viewModel(String unit, Role role) {
        return new ReviewViewModel(world.office(unit, role), world, world.drafts, new LongWork(new SameThreadTaskRunner()), dialogs,
                ReviewWorld.CLOCK,
                ReviewWorld.ZONE);
    }

    @BeforeEach
    void showsThePeriod() { review.show(ReviewWorld.PERIOD, ReviewWorld.EDITION.id()); }

    private List<String> listed() {
        return review.entries().stream().map(entry -> switch (entry) {
            case UnitList.Entry.Heading heading -> heading.section() + " " + heading.count();
            case UnitList.Entry.Unit unit -> unit.row().progress().unitName();
        }).toList();
    }

    private void reason(String code, String text) {
        review.submission().selectedProperty().set(answer(code));
        review.writeReason();
        review.writingProperty().get().textProperty().set(text);
    }

    private TableRow.Answer answer(String code) {
        return (TableRow.Answer) review.submission().rows().stream()
                .filter(row -> row instanceof TableRow.Answer candidate && candidate.code().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void unitsStandWithExceptionsFirstAndThoseWhoHaveNotReportedLast() {
        assertEquals(List.of("EXCEPTION 3", "彰武县", "义县", "喀喇沁左翼蒙古族自治县", "QUIET 7", "铁西区", "铁西区", "台安县", "岫岩满族自治县", "黑山县",
                "阜新蒙古族自治县", "建平县", "NOT_REPORTED 1", "建昌县"), listed());
        assertEquals(new UnitList.Counts(14, 13, 2, 10, 1), review.countsProperty().get());
        assertEquals(1, review.countsProperty().get().notReported());
    }

    @Test
    void filtersShowReturnedUnitsOrAllAndACityAlone() {
        review.filterProperty().set(UnitList.Filter.RETURNED);
        assertEquals(List.of("EXCEPTION 1", "绥中县"), listed());
        review.filterProperty().set(UnitList.Filter.ALL);
        assertEquals(14 + 4, listed().size());
        review.parentProperty().set("沈阳市");
        assertEquals(List.of("QUIET 1", "铁西区", "APPROVED 2", "康平县", "法库县"), listed());
    }

    @Test
    void aDraftStandsInAPartOfItsOwnAndIsAnsweredWithoutBeingCounted() {
        world.draft("建昌县", "");
        review.refresh();
        assertTrue(listed().contains("PRE_REVIEW 1"), listed().toString());
        assertEquals(new UnitList.Counts(14, 13, 2, 10, 1), review.countsProperty().get());
        review.open(world.rowOf("建昌县"));
        assertTrue(review.isDraftOpen());
        assertFalse(review.approveAction().enabledProperty().get());
        assertFalse(review.returnAction().enabledProperty().get());

        reason("3.3.2", "");
        assertEquals(Text.of("review.blocked.emptyReason"), review.decideAction().reasonProperty().get());
        review.writingProperty().get().textProperty().set("多输一位？");
        review.decideAction().perform();

        assertEquals(List.of(world.id("建昌县") + " [3.3.2 多输一位？]"), world.drafts.answers);
        assertFalse(listed().contains("PRE_REVIEW 1"));
        assertFalse(review.isDraftOpen());
        assertTrue(dialogs.asked().isEmpty(), "nothing is decided, so nothing is asked");
    }

    @Test
    void summaryOfACityWaitsInTheListButIsNoFormThatIsDue() {
        world.change("沈阳市", ReportStatus.SUBMITTED, ReviewStatus.PENDING, 1, ReportState.Paper.NOT_NEEDED, false, 0);
        world.change("辽宁省教育厅", ReportStatus.DRAFT, ReviewStatus.NOT_SUBMITTED, 0, ReportState.Paper.NOT_THERE, false, 0);
        review.refresh();
        assertEquals(new UnitList.Counts(14, 13, 2, 11, 1), review.countsProperty().get());
        assertTrue(listed().contains("沈阳市"));
        assertFalse(listed().contains("辽宁省教育厅"));
    }

    @Test
    void nothingIsOpenedBeforeTheReviewerAsksForIt() {
        assertEquals(List.of(), world.calls);
        assertNull(review.currentProperty().get());
        assertFalse(review.decideAction().enabledProperty().get());
    }

    @Test
    void openedReportShowsExceptionsFirstWithTheirExplanation() {
        review.open(world.rowOf("彰武县"));
        List<TableRow> rows = review.submission().rows();
        TableRow.Figure first = (TableRow.Figure) rows.getFirst();
        assertEquals("2.2.2", first.code());
        TableRow.Figure boarders = (TableRow.Figure) answer("3.3.2");
        assertEquals("+887%", boarders.change().signedPercent());
        assertEquals("学生集中到校寄宿", boarders.explained().text());
        assertEquals(TableRow.Verdict.EXPLAINED, review.submission().verdictOf(boarders));
        assertEquals(TableRow.Verdict.AGREES, review.submission().verdictOf(answer("1.1.1")));
        assertEquals(new TableRow.Heading(TableRow.Part.QUIET, 47), rows.get(2));
        assertEquals("阜新市", review.submission().shownProperty().get().approvedBelow());
    }

    @Test
    void differenceToTheRevisionBeforeShowsOnlyChangedAnswers() {
        review.open(world.rowOf("彰武县"));
        review.submission().arrangementProperty().set(SubmissionViewModel.Arrangement.CHANGED_ONLY);
        assertEquals(List.of("3.3.1"), review.submission().rows().stream().map(row -> ((TableRow.Answer) row).code()).toList());
        assertEquals(1, review.submission().shownProperty().get().changes());
    }

    @Test
    void reportIsApprovedWithTheRevisionThatWasLookedAtAndTheNextUnitOpens() {
        review.open(world.rowOf("彰武县"));
        assertEquals(Text.of("review.approve"), review.decideAction().wordsProperty().get());
        review.decideAction().perform();
        assertEquals("approve " + world.id("彰武县") + " true", world.calls.stream().filter(call -> call.startsWith("approve")).findFirst()
                .orElseThrow());
        assertEquals("义县", review.currentProperty().get().progress().unitName());
        assertEquals(Text.of("review.done.approved", "彰武县"), review.messageProperty().get());
    }

    @Test
    void writtenReasonsTurnTheDecisionIntoAReturnStraightToTheCounty() {
        review.open(world.rowOf("彰武县"));
        reason("3.3.2", "约是上期的 10 倍，请核对是否多输了一位。");
        assertEquals(Text.of("review.returnDirectly"), review.decideAction().wordsProperty().get());
        assertEquals(Text.of("review.blocked.reasons"), review.approveAction().reasonProperty().get());
        assertEquals(TableRow.Verdict.REASON, review.submission().verdictOf(answer("3.3.2")));
        review.decideAction().perform();
        assertEquals(List.of(Text.plain("3.3.2  约是上期的 10 倍，请核对是否多输了一位。")), dialogs.asked().getFirst().facts());
        assertTrue(world.calls.contains("returnDirectly " + world.id("彰武县")
                + " [Reason[code=3.3.2, text=约是上期的 10 倍，请核对是否多输了一位。]] 2024-10-31T06:00:00Z"), world.calls.toString());
        assertEquals(2, review.countsProperty().get().returned());
    }

    @Test
    void cityReturnsToItsOwnCountyWithoutSkippingALevel() {
        review = viewModel(world.id("阜新市"), Role.REVIEWER);
        review.show(ReviewWorld.PERIOD, ReviewWorld.EDITION.id());
        review.open(world.rowOf("彰武县"));
        reason("2.2.2", "累计数不应少于上期。");
        assertEquals(Text.of("review.return"), review.decideAction().wordsProperty().get());
        review.decideAction().perform();
        assertTrue(world.calls.stream().anyMatch(call -> call.startsWith("return " + world.id("彰武县"))));
    }

    @Test
    void returnIsNotSentWhileAReasonIsEmptyOrWhenTheReviewerTurnsBack() {
        review.open(world.rowOf("彰武县"));
        reason("3.3.2", " ");
        assertEquals(Text.of("review.blocked.emptyReason"), review.decideAction().reasonProperty().get());
        reason("3.3.2", "请核对");
        dialogs.turnBack();
        review.decideAction().perform();
        assertFalse(world.calls.stream().anyMatch(call -> call.startsWith("return")));
        assertEquals(1, review.reasons().size());
    }

    @Test
    void reasonsWaitWhileAnotherUnitIsLookedAt() {
        review.open(world.rowOf("彰武县"));
        reason("3.3.2", "请核对");
        review.open(world.rowOf("义县"));
        assertEquals(List.of(), review.reasons());
        review.open(world.rowOf("彰武县"));
        assertEquals("请核对", review.reasons().getFirst().textProperty().get());
        assertEquals(Text.of("review.returnDirectly"), review.decideAction().wordsProperty().get());
    }

    @Test
    void quietUnitsAreApprovedTogetherAfterTheirNamesWereShown() {
        review.approveQuietAction().perform();
        assertEquals(7, dialogs.asked().getFirst().facts().size());
        assertEquals(Text.plain("铁西区  沈阳市"), dialogs.asked().getFirst().facts().getFirst());
        assertEquals(7, world.calls.stream().filter(call -> call.startsWith("approve") && call.endsWith("true")).count());
        assertEquals(Text.of("review.done.quiet", 7), review.messageProperty().get());
        assertEquals(9, review.countsProperty().get().approved());
        assertFalse(review.approveQuietAction().enabledProperty().get());
    }

    @Test
    void quietUnitWhoseRevisionMovedOnStaysInTheList() {
        review.approveQuietAction().wordsProperty();
        world.next = ReviewWorld.refusal();
        review.approveQuietAction().perform();
        assertEquals(Text.of("review.done.quietSome", 6, 1), review.messageProperty().get());
        assertEquals(List.of("QUIET 1", "铁西区"), listed().subList(4, 6));
    }

    @Test
    void newerRevisionThanTheOneLookedAtIsToldAndNothingIsLost() {
        review.open(world.rowOf("彰武县"));
        reason("3.3.2", "请核对");
        world.next = ReviewWorld.refusal();
        review.decideAction().perform();
        assertEquals(Failure.words(ReviewWorld.refusal()), review.messageProperty().get());
        assertEquals("请核对", review.reasons().getFirst().textProperty().get());
        assertTrue(review.decideAction().enabledProperty().get());
    }

    @Test
    void unitBelowWhoseCityHasNotApprovedCanOnlyBeReturned() {
        world.change("彰武县", ReportStatus.SUBMITTED, ReviewStatus.NOT_SUBMITTED, 2, ReportState.Paper.ACCEPTED, false, 1);
        review.refresh();
        review.open(world.rowOf("彰武县"));
        assertEquals(Text.of("review.blocked.below", "阜新市"), review.approveAction().reasonProperty().get());
        reason("3.3.2", "请核对");
        assertTrue(review.returnAction().enabledProperty().get());
    }

    @Test
    void whoIsNoReviewerLooksButDoesNotDecide() {
        review = viewModel("210000", Role.OFFICER);
        review.show(ReviewWorld.PERIOD, ReviewWorld.EDITION.id());
        review.open(world.rowOf("彰武县"));
        assertNotNull(review.submission().shownProperty().get());
        assertEquals(Text.of("review.blocked.role"), review.decideAction().reasonProperty().get());
        assertFalse(review.approveQuietAction().enabledProperty().get());
    }

    @Test
    void pagesOfThePaperAreFetchedOneByOneAndOneOpensInFull() {
        world.page = new byte[]{ 1 };
        review.open(world.rowOf("彰武县"));
        assertEquals(6, review.submission().thumbnails().size());
        review.submission().togglePage();
        review.submission().nextPage();
        assertEquals(2, review.submission().pageProperty().get());
        review.submission().openPage(7);
        assertEquals(2, review.submission().pageProperty().get());
        review.submission().togglePage();
        assertFalse(review.submission().pageOpenProperty().get());
    }

    @Test
    void exceptionsAreVisitedInTurn() {
        review.open(world.rowOf("彰武县"));
        review.submission().nextException();
        assertEquals("3.3.2", review.submission().selectedProperty().get().code());
        review.submission().nextException();
        assertEquals("2.2.2", review.submission().selectedProperty().get().code());
        review.submission().previousException();
        assertEquals("3.3.2", review.submission().selectedProperty().get().code());
    }
}
