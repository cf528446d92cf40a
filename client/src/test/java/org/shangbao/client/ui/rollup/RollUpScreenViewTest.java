package org.shangbao.client.ui.rollup;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangbao.client.ui.review.Desk;
import org.shangbao.client.ui.review.ReviewWindow;
import org.shangbao.client.ui.review.ReviewWorld;
import org.shangbao.client.ui.signoff.ReviewWorkspace;
import org.shangbao.model.person.Role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Rolling up with mouse and keys in the real window. */
class RollUpScreenViewTest {
    private final ReviewWorld world = new ReviewWorld();
    private final Desk desk = new Desk(world);
    private ReviewWindow window;

    @BeforeEach
    void opensTheWindow() throws Exception {
        world.page = ReviewWindow.paper();
        window = new ReviewWindow(world.office("210000", Role.REVIEWER), world, desk, desk, new ReviewWorkspace());
        window.open(RollUpScreen.NAME, ReviewWorld.PERIOD.value());
    }

    @AfterEach
    void closesTheWindow() { window.end(); }

    @Test
    void totalLeadsToACountysScanAndTheProvinceFinalizesItsForm() throws Exception {
        window.click("sum-1-1-1");
        window.everyPicture("rollup");
        window.clickOn("沈阳市");
        window.clickOn("康平县");
        assertEquals("康平县", window.node("submission-unit", Label.class).getText());
        window.push(KeyCode.SPACE);
        window.picture("07b-rollup-drill");
        window.push(KeyCode.ESCAPE);
        window.push(KeyCode.ESCAPE);
        window.click("text-2-1");
        window.click("overview");
        window.write("全省普惠性幼儿园布局调整完成");
        window.picture("07b-rollup-overview");
        window.interact(() -> window.node("text-2-6", Button.class).fire());
        window.click("case-" + world.id("康平县") + "-2-6");
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.click("dialog-confirm");
        assertTrue(world.calls.contains("finalize 210000 {2.1=全省普惠性幼儿园布局调整完成} [" + world.id("康平县") + "/2.6] NAME_THEM"),
                world.calls.toString());
        assertTrue(window.node("missing", Node.class).isVisible());
    }
}
