package org.shangbao.client.ui.review;

import java.io.ByteArrayInputStream;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/** A whole page of the scan, as wide as there is room; the paper's own pixels, not retouched. */
final class PagePane extends VBox {
    private static final double WIDEST = 910;
    private static final double A4_RATIO = 297.0 / 210.0;

    private final SubmissionViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final StackPane sheet = new StackPane();
    private final Label where;
    private final Action before;
    private final Action after;
    private final Subscription watching;
    /** Quarters the page is turned; a page no code was read on lies as it was scanned. */
    private int quarters;

    PagePane(SubmissionViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        getStyleClass().add("page-pane");
        setId("page-pane");
        where = controls.label("", "strong");
        before = new Action(Text.of("review.page.before"), "", viewModel::previousPage);
        after = new Action(Text.of("review.page.after"), "", viewModel::nextPage);
        Button turn = controls.small(new Action(Text.of("review.page.turn"), "", () -> turnTo(quarters + 1)), "fth-rotate-cw");
        turn.setId("page-turn");
        Button close = controls.small(new Action(Text.of("review.page.close"), "Esc", viewModel::closePage));
        close.setId("page-close");
        // made once: a button that is pressed keeps the focus, and with it the keys
        HBox bar = Controls.row(8, where, Controls.grow(), controls.small(before), controls.small(after), turn, close);
        bar.getStyleClass().add("page-bar");
        sheet.setAlignment(Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(sheet);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(bar, scroll);
        visibleProperty().bind(viewModel.pageOpenProperty());
        managedProperty().bind(visibleProperty());
        watching = Subscription.combine(viewModel.pageOpenProperty().subscribe(open -> show()),
                viewModel.pageProperty().subscribe(page -> turnTo(0)), viewModel.pageImageProperty().subscribe(image -> show()),
                widthProperty().subscribe(width -> show()));
    }

    void close() { watching.unsubscribe(); }

    private void turnTo(int wanted) {
        quarters = wanted % 4;
        show();
    }

    private void show() {
        SubmissionViewModel.Shown shown = viewModel.shownProperty().get();
        if (shown == null || !viewModel.pageOpenProperty().get()) {
            return;
        }
        int page = viewModel.pageProperty().get();
        where.setText(messages.text("review.page.of", shown.unitName(), page, shown.pages()));
        before.enabledProperty().set(page > 1);
        after.enabledProperty().set(page < shown.pages());
        byte @Nullable [] png = viewModel.pageImageProperty().get();
        sheet.getChildren().setAll(png == null
                ? controls.label(messages.text("review.page.loading"), "hint")
                : picture(png, Math.clamp(getWidth() - 40, 120, WIDEST), quarters));
    }

    /** Returns a page in a width, or its empty outline while the picture is not here. */
    static Node picture(byte @Nullable [] png, double width) {
        return picture(png, width, 0);
    }

    private static Node picture(byte @Nullable [] png, double width, int quarters) {
        StackPane frame = new StackPane();
        frame.getStyleClass().add("page-frame");
        frame.setMaxWidth(Region.USE_PREF_SIZE);
        if (png == null) {
            frame.setPrefSize(width, width * A4_RATIO);
            return frame;
        }
        ImageView view = new ImageView(new Image(new ByteArrayInputStream(png)));
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setRotate(90.0 * quarters);
        if (quarters % 2 == 0) {
            view.setFitWidth(width);
        } else {
            view.setFitHeight(width);
        }
        // a group takes the room of the turned picture
        frame.getChildren().add(new Group(view));
        return frame;
    }
}
