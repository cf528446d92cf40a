package org.shangbao.client.ui.fill;

import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/** A finding beside the sheet, drawn. While a figure is typed only its sentence changes, so only that is changed. */
final class FindingNode extends VBox {
    /** Style class of everything in it that can be done. */
    static final String ACT = "finding-act";

    private final FillViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private @Nullable FindingCard shown;
    private Label sentence = new Label();
    private double measuredWidth = Double.NaN;
    private double measuredHeight;

    FindingNode(FillViewModel viewModel, Messages messages, Controls controls) {
        super(4);
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        setMinHeight(USE_PREF_SIZE);
    }

    /** True if it can show this card by changing no more than the sentence. */
    boolean fits(FindingCard card) {
        return shown != null && shown.isSameButSentence(card);
    }

    void show(FindingCard card) {
        FindingCard before = shown;
        shown = card;
        if (before == null || !before.isSameButSentence(card)) {
            build(card);
        } else if (!before.sentence().equals(card.sentence())) {
            sentence.setText(messages.text(card.sentence()));
        }
    }

    @Override
    public void requestLayout() {
        measuredWidth = Double.NaN;
        super.requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        // a card that has not changed is not measured again because another one has
        if (width != measuredWidth) {
            measuredHeight = super.computePrefHeight(width);
            measuredWidth = width;
        }
        return measuredHeight;
    }

    private void build(FindingCard card) {
        Label mark = controls.mark(card.mark(), card.word());
        mark.getStyleClass().add("strong");
        HBox head = Controls.row(8, mark);
        if (!card.code().isEmpty()) {
            head.getChildren().add(controls.label(card.code(), "strong"));
        }
        head.getChildren().add(Controls.grow());
        String id = card.mark().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + card.code().replace('.', '-');
        if (card.here()) {
            head.getChildren().add(controls.label(messages.text("fill.card.here"), "card-here"));
        } else if (!card.place().isEmpty()) {
            Hyperlink jump = controls.link(Text.of("fill.card.jump"), () -> viewModel.goTo(card.place()));
            jump.setId("jump-" + id);
            jump.getStyleClass().add(ACT);
            head.getChildren().add(jump);
        }
        sentence = controls.wrapping(messages.text(card.sentence()));
        getChildren().setAll(head, sentence);
        if (!card.source().isEmpty() && !messages.isEnglish()) {
            getChildren().add(controls.wrapping(messages.text("fill.card.source", card.source()), "hint"));
        }
        FlowPane buttons = buttons(card, id);
        if (!buttons.getChildren().isEmpty()) {
            VBox.setMargin(buttons, new Insets(4, 0, 0, 0));
            getChildren().add(buttons);
        }
        getStyleClass().setAll("finding", "edge-" + card.mark().tone());
        if (card.here()) {
            getStyleClass().add("here");
        }
    }

    private FlowPane buttons(FindingCard card, String id) {
        FlowPane buttons = new FlowPane(8, 6);
        if (!card.suggestion().isEmpty()) {
            buttons.getChildren().add(button("suggestion-" + card.code().replace('.', '-'), controls
                    .small(new Action(Text.of("fill.card.suggestion", card.suggestion()), "", () -> viewModel.takeSuggestion(card)))));
        }
        if (!card.key().isEmpty()) {
            buttons.getChildren().add(button("explain-" + id, controls
                    .small(new Action(Text.of("fill.card.explain"), card.here() ? "F2" : "", () -> viewModel.explain(card.key())),
                            "fth-edit")));
        }
        if (card.mark() == Mark.CARRIED_OVER) {
            if (card.here()) {
                buttons.getChildren().add(button("confirm-here", controls.small(new Action(Text.of("fill.confirm.this"), "Ctrl+D",
                        () -> viewModel.edits().carryOrConfirm(viewModel.currentProperty().get())))));
            }
            buttons.getChildren().add(button("confirm-next",
                    controls.small(new Action(Text.of("fill.confirm.each"), "", viewModel::nextUnconfirmed))));
            buttons.getChildren().add(button("confirm-all",
                    controls.small(new Action(Text.of("fill.confirm.all"), "", viewModel.choices()::askConfirm))));
        }
        return buttons;
    }

    private static Button button(String id, Button button) {
        button.setId(id);
        button.getStyleClass().add(ACT);
        return button;
    }
}
