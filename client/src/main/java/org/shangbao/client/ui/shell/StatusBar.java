package org.shangbao.client.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.shell.ScreenFrame.KeyHint;

/** What is safe, and what the keys do here. */
final class StatusBar extends HBox {
    private final Messages messages;
    private final Controls controls;

    StatusBar(Messages messages, Controls controls) {
        this.messages = messages;
        this.controls = controls;
        getStyleClass().add("status-bar");
    }

    void show(ScreenFrame frame) {
        getChildren().clear();
        Text saved = frame.savedProperty().get();
        if (!saved.isEmpty()) {
            Label mark = controls.mark(Mark.DONE, saved);
            mark.setId("saved-mark");
            // what is safe is never cut; the remark beside it is
            mark.setMinWidth(USE_PREF_SIZE);
            getChildren().add(mark);
        }
        Text note = frame.noteProperty().get();
        if (!note.isEmpty()) {
            Label remark = controls.label(messages.text(note), "secondary");
            remark.setMinWidth(0);
            remark.setTooltip(new Tooltip(remark.getText()));
            getChildren().add(remark);
        }
        getChildren().add(Controls.grow());
        for (KeyHint hint : frame.hints()) {
            HBox caps = Controls.row(3);
            for (String keys : hint.keys().split(" ")) {
                caps.getChildren().add(Controls.keyCap(keys));
            }
            Label words = controls.label(messages.text(hint.words()), "secondary");
            words.setMinWidth(USE_PREF_SIZE);
            getChildren().add(Controls.row(4, caps, words));
        }
    }
}
