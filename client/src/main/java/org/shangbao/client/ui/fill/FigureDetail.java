package org.shangbao.client.ui.fill;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/** The foot of the table: the figure worked on with 本单位口径, and under it its finding or 填报说明. */
final class FigureDetail extends VBox {
    private final FillViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private @Nullable TextField own;
    private @Nullable MarginNote shown;
    private @Nullable FindingCard shownCard;

    FigureDetail(FillViewModel viewModel, Messages messages, Controls controls) {
        super(2);
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
        Label code = controls.label(note.code(), "note-code");
        code.setMinWidth(USE_PREF_SIZE);
        Label name = controls.label(messages.text(note.name()), "strong");
        name.setTooltip(new Tooltip(name.getText()));
        HBox head = Controls.row(12, code, name);
        if (note.isFigure() && !note.previousPeriod().isEmpty()) {
            // where the table has no room for the column
            Label lastYear = controls.label(messages.text("fill.detail.lastYear",
                    note.lastYear().isEmpty() ? messages.text("fill.note.none") : note.lastYear()), "secondary", "detail-last-year");
            lastYear.setMinWidth(USE_PREF_SIZE);
            head.getChildren().add(lastYear);
        }
        head.getStyleClass().add("detail-head");
        head.getChildren().add(Controls.grow());
        if (note.isFigure() && viewModel.isEditable()) {
            TextField field = new NoteCard(viewModel, messages, controls).ownNote(note, "detail-own");
            Label words = controls.label(messages.text("fill.note.own"), "secondary");
            words.setMinWidth(USE_PREF_SIZE);
            head.getChildren().addAll(words, field);
            own = field;
        }
        getChildren().add(head);
        if (card != null) {
            getChildren().add(finding(card));
        } else if (!note.guidance().isEmpty()) {
            getChildren().add(sentence(controls.label(messages.text(note.guidance()).strip().replaceAll("\\s+", " "), "secondary")));
        }
    }

    private HBox finding(FindingCard card) {
        Label sentence = controls.mark(card.mark(), card.mark() == Mark.CARRIED_OVER ? card.word() : card.sentence());
        sentence.getStyleClass().add("strong");
        HBox row = Controls.row(12, sentence(sentence));
        if (!card.suggestion().isEmpty()) {
            Button suggestion = controls.small(new Action(Text.of("fill.card.suggestion", card.suggestion()), "",
                    () -> viewModel.takeSuggestion(card)));
            suggestion.setId("detail-suggestion");
            row.getChildren().add(suggestion);
        }
        if (!card.key().isEmpty()) {
            row.getChildren()
                    .add(controls.small(new Action(Text.of("fill.card.explain"), "F2", () -> viewModel.explain(card.key())), "fth-edit"));
        }
        if (card.mark() == Mark.CARRIED_OVER) {
            row.getChildren().add(controls.small(new Action(Text.of("fill.confirm.this"), "Ctrl+D",
                    () -> viewModel.edits().carryOrConfirm(viewModel.currentProperty().get()))));
        }
        return row;
    }

    /** Two lines at most: the foot is as high for every figure, so that the table above it stays where it is. */
    private static Label sentence(Label words) {
        words.setWrapText(true);
        words.setMinWidth(60);
        words.getStyleClass().add("detail-words");
        words.setTooltip(new Tooltip(words.getText()));
        return words;
    }
}
