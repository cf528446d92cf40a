package org.shangbao.client.ui.fill;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/** The row at the foot of the table: the figure worked on, its finding, 填报说明 and 本单位口径. */
final class FigureDetail extends HBox {
    /** The name is cut in its row of the table; here it stands whole, if need be in two lines. */
    private static final double NAME = 176;
    private final FillViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private @Nullable TextField own;
    private @Nullable MarginNote shown;
    private @Nullable FindingCard shownCard;

    FigureDetail(FillViewModel viewModel, Messages messages, Controls controls) {
        super(12);
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        getStyleClass().add("figure-detail");
    }

    boolean focusNote() {
        if (own != null) {
            own.requestFocus();
        }
        return own != null;
    }

    void show(@Nullable MarginNote note, List<FindingCard> cards) {
        FindingCard card = note == null
                ? null
                : cards.stream().filter(each -> each.here()).findFirst().orElse(null);
        if (java.util.Objects.equals(note, shown) && java.util.Objects.equals(card, shownCard)) {
            return;
        }
        shown = note;
        shownCard = card;
        getChildren().clear();
        own = null;
        if (note == null) {
            return;
        }
        Label name = controls.wrapping(messages.text(note.name()), "strong");
        name.setMinWidth(controls.px(NAME));
        getChildren().addAll(controls.label(note.code(), "note-code"), name);
        if (card != null) {
            finding(card);
        }
        if (card == null && !note.guidance().isEmpty()) {
            String words = messages.text(note.guidance());
            Label guidance = controls.label(words.strip().replaceAll("\\s+", " "), "secondary");
            guidance.setTooltip(new Tooltip(words));
            guidance.setMinWidth(40);
            getChildren().add(guidance);
        }
        getChildren().add(Controls.grow());
        if (note.isFigure() && viewModel.isEditable()) {
            TextField field = new NoteCard(viewModel, messages, controls).ownNote(note, "detail-own");
            HBox.setHgrow(field, Priority.SOMETIMES);
            Label words = controls.label(messages.text("fill.note.own"), "secondary");
            words.setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(words, field);
            own = field;
        }
    }

    private void finding(FindingCard card) {
        Label sentence = controls.mark(card.mark(), card.mark() == Mark.CARRIED_OVER ? card.word() : card.sentence());
        sentence.getStyleClass().add("strong");
        sentence.setTooltip(new Tooltip(sentence.getText()));
        sentence.setMinWidth(60);
        getChildren().add(sentence);
        if (!card.suggestion().isEmpty()) {
            Button suggestion = controls.small(new Action(Text.of("fill.card.suggestion", card.suggestion()), "",
                    () -> viewModel.takeSuggestion(card)));
            suggestion.setId("detail-suggestion");
            getChildren().add(suggestion);
        }
        if (!card.key().isEmpty()) {
            getChildren()
                    .add(controls.small(new Action(Text.of("fill.card.explain"), "F2", () -> viewModel.explain(card.key())), "fth-edit"));
        }
        if (card.mark() == Mark.CARRIED_OVER) {
            getChildren().add(controls.small(new Action(Text.of("fill.confirm.this"), "Ctrl+D",
                    () -> viewModel.edits().carryOrConfirm(viewModel.currentProperty().get()))));
        }
    }
}
