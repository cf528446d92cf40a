package org.shangbao.client.ui.rollup;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.shangbao.client.ui.common.AnsweringDialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.SameThreadTaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.review.Desk;
import org.shangbao.client.ui.review.ReviewWorld;
import org.shangbao.model.person.Role;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ReportStatus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Sums, what they are made of, and finalizing them. */
class RollUpViewModelTest {
    private final ReviewWorld world = new ReviewWorld();
    private final Desk desk = new Desk(world);
    private final AnsweringDialogs dialogs = new AnsweringDialogs();
    private final List<String> opened = new ArrayList<>();

    private RollUpViewModel shown(String unit) {
        RollUpViewModel rollUp = new RollUpViewModel(world.office(unit, Role.REVIEWER), desk, world, desk,
                new LongWork(new SameThreadTaskRunner()),
                dialogs,
                ReviewWorld.CLOCK, () -> opened.add("signoff"));
        rollUp.show(ReviewWorld.PERIOD, ReviewWorld.EDITION.id());
        return rollUp;
    }

    private static PartRow part(RollUpViewModel rollUp, String name) {
        return rollUp.parts().stream().filter(row -> row.unitName().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void officialSentencesHoldTheSummedFigures() {
        RollUpViewModel rollUp = shown("210000");
        rollUp.focusOn("3.3.2");
        SheetLine.Piece.Figure boarders = (SheetLine.Piece.Figure) rollUp.focusProperty().get();
        PartRow total = rollUp.parts().getLast();
        assertEquals(boarders.value(), total.value());
        assertEquals(part(rollUp, "沈阳市").value(), total.value());
        assertEquals("−20%", boarders.change().signedPercent());
        assertEquals(FigureValue.MISSING, part(rollUp, "阜新市").value());
        assertEquals(PartRow.Kind.TOTAL, total.kind());
        assertEquals(27, rollUp.sheet().stream().filter(SheetLine.Sentence.class::isInstance).count());
    }

    @Test
    void cityHasNoItemsOfTheProvince() {
        RollUpViewModel rollUp = shown(world.id("沈阳市"));
        assertEquals(19, rollUp.sheet().stream().filter(SheetLine.Sentence.class::isInstance).count());
        assertEquals(Text.of("rollup.generate"), rollUp.nextAction().wordsProperty().get());
    }

    @Test
    void figureLeadsToTheCountysRevisionAndItsScanInThreeSteps() {
        world.page = new byte[]{ 1 };
        RollUpViewModel rollUp = shown("210000");
        rollUp.focusOn("3.3.2");
        rollUp.open(part(rollUp, "沈阳市"));
        rollUp.open(part(rollUp, "康平县"));
        rollUp.drill().openPage(1);
        assertTrue(rollUp.drilledProperty().get());
        assertEquals("康平县", rollUp.drill().shownProperty().get().unitName());
        assertTrue(rollUp.drill().pageOpenProperty().get());
        rollUp.closeDrill();
        assertFalse(rollUp.drilledProperty().get());
    }

    @Test
    void fillingUnitsOfTheWholeTreeAreListedWithTheirCity() {
        RollUpViewModel rollUp = shown("210000");
        rollUp.focusOn("3.3.2");
        rollUp.otherDivision();
        assertEquals(15, rollUp.parts().size());
        assertEquals(List.of("沈阳市", "鞍山市"),
                rollUp.parts().stream().filter(row -> row.unitName().equals("铁西区")).map(PartRow::above).toList());
    }

    @Test
    void openedCityIsClosedAgain() {
        RollUpViewModel rollUp = shown("210000");
        rollUp.open(part(rollUp, "沈阳市"));
        assertEquals(10, rollUp.parts().size());
        rollUp.open(part(rollUp, "沈阳市"));
        assertEquals(7, rollUp.parts().size());
    }

    @Test
    void selectedUnitSaysWhoIsMissingInIt() {
        RollUpViewModel rollUp = shown("210000");
        rollUp.selectedProperty().set(part(rollUp, "葫芦岛市"));
        assertEquals(List.of(Text.of("rollup.missing.linePhone", "绥中县", Text.of("rollup.cause.RETURNED"), "0429-555 0177"),
                Text.of("rollup.missing.linePhone", "建昌县", Text.of("rollup.cause.NOT_REPORTED"), "0429-555 0177")), rollUp.notes());
    }

    @Test
    void provinceFinalizesWithOverviewAndChosenCasesAfterMissingUnitsWereNamed() {
        RollUpViewModel rollUp = shown("210000");
        rollUp.focusOn("2.6");
        assertEquals(2, rollUp.cases().size());
        rollUp.cases().getFirst().chosenProperty().set(true);
        rollUp.focusOn("2.1");
        rollUp.focusProperty().set(rollUp.sheet().stream().filter(SheetLine.Sentence.class::isInstance)
                .flatMap(line -> ((SheetLine.Sentence) line).pieces().stream())
                .filter(piece -> piece instanceof SheetLine.Piece.Narrative narrative && narrative.item().equals("2.1")).findFirst()
                .orElseThrow());
        assertEquals(2, rollUp.texts().size());
        rollUp.overviewProperty().set("全省普惠性幼儿园覆盖率稳步提高。");
        rollUp.nextAction().perform();
        assertEquals(12, dialogs.asked().getFirst().facts().size());
        assertEquals(List.of("narrative 2.1 全省普惠性幼儿园覆盖率稳步提高。"), desk.calls);
        assertTrue(world.calls.contains("finalize 210000 {2.1=全省普惠性幼儿园覆盖率稳步提高。} [" + world.id("康平县") + "/2.6] NAME_THEM"),
                world.calls.toString());
        assertEquals(Text.of("rollup.toSignOff"), rollUp.nextAction().wordsProperty().get());
        rollUp.nextAction().perform();
        assertEquals(List.of("signoff"), opened);
    }

    @Test
    void nothingIsFinalizedWhenMissingUnitsMakeThePersonTurnBack() {
        RollUpViewModel rollUp = shown("210000");
        dialogs.turnBack();
        rollUp.nextAction().perform();
        assertFalse(world.calls.stream().anyMatch(call -> call.startsWith("finalize")));
    }

    @Test
    void citySubmitsItsFinalizedSummary() {
        desk.status = ReportStatus.FINALIZED;
        RollUpViewModel rollUp = shown(world.id("沈阳市"));
        rollUp.nextAction().perform();
        assertEquals(List.of("submit"), desk.calls);
        assertEquals(Text.of("rollup.blocked.submitted", 1), rollUp.nextAction().reasonProperty().get());
    }

    @Test
    void rootOnlyLooks() {
        RollUpViewModel rollUp = shown("MOE");
        assertTrue(rollUp.isRoot());
        assertEquals(Text.of("rollup.blocked.root"), rollUp.nextAction().reasonProperty().get());
        assertEquals(List.of(), desk.calls);
    }

    @Test
    void failureOfTheServerIsToldAndTheSumsStay() {
        RollUpViewModel rollUp = shown("210000");
        world.next = ReviewWorld.refusal();
        rollUp.refresh();
        assertEquals(Failure.words(ReviewWorld.refusal()), rollUp.messageProperty().get());
        assertEquals(14, rollUp.totalProperty().get().due());
        assertTrue(rollUp.nextAction().enabledProperty().get());
    }
}
