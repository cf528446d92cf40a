package org.shangbao.client.ui.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.review.CountBar;
import org.shangbao.client.ui.review.PeriodChoice;
import org.shangbao.client.ui.review.SubmissionView;
import org.shangbao.client.ui.shell.BodyScreen;
import org.shangbao.wire.v1.RollUpView;

/** 汇总: range, sheet of sentences, composition or texts; a unit's revision in their place after drilling down. FX thread only. */
final class RollUpScreenView extends VBox implements BodyScreen.Body {
    private static final double WIDE = 1180;

    private static final int MOST_NAMES = 4;

    private final RollUpViewModel viewModel;
    private final PeriodChoice choice;
    private final Messages messages;
    private final Controls controls;
    private final Formats formats;
    private final SheetPane sheet;
    private final CompositionPane composition;
    private final TextsPane texts;
    private final SubmissionView drill;
    private final HBox bar = Controls.row(24);
    private final VBox below = new VBox();
    private final HBox work;
    private boolean narrow;
    private final VBox drillPane = new VBox();
    private final Subscription watching;

    RollUpScreenView(RollUpViewModel viewModel, PeriodChoice choice, Messages messages, Controls controls, Formats formats) {
        this.viewModel = viewModel;
        this.choice = choice;
        this.messages = messages;
        this.controls = controls;
        this.formats = formats;
        getStyleClass().add("rollup");
        sheet = new SheetPane(viewModel, messages, controls);
        composition = new CompositionPane(viewModel, messages, controls);
        texts = new TextsPane(viewModel, messages, controls);
        drill = new SubmissionView(viewModel.drill(), messages, controls, formats);
        bar.getStyleClass().add("rollup-bar");
        sheetWidths();
        StackPane right = new StackPane(composition, texts);
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        work = new HBox(16, sheet, right);
        work.getStyleClass().add("rollup-work");
        Button back = controls.secondary(new Action(Text.of("rollup.back"), "Esc", viewModel::closeDrill), "fth-arrow-left");
        back.setId("drill-back");
        HBox backBar = Controls.row(12, back, controls.label(messages.text("rollup.drill"), "secondary"));
        backBar.getStyleClass().add("drill-bar");
        VBox.setVgrow(drill, Priority.ALWAYS);
        drillPane.getChildren().addAll(backBar, drill);
        drillPane.setId("drill");
        StackPane body = new StackPane(work, drillPane);
        VBox.setVgrow(body, Priority.ALWAYS);
        below.getStyleClass().add("rollup-below");
        getChildren().addAll(bar, below, body);
        drillPane.visibleProperty().bind(viewModel.drilledProperty());
        work.visibleProperty().bind(viewModel.drilledProperty().not());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        watching = Subscription.combine(viewModel.totalProperty().subscribe(total -> showBar()),
                viewModel.messageProperty().subscribe(message -> showBar()), viewModel.computedAtProperty().subscribe(at -> showBar()),
                viewModel.nextAction().reasonProperty().subscribe(reason -> showBar()),
                viewModel.focusProperty().subscribe(focus -> showRight()), viewModel.drilledProperty().subscribe(this::moveFocus),
                widthProperty().subscribe(width -> place(width.doubleValue())));
    }

    /** On a narrow screen the sheet is narrower, and what is not counted stands in a line of its own. */
    private void place(double width) {
        boolean isNarrow = width > 0 && width < WIDE;
        if (isNarrow != narrow) {
            narrow = isNarrow;
            sheetWidths();
            showBar();
        }
    }

    private void sheetWidths() {
        sheet.setMinWidth(narrow ? 400 : 480);
        sheet.setPrefWidth(narrow ? 440 : 644);
        sheet.setMaxWidth(narrow ? 440 : 660);
    }

    @Override
    public void focusFirst() { moveFocus(viewModel.drilledProperty().get()); }

    @Override
    public void close() {
        viewModel.keepOverview();
        watching.unsubscribe();
        sheet.close();
        composition.close();
        texts.close();
        drill.close();
    }

    private void moveFocus(boolean drilled) {
        if (drilled) {
            drill.focusTable();
        } else {
            composition.focusList();
        }
    }

    private void showRight() {
        boolean narrative = viewModel.focusProperty().get() instanceof SheetLine.Piece.Narrative;
        texts.setVisible(narrative);
        composition.setVisible(!narrative);
    }

    private void showBar() {
        bar.getChildren().clear();
        below.getChildren().clear();
        below.setManaged(false);
        RollUpView total = viewModel.totalProperty().get();
        if (total != null) {
            VBox range = new VBox(controls.label(messages.text("rollup.range"), "secondary"),
                    Controls.row(12, controls.label(messages.text("rollup.due", total.due()), "strong"),
                            controls.label(messages.text("rollup.counted", total.counted()), "strong")));
            range.setMinWidth(Region.USE_PREF_SIZE);
            range.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            CountBar progress = new CountBar(total.due(), total.counted(), total.reported());
            progress.setPrefWidth(160);
            progress.setMinWidth(60);
            bar.getChildren().add(range);
            if (narrow) {
                below.setManaged(true);
                below.getChildren().add(missing());
            } else {
                bar.getChildren().addAll(progress, missing());
            }
        }
        bar.getChildren().add(Controls.grow());
        Text message = viewModel.messageProperty().get();
        Text hindrance = viewModel.nextAction().reasonProperty().get();
        Text side = !message.isEmpty() ? message : hindrance;
        if (!side.isEmpty()) {
            Label told = controls.wrapping(messages.text(side), message.isEmpty() ? "secondary" : "told");
            told.setId("rollup-message");
            told.setMaxWidth(280);
            bar.getChildren().add(told);
        } else if (viewModel.computedAtProperty().get() != null) {
            Label computed = controls.label(messages.text("rollup.computed", formats.time(viewModel.computedAtProperty().get())),
                    "secondary");
            computed.setMinWidth(Region.USE_PREF_SIZE);
            bar.getChildren().add(computed);
        }
        Button next = controls.primary(viewModel.nextAction());
        next.setId("rollup-next");
        bar.getChildren().addAll(periods(), next);
    }

    private MenuButton periods() {
        MenuButton menu = new MenuButton(formats.period(choice.periodProperty().get()));
        menu.getStyleClass().add("small-menu");
        menu.setMinWidth(120);
        choice.periods().forEach(period -> {
            MenuItem item = new MenuItem(formats.period(period));
            item.setOnAction(event -> choice.periodProperty().set(period));
            menu.getItems().add(item);
        });
        return menu;
    }

    private VBox missing() {
        VBox lines = new VBox(2);
        List<RollUpView.Missing> waiting = viewModel.missing(MissingUnits.Cause.WAITING.name());
        List<RollUpView.Missing> returned = viewModel.missing(MissingUnits.Cause.RETURNED.name());
        List<RollUpView.Missing> none = viewModel.missing(MissingUnits.Cause.NOT_REPORTED.name());
        List<Text> notCounted = new ArrayList<>();
        if (!waiting.isEmpty()) {
            notCounted.add(Text.of("rollup.missing.waiting", waiting.size(), names(waiting)));
        }
        if (!returned.isEmpty()) {
            notCounted.add(Text.of("rollup.missing.returned", returned.size(), names(returned)));
        }
        if (!notCounted.isEmpty()) {
            Label label = controls.mark(Mark.PENDING, Text.of("rollup.missing.notCounted",
                    notCounted.stream().map(messages::text).collect(Collectors.joining(messages.text("rollup.comma")))));
            label.setWrapText(true);
            lines.getChildren().add(label);
        }
        if (!none.isEmpty()) {
            Label label = controls.mark(Mark.NOT_REPORTED, Text.of("rollup.missing.none", none.size(), names(none)));
            label.getStyleClass().add("strong");
            label.setWrapText(true);
            lines.getChildren().add(label);
        }
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        lines.setId("missing");
        return lines;
    }

    private String names(List<RollUpView.Missing> units) {
        String listed = units.stream().limit(MOST_NAMES).map(RollUpView.Missing::unitName)
                .collect(Collectors.joining(messages.text("rollup.comma")));
        return units.size() > MOST_NAMES ? messages.text("rollup.andMore", listed) : listed;
    }

    private void pressed(KeyEvent event) {
        if (!viewModel.drilledProperty().get()) {
            return;
        }
        boolean page = viewModel.drill().pageOpenProperty().get();
        Object target = event.getTarget();
        boolean typing = target instanceof TextInputControl || target instanceof ButtonBase;
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            if (page) {
                viewModel.drill().closePage();
            } else {
                viewModel.closeDrill();
            }
        } else if (event.getCode() == KeyCode.SPACE && !typing) {
            event.consume();
            viewModel.drill().togglePage();
        }
    }
}
