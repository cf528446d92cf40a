package org.shangbao.client.ui.signoff;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangbao.client.ui.review.Desk;
import org.shangbao.client.ui.review.ReviewWindow;
import org.shangbao.client.ui.review.ReviewWorld;
import org.shangbao.model.person.Role;
import org.shangbao.model.report.ReportStatus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Signing off with mouse and keys in the real window. */
class SignOffViewTest {
    private final ReviewWorld world = new ReviewWorld();
    private final Desk desk = new Desk(world);
    private ReviewWindow window;

    @BeforeEach
    void opensTheWindow() throws Exception {
        desk.status = ReportStatus.SUBMITTED;
        desk.printed = 8;
        desk.scanned = true;
        window = new ReviewWindow(world.office("210000", Role.OFFICER), world, desk, desk, new ReviewWorkspace());
        window.open(SignOffScreen.NAME, ReviewWorld.PERIOD.value());
    }

    @AfterEach
    void closesTheWindow() { window.end(); }

    @Test
    void stepsAreRecordedFromTheSheetAndTheReportGoesOut() throws Exception {
        assertTrue(window.node("report", Button.class).isDisabled());
        window.click("opinion");
        window.write("同意");
        window.click("record-step");
        window.everyPicture("signoff");
        window.click("record-step");
        window.click("record-step");
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.click("dialog-confirm");
        window.picture("08-signoff-reported");
        assertTrue(world.calls.contains("record 处室负责人 宋岩 同意 2024-10-31"), world.calls.toString());
        assertTrue(world.calls.contains("report 210000"), world.calls.toString());
        assertEquals("H47T 6PZ7", window.node("check-code", Label.class).getText());
    }
}
