package org.shangbao.client.ui.fill;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/** The note beside the item worked on: last period, 填报说明, 本单位口径. What changes with every key is changed in place. */
final class NoteCard extends VBox {
    private static final int MOST_NOTE = 500;

    private final FillViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final Label loudChange;
    private final Label quietChange;
    private final HBox changeRow;
    private @Nullable MarginNote shown;
    private boolean wasEditable;

    /** What showing another note has done to the card. */
    enum Shown {
        /** Nothing that could move anything. */
        SAME,
        /** It may be of another height. */
        RESIZED,
        /** Its parts are new and not dressed yet. */
        BUILT
    }

    NoteCard(FillViewModel viewModel, Messages messages, Controls controls) {
        super(3);
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        loudChange = controls.mark(Mark.MUST_EXPLAIN, Text.NONE);
        quietChange = controls.label("", "secondary");
        changeRow = Controls.row(4, controls.label(messages.text("fill.note.change"), "secondary"), Controls.grow(), loudChange,
                quietChange);
        getStyleClass().add("margin-note");
    }

    Shown show(MarginNote note) {
        MarginNote before = shown;
        boolean editable = viewModel.isEditable();
        shown = note;
        if (before != null && wasEditable == editable && before.isSameButChange(note)) {
            if (before.equals(note)) {
                return Shown.SAME;
            }
            showChange(note);
            return before.change().isEmpty() == note.change().isEmpty() ? Shown.SAME : Shown.RESIZED;
        }
        wasEditable = editable;
        Focus.keptIn(this, () -> build(note));
        return Shown.BUILT;
    }

    private void build(MarginNote note) {
        Label name = controls.wrapping(messages.text(note.name()), "strong");
        HBox.setHgrow(name, Priority.ALWAYS);
        Label code = controls.label(note.code(), "note-code");
        code.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(new HBox(8, code, name));
        if (note.isFigure()) {
            getChildren().add(fact(messages.text("fill.note.unit"), messages.unit(note.unit()), "secondary"));
        }
        if (!note.previousPeriod().isEmpty() && note.isFigure()) {
            getChildren().add(fact(messages.text(note.previousPeriod()), note.previous(), "strong"));
            getChildren().add(fact(messages.text("fill.note.lastYear"), note.lastYear(), "secondary"));
            getChildren().add(changeRow);
            showChange(note);
        }
        if (!note.guidance().isEmpty()) {
            getChildren().addAll(title("fill.note.guidance"), controls.wrapping(messages.text(note.guidance()), "secondary"));
        }
        if (note.isFigure() && viewModel.isEditable()) {
            getChildren().addAll(title("fill.note.own"), ownNote(note, "note-own"));
        } else if (!note.ownNote().isEmpty()) {
            getChildren().addAll(title("fill.note.own"), controls.wrapping(note.ownNote(), "secondary"));
        }
    }

    private void showChange(MarginNote note) {
        setShown(changeRow, !note.change().isEmpty());
        loudChange.setText(note.change());
        quietChange.setText(note.change());
        setShown(loudChange, note.loud());
        setShown(quietChange, !note.loud());
    }

    private static void setShown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    /** Returns the field for the office's own words; Enter and Esc go back to the blank. */
    TextField ownNote(MarginNote note, String id) {
        TextField field = new TextField(note.ownNote());
        field.setId(id);
        field.getStyleClass().add("own-note");
        field.setPromptText(messages.text("fill.note.own.prompt"));
        field.setAccessibleText(note.code() + " " + messages.text("fill.note.own"));
        field.setTextFormatter(new TextFormatter<>(change -> {
            if (change.isContentChange() && change.getControlNewText().length() > MOST_NOTE) {
                viewModel.say(Text.of("fill.paste.long", note.code(), change.getControlNewText().length(), MOST_NOTE));
                change.setText("");
                change.setRange(change.getRangeStart(), change.getRangeStart());
                change.selectRange(change.getControlAnchor(), change.getControlCaretPosition());
            }
            return change;
        }));
        field.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                viewModel.commitNote(note.code(), field.getText());
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                if (event.getCode() == KeyCode.ESCAPE) {
                    field.setText(note.ownNote());
                }
                viewModel.goTo(note.code());
            }
        });
        return field;
    }

    private Label title(String key) {
        Label title = controls.label(messages.text(key), "note-title");
        title.setMaxWidth(Double.MAX_VALUE);
        return title;
    }

    private HBox fact(String words, String value, String style) {
        return Controls.row(4, controls.label(words, "secondary"), Controls.grow(),
                controls.label(value.isEmpty() ? messages.text("fill.note.none") : value, value.isEmpty() ? "hint" : style));
    }
}
