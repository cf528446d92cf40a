package org.shangbao.client.ui.fill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;

/** 表格视图: a row per figure with a permanent field, the earlier periods beside it, one row of detail at the foot. */
final class FigureTable extends BorderPane implements SheetBody {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final FillViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private final FigureDetail detail;
    private final HBox head = new HBox();
    private final Map<String, FigureTableRow> figures = new HashMap<>();
    private final Map<String, NarrativeField> narratives = new HashMap<>();
    private final Map<String, Node> textRows = new HashMap<>();
    private final Map<Node, List<String>> groups = new HashMap<>();
    private @Nullable Node current;

    FigureTable(FillViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        detail = new FigureDetail(viewModel, messages, controls);
        getStyleClass().add("figure-table");
        head.getStyleClass().add("table-head");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS);
        scroll.setFocusTraversable(false);
        Controls.drawnInParts(scroll);
        setTop(head);
        setCenter(scroll);
        setBottom(detail);
        addEventFilter(KeyEvent.KEY_PRESSED, new BlankKeys(viewModel, true)::pressed);
        Revealing.whenResized(scroll, () -> reveal(current));
    }

    @Override
    public Node node() { return this; }

    @Override
    public void lay(Sheet sheet) {
        figures.clear();
        narratives.clear();
        textRows.clear();
        groups.clear();
        head.getChildren().setAll(cell("fill.table.code", "cell-code"), cell("fill.table.name", "cell-name"),
                cell("fill.table.unit", "cell-unit"), headCell(messages.text("fill.table.now", viewModel.period()), "cell-now"),
                headCell(messages.text(viewModel.previousPeriod()), "cell-previous"),
                cell("fill.note.lastYear", "cell-last-year"), cell("fill.table.change", "cell-change"),
                cell("fill.table.state", "cell-state"), cell("fill.note.own", "cell-note"));
        HBox.setHgrow(head.getChildren().get(1), Priority.ALWAYS);
        List<Node> laid = new ArrayList<>();
        for (Sheet.Group group : sheet.groups()) {
            HBox title = Controls.row(12, controls.label(Integer.toString(group.number()), "strong"),
                    controls.label(messages.text(group.name()), "strong"));
            title.getStyleClass().add("table-group");
            laid.add(title);
            List<String> inGroup = new ArrayList<>();
            for (Sheet.Line line : group.lines()) {
                for (Sheet.Figure figure : line.figures()) {
                    FigureTableRow row = new FigureTableRow(figure, viewModel, messages, controls);
                    figures.put(figure.code(), row);
                    inGroup.add(figure.code());
                    laid.add(row);
                }
                if (line.narrative() && line.editable()) {
                    inGroup.add(line.code());
                    laid.add(text(line));
                }
            }
            groups.put(title, inGroup);
        }
        rows.getChildren().setAll(laid);
        showBlanks(viewModel.blanksProperty().get());
        showRows(viewModel.rowsProperty().get());
        showFilter();
    }

    private Node text(Sheet.Line line) {
        NarrativeField field = new NarrativeField(line, viewModel, messages, controls);
        narratives.put(line.code(), field);
        Label code = controls.label(line.code(), "item-code");
        code.getStyleClass().add("cell-code");
        Label name = controls.wrapping(messages.text(line.name()), "cell-text-name");
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(8, code, name, field);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("table-text");
        textRows.put(line.code(), row);
        return row;
    }

    @Override
    public void showBlanks(Map<String, BlankContent> contents) {
        figures.forEach((code, row) -> {
            BlankContent held = contents.get(code);
            if (held != null) {
                row.show(held);
            }
        });
    }

    @Override
    public void showTexts() { narratives.values().forEach(NarrativeField::refresh); }

    void showRows(Map<String, FigureRow> shown) {
        figures.forEach((code, row) -> {
            FigureRow facts = shown.get(code);
            if (facts != null) {
                row.show(facts);
            }
        });
    }

    /** Hides the rows the filter leaves out, and groups without a row. */
    void showFilter() {
        figures.forEach((code, row) -> setShown(row, viewModel.isShown(code)));
        textRows.forEach((code, row) -> setShown(row, viewModel.isShown(code)));
        groups.forEach((title, codes) -> setShown(title, codes.stream().anyMatch(viewModel::isShown)));
    }

    /** Marks the row worked on and shows its detail. */
    void showNote(@Nullable MarginNote note, List<FindingCard> cards) {
        Node figure = note == null ? null : figures.get(note.code());
        current = figure != null || note == null ? figure : textRows.get(note.code());
        figures.forEach((code, row) -> row.pseudoClassStateChanged(CURRENT, note != null && code.equals(note.code())));
        textRows.forEach((code, row) -> row.pseudoClassStateChanged(CURRENT, note != null && code.equals(note.code())));
        detail.show(note, cards);
    }

    private Label cell(String key, String style) { return headCell(messages.text(key), style); }

    private Label headCell(String words, String style) {
        Label cell = controls.label(words, "table-head-cell", style);
        cell.setTooltip(new Tooltip(words));
        cell.setMaxWidth(style.equals("cell-name") ? Double.MAX_VALUE : USE_PREF_SIZE);
        return cell;
    }

    @Override
    public boolean focus(String code) {
        FigureTableRow row = figures.get(code);
        Node goal = row != null ? row.field() : narratives.containsKey(code) ? narratives.get(code).input() : null;
        if (goal == null) {
            return false;
        }
        goal.requestFocus();
        reveal(row != null ? row : textRows.get(code));
        return true;
    }

    boolean focusDetail() { return detail.focusNote(); }

    @Override
    public void commitNow() {
        figures.values().forEach(row -> row.field().commitNow());
        narratives.values().forEach(NarrativeField::commitNow);
    }

    private void reveal(@Nullable Node row) {
        if (row == null) {
            return;
        }
        scroll.applyCss();
        scroll.layout();
        Revealing.reveal(scroll, rows, row, 64);
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
