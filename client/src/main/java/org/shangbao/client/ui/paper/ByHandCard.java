package org.shangbao.client.ui.paper;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.wire.v1.PaperByHand.Manner;

/** 手工通道: what the clerk says of pages no machine reads. What is typed stays while the cards around it are built anew. */
final class ByHandCard {
    private final TextField code = new TextField();
    private final TextField reason = new TextField();
    private final CheckBox filled = new CheckBox();
    private final Messages messages;
    private final Controls controls;
    private final Action take;

    ByHandCard(ScanTaking taking, Messages messages, Controls controls) {
        this.messages = messages;
        this.controls = controls;
        code.setId("paper-check-code");
        code.setAccessibleText(messages.text("paper.byHand.code"));
        code.disableProperty().bind(filled.selectedProperty());
        reason.setId("paper-by-hand-reason");
        reason.setAccessibleText(messages.text("paper.byHand.reason"));
        filled.setId("paper-hand-filled");
        filled.setText(messages.text("paper.byHand.filled"));
        filled.setWrapText(true);
        take = new Action(Text.of("paper.act.byHand"), "",
                () -> taking.takeByHand(filled.isSelected() ? Manner.HAND_FILLED : Manner.CHECK_CODE,
                        filled.isSelected() ? "" : code.getText(), reason.getText()));
        take.enabledProperty().bind(Bindings.createBooleanBinding(
                () -> !reason.getText().isBlank() && (filled.isSelected() || !code.getText().isBlank()), reason.textProperty(),
                code.textProperty(), filled.selectedProperty()));
    }

    Node of(long unread) {
        Button button = controls.small(take, "fth-eye");
        button.setId("paper-by-hand");
        VBox card = new VBox(6, controls.mark(Mark.NOT_MACHINE_READ, Text.of("paper.byHand.title")),
                controls.wrapping(messages.text("paper.byHand.sentence", unread), "secondary"),
                controls.label(messages.text("paper.byHand.code"), "secondary"), code, filled,
                controls.label(messages.text("paper.byHand.reason"), "secondary"), reason, button);
        card.getStyleClass().addAll("card", "edge-amber");
        return card;
    }
}
