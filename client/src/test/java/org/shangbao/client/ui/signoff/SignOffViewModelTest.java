package org.shangbao.client.ui.signoff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.ui.common.AnsweringDialogs;
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

/** The chain of signatures and the last step upwards. */
class SignOffViewModelTest {
    private final ReviewWorld world = new ReviewWorld();
    private final Desk desk = new Desk(world);
    private final AnsweringDialogs dialogs = new AnsweringDialogs();

    private SignOffViewModel shown() {
        SignOffViewModel signOff = new SignOffViewModel(world.office("210000", Role.OFFICER), desk, world, desk,
                new LongWork(new SameThreadTaskRunner()),
                dialogs, ReviewWorld.CLOCK, ReviewWorld.ZONE);
        signOff.show(ReviewWorld.PERIOD, ReviewWorld.EDITION.id());
        return signOff;
    }

    private static void sign(SignOffViewModel signOff, String opinion) {
        signOff.opinionProperty().set(opinion);
        signOff.recordAction().perform();
    }

    @Test
    void beforeTheFormIsFinalizedNothingCanBePrinted() {
        SignOffViewModel signOff = shown();
        assertEquals(Text.of("signoff.blocked.notFinal"), signOff.printFormAction().reasonProperty().get());
        assertEquals(Text.of("signoff.blocked.notFinal"), signOff.submitAction().reasonProperty().get());
    }

    @Test
    void formIsPrintedScannedAndSentInThisOrder(@TempDir Path folder) throws IOException {
        desk.status = ReportStatus.FINALIZED;
        world.arrived = null;
        SignOffViewModel signOff = shown();
        assertEquals(Text.of("signoff.blocked.notPrinted"), signOff.takeScanAction().reasonProperty().get());
        Path target = folder.resolve("form.pdf");
        dialogs.choose(target);
        signOff.printFormAction().perform();
        assertEquals("%PDF-form", Files.readString(target));
        assertEquals(List.of(target), dialogs.opened());
        assertEquals(Text.of("signoff.blocked.noScan"), signOff.submitAction().reasonProperty().get());
        signOff.takeScanAction().perform();
        signOff.submitAction().perform();
        assertEquals(List.of("print", "scan 1", "submit"), desk.calls);
        assertEquals(Text.of("signoff.blocked.notArrived"), signOff.recordAction().reasonProperty().get());
        assertEquals(Text.of("signoff.done.submitted", 1), signOff.messageProperty().get());
    }

    @Test
    void stepsAreRecordedInOrderAndOnlyTheLastUnlocksTheReport() {
        desk.status = ReportStatus.SUBMITTED;
        SignOffViewModel signOff = shown();
        assertEquals("宋岩", signOff.signerProperty().get());
        assertEquals(Text.of("signoff.blocked.open", 3), signOff.reportAction().reasonProperty().get());
        sign(signOff, "同意");
        assertEquals("何敏", signOff.signerProperty().get());
        sign(signOff, "");
        assertFalse(signOff.reportAction().enabledProperty().get());
        sign(signOff, "同意上报");
        assertTrue(signOff.reportAction().enabledProperty().get());
        assertEquals(Text.of("signoff.blocked.allRecorded"), signOff.recordAction().reasonProperty().get());
        assertEquals(List.of("record 处室负责人 宋岩 同意 2024-10-31", "record 会签处室 何敏  2024-10-31", "record 厅领导 郑远 同意上报 2024-10-31"),
                world.calls.stream().filter(call -> call.startsWith("record")).toList());
    }

    @Test
    void stepNeedsTheNameOfWhoSigned() {
        desk.status = ReportStatus.SUBMITTED;
        SignOffViewModel signOff = shown();
        signOff.signerProperty().set(" ");
        assertEquals(Text.of("signoff.blocked.noName"), signOff.recordAction().reasonProperty().get());
    }

    @Test
    void reportGoesOutAfterTheQuestionAndItsTotalsStay() {
        desk.status = ReportStatus.SUBMITTED;
        SignOffViewModel signOff = shown();
        sign(signOff, "");
        sign(signOff, "");
        sign(signOff, "");
        signOff.reportAction().perform();
        assertEquals(Text.of("signoff.fact.range", 14, 2), dialogs.asked().getFirst().facts().getFirst());
        SignOffStanding standing = signOff.standingProperty().get();
        assertTrue(standing.isReported());
        assertEquals(54, standing.totals().size());
        assertTrue(standing.totals().getFirst().value() instanceof FigureValue value && value.number() != null);
        assertEquals(Text.of("signoff.blocked.reported"), signOff.reportAction().reasonProperty().get());
    }

    @Test
    void checkCodeIsTheOneOnThePaper() {
        desk.status = ReportStatus.SUBMITTED;
        assertEquals("H47T 6PZ7", shown().standingProperty().get().checkCode());
    }
}
