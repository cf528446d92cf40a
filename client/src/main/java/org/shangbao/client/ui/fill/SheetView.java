package org.shangbao.client.ui.fill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;

/** The white sheet with the official sentences, and the note that stands beside the item worked on. */
final class SheetView extends ScrollPane implements SheetBody {
    private static final double GUTTER = 44;
    private static final double MARGIN = 216;
    private static final double EDGE = 16;
    private static final double LETTER = 16;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final FillViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final Map<String, InlineBlank> blanks = new HashMap<>();
    private final Map<String, NarrativeField> narratives = new HashMap<>();
    private final Map<String, Node> lines = new HashMap<>();
    private final VBox content = new VBox();
    private final Paper paper;
    private final List<Label> tags = new ArrayList<>();
    private @Nullable Node currentLine;

    SheetView(FillViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        paper = new Paper();
        getStyleClass().add("sheet-scroll");
        content.setPadding(new Insets(10, 0, 40, 0));
        paper.getStyleClass().add("paper");
        paper.getChildren().addFirst(content);
        setContent(paper);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Controls.drawnInParts(this);
        addEventFilter(KeyEvent.KEY_PRESSED, new BlankKeys(viewModel, false)::pressed);
        vvalueProperty().addListener(change -> paper.requestLayout());
        Revealing.whenResized(this, () -> {
            if (currentLine != null) {
                reveal(currentLine);
            }
        });
        // the skin sets equal bounds anew in every layout: listening for any but a real change would lay out for ever
        viewportBoundsProperty().subscribe(bounds -> paper.requestLayout());
    }

    @Override
    public void lay(Sheet sheet) {
        blanks.clear();
        narratives.clear();
        lines.clear();
        tags.clear();
        currentLine = null;
        content.getChildren().clear();
        for (Sheet.Group group : sheet.groups()) {
            Label title = controls.wrapping(messages.text("fill.group", numeral(group.number()), group.name()), "group-title");
            title.setPadding(new Insets(8, 0, 4, GUTTER + 12));
            content.getChildren().add(title);
            group.lines().forEach(line -> content.getChildren().add(line(line)));
        }
        showBlanks(viewModel.blanksProperty().get());
    }

    @Override
    public void showBlanks(Map<String, BlankContent> contents) {
        blanks.forEach((code, blank) -> {
            BlankContent held = contents.get(code);
            if (held != null) {
                blank.show(held, messages.text(held.state().words()));
            }
        });
    }

    @Override
    public void showTexts() { narratives.values().forEach(NarrativeField::refresh); }

    void showNote(@Nullable MarginNote note) {
        Node line = note == null ? null : lines.get(itemOf(note.code()));
        if (line != currentLine) {
            if (currentLine != null) {
                currentLine.pseudoClassStateChanged(CURRENT, false);
            }
            if (line != null) {
                line.pseudoClassStateChanged(CURRENT, true);
            }
            currentLine = line;
            paper.requestLayout();
        }
        paper.show(note);
    }

    @Override
    public boolean focus(String code) {
        InlineBlank blank = blanks.get(code);
        Node goal = blank != null ? blank.field() : narratives.containsKey(code) ? narratives.get(code).input() : null;
        if (goal == null) {
            return false;
        }
        goal.requestFocus();
        Node line = lines.get(itemOf(code));
        if (line != null) {
            reveal(line);
        }
        return true;
    }

    @Override
    public void commitNow() {
        blanks.values().forEach(blank -> blank.field().commitNow());
        narratives.values().forEach(NarrativeField::commitNow);
    }

    @Override
    public Node node() { return this; }

    /** Gives the focus to the office's own words in the note; false if there is no note with them. */
    boolean focusNote() {
        return paper.focusNote();
    }

    private String itemOf(String code) { return lines.containsKey(code) ? code : code.substring(0, code.lastIndexOf('.')); }

    private void reveal(Node line) {
        paper.applyCss();
        paper.layout();
        Revealing.reveal(this, paper, line, 120);
    }

    private Node line(Sheet.Line line) {
        Label code = controls.label(line.code(), "item-code");
        code.setMinWidth(GUTTER);
        code.setMaxWidth(GUTTER);
        code.setPadding(new Insets(3, 0, 0, 0));
        Sentence sentence = new Sentence(controls.px(LETTER) / LETTER);
        boolean english = messages.isEnglish() && !line.english().isEmpty();
        for (Sheet.Part part : english ? line.english() : line.chinese()) {
            switch (part) {
                case Sheet.Part.Words words -> {
                    Text text = new Text(words.text());
                    text.getStyleClass().add("paper-text");
                    sentence.getChildren().add(text);
                }
                case Sheet.Part.Blank blank -> sentence.getChildren().add(blank(line, blank));
            }
        }
        VBox body = new VBox(6, sentence);
        if (line.narrative() && line.editable()) {
            NarrativeField field = new NarrativeField(line, viewModel, messages, controls);
            narratives.put(line.code(), field);
            body.getChildren().add(field);
        }
        body.setPadding(new Insets(0, 10, 0, 0));
        HBox.setHgrow(body, Priority.ALWAYS);
        Label tag = controls.label(messages.text(line.tag()), "tag");
        tag.getStyleClass().add("sheet-tag");
        tag.setPadding(new Insets(4, 0, 0, 8));
        tags.add(tag);
        HBox row = new HBox(code, body, tag);
        row.setPadding(new Insets(5, 12, 8, 14));
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("item-line");
        lines.put(line.code(), row);
        return row;
    }

    private InlineBlank blank(Sheet.Line line, Sheet.Part.Blank part) {
        String words = line.figures().stream().filter(figure -> figure.code().equals(part.code())).findFirst()
                .map(figure -> messages.text(figure.name()) + " " + figure.unit()).orElse("");
        BlankField field = new BlankField(part.code(), part.code() + " " + words, viewModel);
        InlineBlank blank = new InlineBlank(field, part.tail(), controls.px(LETTER) / LETTER);
        field.focusedProperty().addListener((property, was, is) -> {
            blank.showMark(!is);
            if (is) {
                viewModel.focused(part.code());
            }
        });
        blanks.put(part.code(), blank);
        return blank;
    }

    private String numeral(int number) {
        String numerals = messages.text("fill.numerals");
        return messages.isEnglish() || number > numerals.length()
                ? Integer.toString(number)
                : numerals.substring(number - 1, number);
    }

    /** The paper; lays its note beside the current line, wholly in view, over nothing but the tags. */
    private final class Paper extends StackPane {
        private final NoteCard note = new NoteCard(viewModel, messages, controls);
        private final Region shadow = new Region();

        Paper() {
            shadow.getStyleClass().add("note-shadow");
            // drawn once: a shadow is costly, and what the note says changes with every key
            shadow.setCache(true);
            for (Node each : List.of(shadow, note)) {
                each.setManaged(false);
                each.setVisible(false);
            }
            getChildren().addAll(shadow, note);
        }

        void show(@Nullable MarginNote shown) {
            note.setVisible(shown != null);
            shadow.setVisible(shown != null);
            if (shown != null) {
                switch (note.show(shown)) {
                    case BUILT -> requestLayout();
                    case RESIZED -> place();
                    case SAME -> {
                    }
                }
            }
        }

        boolean focusNote() {
            Node field = note.isVisible() ? note.lookup("#note-own") : null;
            if (field != null) {
                field.requestFocus();
            }
            return field != null;
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            place();
        }

        private void place() {
            if (!note.isVisible() || currentLine == null) {
                return;
            }
            double width = MARGIN;
            double height = note.prefHeight(width);
            double viewport = getViewportBounds().getHeight();
            double top = getVvalue() * Math.max(0, getHeight() - viewport);
            double wanted = currentLine.getBoundsInParent().getMinY();
            double y = Math.max(Math.min(wanted, top + viewport - height - 8), top + 4);
            note.resizeRelocate(getWidth() - width - EDGE, y, width, height);
            shadow.resizeRelocate(getWidth() - width - EDGE, y, width, height);
            for (Label tag : tags) {
                Bounds bounds = tag.getParent().getBoundsInParent();
                tag.setVisible(bounds.getMinY() + 24 < y || bounds.getMinY() > y + height);
            }
        }
    }
}
