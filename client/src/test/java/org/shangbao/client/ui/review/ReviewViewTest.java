package org.shangbao.client.ui.review;

import java.lang.reflect.Proxy;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangbao.client.application.paper.PaperService;
import org.shangbao.client.application.report.ReportService;
import org.shangbao.model.person.Role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Reviewing with mouse and keys in the real window. */
class ReviewViewTest {
    private final ReviewWorld world = new ReviewWorld();
    private ReviewWindow window;

    @BeforeEach
    void opensTheWindow() throws Exception {
        world.page = ReviewWindow.paper();
        window = new ReviewWindow(world.office("210000", Role.REVIEWER), world, unused(ReportService.class), unused(PaperService.class),
                context -> List.of(new ReviewScreen(context, new PeriodChoice(context.office(), ReviewWorld.CLOCK, ReviewWorld.ZONE))));
    }

    @AfterEach
    void closesTheWindow() { window.end(); }

    private static <T> T unused(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{ type }, (proxy, method, arguments) -> {
            throw new UnsupportedOperationException(method.getName());
        }));
    }

    @Test
    void aDraftIsAnsweredOnItsFigureAndOffersNeitherApprovalNorReturn() throws Exception {
        world.draft("建昌县", "寄宿生数拿不准，请先看一眼");
        window.open(ReviewScreen.NAME, "2024-10");
        window.push(KeyCode.F5);
        window.clickOn("建昌县");
        assertEquals("“寄宿生数拿不准，请先看一眼”", window.node("draft-note", Label.class).getText());
        assertTrue(window.lookup("#decide-other").queryAll().isEmpty());
        window.push(KeyCode.F8);
        window.push(KeyCode.F2);
        window.write("约是上期的 10 倍，请核对");
        window.picture("06-review-draft");
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(List.of(world.id("建昌县") + " [3.3.2 约是上期的 10 倍，请核对]"), world.drafts.answers);
        assertTrue(window.lookup("#decide-other").queryAll().size() == 1);
    }

    @Test
    void countyIsReturnedWithReasonsAfterALookAtItsPaperAndTheQuietOnesAreApproved() throws Exception {
        window.clickOn("彰武县");
        assertEquals("彰武县", window.node("submission-unit", Label.class).getText());
        window.push(KeyCode.F8);
        window.push(KeyCode.F2);
        window.write("约是上期的 10 倍");
        window.clickOn("说明不能解释变化");
        assertEquals("约是上期的 10 倍；说明不能解释变化", window.node("reason-3-3-2", TextArea.class).getText());
        window.everyPicture("review");
        window.click("answer-list");
        window.push(KeyCode.SPACE);
        assertTrue(window.node("page-pane", Node.class).isVisible());
        window.picture("06-review-page");
        window.click("page-turn");
        Node turned = window.lookup("#page-pane .image-view").query();
        assertEquals(90, turned.getRotate());
        assertTrue(turned.getBoundsInParent().getWidth() > turned.getBoundsInParent().getHeight(),
                "an upright page lies once it is turned");
        window.picture("06-review-page-turned");
        window.push(KeyCode.ESCAPE);
        assertFalse(window.node("page-pane", Node.class).isVisible());
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.click("dialog-confirm");
        assertTrue(world.calls.stream().anyMatch(call -> call.startsWith("returnDirectly " + world.id("彰武县"))), world.calls.toString());
        assertEquals("义县", window.node("submission-unit", Label.class).getText());
        window.click("approve-quiet");
        window.click("dialog-confirm");
        assertEquals(7, world.calls.stream().filter(call -> call.startsWith("approve")).count());
    }
}
