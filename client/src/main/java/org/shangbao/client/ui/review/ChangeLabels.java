package org.shangbao.client.ui.review;

import javafx.geometry.Pos;
import javafx.scene.control.Label;

import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/** Shows changes alike in every table: unusual ones bold and amber. */
public final class ChangeLabels {
    private ChangeLabels() {}

    /** Returns the words of a change. */
    public static Text words(Change change) {
        return switch (change.kind()) {
            case UNKNOWN -> Text.NONE;
            case SAME -> Text.of("review.change.same");
            case FROM_ZERO -> Text.of("review.change.fromZero");
            case PERCENT -> Text.plain(change.signedPercent());
        };
    }

    /** Returns a label; beyond {@code limit} percent it stands out. */
    public static Label plain(Change change, int limit, Messages messages, Controls controls) {
        Label label = controls.label(messages.text(words(change)), "change");
        label.setAlignment(Pos.CENTER_RIGHT);
        if (change.isBeyond(limit)) {
            label.getStyleClass().addAll("strong", "amber");
        }
        return label;
    }

    /** Returns a label that carries the triangle as well when it stands out. */
    public static Label marked(Change change, int limit, Messages messages, Controls controls) {
        if (!change.isBeyond(limit)) {
            return plain(change, limit, messages, controls);
        }
        Label label = controls.mark(Mark.MUST_EXPLAIN, words(change));
        label.getStyleClass().addAll("change", "strong");
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }
}
