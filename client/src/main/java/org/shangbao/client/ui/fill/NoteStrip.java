package org.shangbao.client.ui.fill;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/**
 * What the note and the first finding say, as a strip under the sheet, for windows too narrow for the note beside it. Whether it is there is
 * decided by the style sheet; while it is not, nothing in it is changed.
 */
final class NoteStrip extends HBox {
    private final FillViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private @Nullable MarginNote note;
    private @Nullable FindingCard card;
    private boolean isDrawn;

    NoteStrip(FillViewModel viewModel, Messages messages, Controls controls) {
        super(20);
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        getStyleClass().add("note-strip");
        setId("note-strip");
        visibleProperty().subscribe(visible -> draw());
    }

    void show(@Nullable MarginNote shown, List<FindingCard> cards) {
        FindingCard here = cards.stream().filter(FindingCard::here).findFirst().orElse(null);
        if (!Objects.equals(shown, note) || !Objects.equals(here, card)) {
            note = shown;
            card = here;
            isDrawn = false;
            draw();
        }
    }

    private void draw() {
        MarginNote drawn = note;
        if (!isVisible() || isDrawn) {
            return;
        }
        isDrawn = true;
        getChildren().clear();
        if (drawn == null) {
            return;
        }
        getChildren().add(figure(drawn));
        FindingCard found = card;
        if (found != null) {
            getChildren().add(finding(found));
        }
        if (!drawn.guidance().isEmpty()) {
            getChildren().add(guidance(drawn));
        }
    }

    private VBox figure(MarginNote drawn) {
        Label name = controls.label(messages.text(drawn.name()), "strong");
        name.setMinWidth(USE_PREF_SIZE);
        Label code = controls.label(drawn.code(), "note-code");
        code.setMinWidth(USE_PREF_SIZE);
        VBox box = new VBox(2, Controls.row(6, code, name));
        if (drawn.isFigure() && !drawn.previousPeriod().isEmpty()) {
            HBox facts = Controls.row(5, controls.label(messages.text("fill.strip.previous"), "secondary"), value(drawn.previous()),
                    controls.label(messages.text("fill.note.lastYear"), "secondary"), value(drawn.lastYear()));
            facts.getChildren().forEach(fact -> ((Label) fact).setMinWidth(USE_PREF_SIZE));
            box.getChildren().add(facts);
        }
        box.getStyleClass().add("strip-figure");
        return box;
    }

    private Label value(String words) { return controls.label(words.isEmpty() ? messages.text("fill.note.none") : words, "strong"); }

    private VBox finding(FindingCard found) {
        Label sentence = controls.mark(found.mark(), found.mark() == Mark.CARRIED_OVER ? found.word() : found.sentence());
        sentence.getStyleClass().add("strong");
        sentence.setWrapText(true);
        VBox box = new VBox(2, sentence);
        if (!found.suggestion().isEmpty()) {
            box.getChildren().add(controls.small(new Action(Text.of("fill.card.suggestion", found.suggestion()), "",
                    () -> viewModel.takeSuggestion(found))));
        }
        HBox.setHgrow(box, Priority.ALWAYS);
        box.getStyleClass().add("strip-words");
        return box;
    }

    private VBox guidance(MarginNote drawn) {
        Label words = controls.label(messages.text(drawn.guidance()).strip().replaceAll("\\s+", " "), "secondary");
        words.setWrapText(true);
        VBox box = new VBox(Controls.row(6, controls.label(messages.text("fill.note.guidance"), "strong"), Controls.keyCap("F1")),
                words);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.getStyleClass().add("strip-words");
        return box;
    }
}
