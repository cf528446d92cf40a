package org.shangbao.client.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.Messages;

/** What takes long, in words: how far it is, how long it takes, 取消 where it can be given up. Not there while nothing does. */
public final class WorkStrip extends HBox {
    private static final double BAR = 180;

    private final Messages messages;
    private final Controls controls;
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label time = new Label();
    private final Label why = new Label();
    private @Nullable Action stop;
    private @Nullable Button stopButton;

    /** Shows what work takes long now. */
    public WorkStrip(LongWork work, Messages messages, Controls controls) {
        this.messages = messages;
        this.controls = controls;
        getStyleClass().add("work-strip");
        setId("work-strip");
        words.getStyleClass().add("strong");
        time.getStyleClass().add("secondary");
        why.getStyleClass().add("hint");
        why.setId("work-why");
        words.setMinWidth(USE_PREF_SIZE);
        time.setMinWidth(USE_PREF_SIZE);
        bar.setPrefWidth(BAR);
        bar.setMinWidth(60);
        getChildren().addAll(Controls.icon("fth-clock"), words, bar, time, Controls.grow(), why);
        work.shownProperty().subscribe(this::show);
    }

    private void show(LongWork.@Nullable Shown shown) {
        setVisible(shown != null);
        setManaged(shown != null);
        if (shown == null) {
            forget();
            return;
        }
        words.setText(messages.text(shown.words()));
        time.setText(messages.text(shown.time()));
        why.setText(messages.text(shown.why()));
        bar.setVisible(shown.done() >= 0);
        bar.setManaged(shown.done() >= 0);
        bar.setProgress(Math.max(0, shown.done()));
        if (shown.stop() != stop) {
            forget();
            stop = shown.stop();
            if (stop != null) {
                Button button = controls.small(stop);
                button.setId("work-stop");
                getChildren().add(button);
                stopButton = button;
            }
        }
    }

    private void forget() {
        if (stopButton != null) {
            getChildren().remove(stopButton);
        }
        stop = null;
        stopButton = null;
    }
}
