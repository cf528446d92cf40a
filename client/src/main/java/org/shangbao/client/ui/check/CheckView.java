package org.shangbao.client.ui.check;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.shell.BodyScreen;

/** List of figures with something to say at the left, the one looked at at the right. */
final class CheckView extends BorderPane implements BodyScreen.Body {
    private static final double WIDEST_LIST = 424;
    private static final double NARROWEST_LIST = 320;
    private static final double LIST_SHARE = 0.35;

    private final CheckViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final CheckList list;
    private final CheckDetailPane detail;
    private final Subscription subscription;

    CheckView(CheckViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        list = new CheckList(viewModel, messages, controls);
        detail = new CheckDetailPane(viewModel, messages, controls);
        setLeft(left());
        setCenter(detail);
        viewModel.show(new CheckViewModel.Hooks() {
            @Override
            public void commit() { detail.commit(); }

            @Override
            public void focusExplanation() { detail.focusExplanation(); }
        });
        subscription = Subscription.combine(viewModel.groupsProperty().subscribe(list::show),
                viewModel.detailProperty().subscribe(detail::show));
    }

    @Override
    public void close() {
        detail.commit();
        viewModel.show(CheckViewModel.Hooks.NONE);
        subscription.unsubscribe();
    }

    /** A reason if one is to be written, else the list. */
    @Override
    public void focusFirst() {
        if (!detail.focusExplanation()) {
            list.requestFocus();
        }
    }

    private Node left() {
        HBox head = Controls.row(8, controls.label(messages.text("check.title"), "section"), Controls.grow(),
                controls.small(viewModel.again()));
        head.getStyleClass().add("check-head");
        ScrollPane scroll = list.scroll();
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label reason = controls.wrapping("", "secondary");
        reason.textProperty().bind(viewModel.finish().reasonProperty()
                .map(words -> messages.text(words.isEmpty() ? Text.of("check.finalize.ready") : words)));
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMaxWidth(Double.MAX_VALUE);
        Node unlock = controls.small(viewModel.unlockAction());
        unlock.visibleProperty().bind(viewModel.frozenProperty());
        unlock.managedProperty().bind(viewModel.frozenProperty());
        HBox foot = Controls.row(8, Controls.icon("fth-info"), reason, unlock);
        foot.getStyleClass().add("check-foot");
        VBox panel = new VBox(head, scroll, foot);
        panel.getStyleClass().add("check-list");
        panel.prefWidthProperty().bind(widthProperty()
                .map(width -> Math.clamp(width.doubleValue() * LIST_SHARE, NARROWEST_LIST, WIDEST_LIST)));
        panel.setMinWidth(NARROWEST_LIST);
        return panel;
    }
}
