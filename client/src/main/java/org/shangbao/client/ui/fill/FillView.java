package org.shangbao.client.ui.fill;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.shell.BodyScreen;

/** Rail, blanks and findings; the blanks as a sheet or as a table. */
final class FillView extends StackPane implements BodyScreen.Body {
    private static final double WIDE = 1200;

    private final FillViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final BorderPane parts = new BorderPane();
    private final RailPane rail;
    private final FindingsPane findings;
    private final ToolRow tools;
    private final FindBar find;
    private final ChoicePane choice;
    private final ColumnPane columns;
    private final NoteStrip strip;
    private final Subscription subscription;
    private @Nullable SheetBody body;

    FillView(FillViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        rail = new RailPane(viewModel, messages, controls);
        findings = new FindingsPane(viewModel, messages, controls);
        tools = new ToolRow(viewModel, messages, controls);
        find = new FindBar(viewModel, messages, controls);
        choice = new ChoicePane(viewModel, messages, controls);
        columns = new ColumnPane(viewModel, messages, controls);
        strip = new NoteStrip(viewModel, messages, controls);
        parts.setLeft(rail);
        findings.addEventHandler(KeyEvent.KEY_PRESSED, this::pressedInFindings);
        getChildren().addAll(parts, choice, columns);
        subscription = Subscription.combine(viewModel.modeProperty().subscribe(this::showMode),
                viewModel.sheetProperty().subscribe(laid -> laySheet()),
                viewModel.blanksProperty().subscribe(contents -> showBlanks()),
                viewModel.texts().watch(this::showTexts), viewModel.rowsProperty().subscribe(rows -> showRows()),
                viewModel.filterProperty().subscribe(filter -> showFilter()),
                viewModel.railProperty().subscribe(groups -> rail.show()),
                viewModel.cardsProperty().subscribe(cards -> {
                    findings.show(cards);
                    showNote();
                }), viewModel.noteProperty().subscribe(note -> {
                    showNote();
                    rail.show();
                }), viewModel.choices().openProperty().subscribe(choice::show),
                viewModel.choices().columnsProperty().subscribe(columns::show),
                viewModel.keys().askedProperty().subscribe(this::asked), viewModel.targetProperty().subscribe(this::goTo),
                widthProperty().map(width -> width.doubleValue() < WIDE).subscribe(narrower -> placeFindings()));
    }

    @Override
    public void close() {
        commitNow();
        subscription.unsubscribe();
    }

    @Override
    public void focusFirst() {
        // the ViewModel knows the blank worked on last and leads there as soon as it is laid
    }

    private void commitNow() {
        if (body != null) {
            body.commitNow();
        }
    }

    private void showMode(FillMode mode) {
        commitNow();
        boolean table = mode == FillMode.TABLE;
        SheetBody made = table ? new FigureTable(viewModel, messages, controls) : new SheetView(viewModel, messages, controls);
        body = made;
        Node held = find.over(made.node());
        VBox.setVgrow(held, javafx.scene.layout.Priority.ALWAYS);
        VBox column = table ? new VBox(tools, held) : new VBox(tools, held, strip);
        column.getStyleClass().add("fill-body");
        VBox.setMargin(held, new Insets(0, table ? 12 : 16, 0, table ? 12 : 16));
        parts.setCenter(column);
        placeFindings();
        laySheet();
        tools.show();
        if (getScene() != null) {
            // the blanks are in the scene with the skin of their scroll pane only; before that none of them can have the focus
            applyCss();
            layout();
        }
    }

    /** Beside the sheet where there is room, else as a drawer over its right end that F6 opens and Esc closes. */
    private void placeFindings() {
        boolean table = viewModel.modeProperty().get() == FillMode.TABLE;
        boolean drawer = !table && getWidth() > 0 && getWidth() < WIDE;
        parts.setRight(null);
        getChildren().remove(findings);
        findings.getStyleClass().remove("drawer");
        findings.setVisible(true);
        if (drawer) {
            findings.getStyleClass().add("drawer");
            findings.setVisible(false);
            StackPane.setAlignment(findings, Pos.CENTER_RIGHT);
            getChildren().add(1, findings);
        } else if (!table) {
            parts.setRight(findings);
        }
        tools.offerResults(drawer);
    }

    private boolean isDrawer() { return findings.getParent() == this; }

    private void pressedInFindings(KeyEvent event) {
        if (isDrawer() && event.getCode() == KeyCode.ESCAPE) {
            findings.setVisible(false);
        }
    }

    private void laySheet() {
        Sheet laid = viewModel.sheetProperty().get();
        if (laid != null && body != null) {
            body.lay(laid);
            showNote();
        }
        rail.show();
    }

    private void showBlanks() {
        if (body != null) {
            body.showBlanks(viewModel.blanksProperty().get());
        }
        tools.show();
    }

    private void showTexts() {
        if (body != null) {
            body.showTexts();
        }
    }

    private void showRows() {
        if (body instanceof FigureTable table) {
            table.showRows(viewModel.rowsProperty().get());
        }
    }

    private void showFilter() {
        if (body instanceof FigureTable table) {
            table.showFilter();
        }
        tools.show();
    }

    private void showNote() {
        MarginNote note = viewModel.noteProperty().get();
        List<FindingCard> cards = viewModel.cardsProperty().get();
        if (body instanceof SheetView sheet) {
            sheet.showNote(note);
            strip.show(note, cards);
        } else if (body instanceof FigureTable table) {
            table.showNote(note, cards);
        }
    }

    void goTo(String code) {
        if (!code.isEmpty() && getScene() != null && body != null && !choice.isOpen() && body.focus(code)) {
            hideDrawer();
            viewModel.arrived();
        }
    }

    private void asked(String what) {
        switch (what) {
            case "save" -> commitNow();
            case "find" -> find.open();
            case "pane" -> nextPane(1);
            case "paneBack" -> nextPane(-1);
            case "results" -> focusFindings();
            default -> {
            }
        }
    }

    /** Goes to the next pane in which something can have the focus: rail, blanks, note, findings. */
    private void nextPane(int step) {
        List<java.util.function.BooleanSupplier> panes = List.of(rail::focusInside, this::focusBody, this::focusNote, this::focusFindings);
        int at = paneOfFocus();
        for (int tried = 1; tried <= panes.size(); tried++) {
            if (panes.get(Math.floorMod(at + step * tried, panes.size())).getAsBoolean()) {
                return;
            }
        }
    }

    private int paneOfFocus() {
        Node owner = getScene().getFocusOwner();
        if (owner == null || owner instanceof BlankField) {
            return 1;
        }
        if (Focus.isInside(owner, rail)) {
            return 0;
        }
        if (Focus.isInside(owner, findings)) {
            return 3;
        }
        return "note-own".equals(owner.getId()) || "detail-own".equals(owner.getId()) ? 2 : 1;
    }

    private boolean focusBody() {
        hideDrawer();
        viewModel.goTo(viewModel.currentProperty().get());
        return true;
    }

    private boolean focusNote() {
        return body instanceof SheetView sheet ? sheet.focusNote() : body instanceof FigureTable table && table.focusDetail();
    }

    private boolean focusFindings() {
        if (findings.getScene() == null) {
            return false;
        }
        if (isDrawer()) {
            findings.setVisible(true);
            findings.applyCss();
            findings.layout();
        }
        return findings.focusInside() || isDrawer();
    }

    private void hideDrawer() {
        if (isDrawer()) {
            findings.setVisible(false);
        }
    }
}
