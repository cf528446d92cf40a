package org.shangbao.client.ui.signoff;

import java.time.format.DateTimeFormatter;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import javafx.util.converter.LocalDateStringConverter;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.shell.BodyScreen;
import org.shangbao.model.report.FigureValue;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.SignOffView.Step;

/** 审签报部: the paper of the form, the chain of signatures, the totals that go up. FX thread only. */
final class SignOffView extends VBox implements BodyScreen.Body {
    private static final double THREE_COLUMNS = 1180;
    private static final int TOTAL_HEIGHT = 44;
    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");

    private final SignOffViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final Formats formats;
    private final HBox bar = Controls.row(24);
    private final VBox paper = new VBox(12);
    private final VBox chain = new VBox(12);
    private final VBox form = new VBox(8);
    private final ListView<SignOffStanding.Total> totals = new ListView<>();
    private final VBox totalPane = new VBox(8);
    private final VBox column = new VBox(16);
    private final ScrollPane left;
    private final ScrollPane middle;
    private final HBox work = new HBox(16);
    private boolean narrow;
    private final Subscription watching;

    SignOffView(SignOffViewModel viewModel, Messages messages, Controls controls, Formats formats) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        this.formats = formats;
        getStyleClass().add("signoff");
        bar.getStyleClass().add("signoff-bar");
        paper.getStyleClass().add("signoff-paper");
        chain.getStyleClass().add("signoff-chain");
        buildForm();
        totals.setId("totals");
        totals.getStyleClass().add("total-list");
        totals.setCellFactory(view -> new TotalCell());
        totals.setFixedCellSize(controls.px(TOTAL_HEIGHT));
        VBox.setVgrow(totals, Priority.ALWAYS);
        totalPane.getStyleClass().add("signoff-totals");
        left = scroll(paper, 320);
        middle = scroll(column, 430);
        HBox.setHgrow(middle, Priority.ALWAYS);
        place();
        work.getStyleClass().add("signoff-work");
        VBox.setVgrow(work, Priority.ALWAYS);
        getChildren().addAll(bar, work);
        watching = Subscription.combine(viewModel.standingProperty().subscribe(standing -> show()),
                viewModel.messageProperty().subscribe(message -> showBar()),
                viewModel.reportAction().reasonProperty().subscribe(reason -> showBar()), widthProperty().subscribe(width -> {
                    boolean isNarrow = width.doubleValue() > 0 && width.doubleValue() < THREE_COLUMNS;
                    if (isNarrow != narrow) {
                        narrow = isNarrow;
                        place();
                    }
                }));
    }

    /** The totals beside the chain, or below it on a narrow screen. */
    private void place() {
        work.getChildren().clear();
        column.getChildren().setAll(chain);
        if (narrow) {
            column.getChildren().add(totalPane);
            work.getChildren().addAll(left, middle);
        } else {
            work.getChildren().addAll(left, middle, totalPane);
        }
        totalPane.setMinWidth(narrow ? 0 : 320);
        totalPane.setPrefWidth(narrow ? USE_COMPUTED_SIZE : 510);
        left.setPrefWidth(narrow ? 290 : 320);
        sizeTotals();
    }

    /** Below the chain the whole list stands; what scrolls there is the column. */
    private void sizeTotals() {
        double all = totals.getItems().size() * controls.px(TOTAL_HEIGHT) + 2;
        totals.setMinHeight(narrow ? all : 60);
        totals.setPrefHeight(narrow ? all : USE_COMPUTED_SIZE);
    }

    @Override
    public void close() { watching.unsubscribe(); }

    @Override
    public void focusFirst() {
        Node report = lookup("#report");
        if (report != null) {
            report.requestFocus();
        }
    }

    private static ScrollPane scroll(VBox content, double width) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefWidth(width);
        scroll.setMinWidth(280);
        return scroll;
    }

    private void show() {
        SignOffStanding now = viewModel.standingProperty().get();
        showBar();
        paper.getChildren().clear();
        chain.getChildren().clear();
        totalPane.getChildren().clear();
        if (now == null) {
            paper.getChildren().add(controls.label(messages.text("signoff.loading"), "hint"));
            return;
        }
        paper.getChildren().addAll(formCard(now), paperCard(now), sheetCard(now));
        showChain(now);
        totals.getItems().setAll(now.totals());
        sizeTotals();
        totalPane.getChildren().addAll(controls.label(messages.text(now.isReported() ? "signoff.totals.reported" : "signoff.totals"),
                "section"), controls.wrapping(messages.text("signoff.fact.range", now.due(), now.counted()), "secondary"), totals);
    }

    private void showBar() {
        SignOffStanding now = viewModel.standingProperty().get();
        bar.getChildren().clear();
        if (now != null) {
            int open = now.openSteps();
            int all = now.signOff().steps().size();
            VBox words = new VBox(controls.label(messages.text("signoff.title", now.unitName()), "secondary"),
                    controls.label(now.isReported()
                            ? messages.text("signoff.state.reported", formats.dateTime(reportedAt(now)))
                            : messages.text("signoff.state", all - open, all), "section"));
            words.setMinWidth(Region.USE_PREF_SIZE);
            words.setAlignment(Pos.CENTER_LEFT);
            bar.getChildren().add(words);
        }
        bar.getChildren().add(Controls.grow());
        Text message = viewModel.messageProperty().get();
        Text hindrance = viewModel.reportAction().reasonProperty().get();
        Label side = controls.wrapping(messages.text(message.isEmpty() ? hindrance : message), message.isEmpty() ? "secondary" : "told");
        side.setId("signoff-message");
        side.setMaxWidth(520);
        Button report = controls.primary(viewModel.reportAction());
        report.setId("report");
        bar.getChildren().addAll(side, report);
    }

    private static java.time.Instant reportedAt(SignOffStanding now) {
        return java.util.Objects.requireNonNull(now.signOff().reportedAt());
    }

    private VBox formCard(SignOffStanding now) {
        VBox card = card(controls.wrapping(messages.text("signoff.form", now.number()), "section"));
        if (now.checkCode().isEmpty()) {
            card.getChildren().add(controls.wrapping(messages.text("signoff.blocked.notFinal"), "secondary"));
            return card;
        }
        Label code = controls.label(now.checkCode(), "check-code");
        code.setId("check-code");
        Label digest = controls.wrapping(now.digest(), "digest");
        digest.setId("digest");
        card.getChildren().addAll(fact("signoff.checkCode", code), fact("signoff.range",
                controls.label(messages.text("signoff.fact.range", now.due(), now.counted()))),
                controls.label(messages.text("signoff.digest"), "secondary"), digest);
        return card;
    }

    private HBox fact(String key, Label value) {
        Label name = controls.label(messages.text(key), "secondary");
        name.setMinWidth(controls.px(72));
        return Controls.row(8, name, value);
    }

    private VBox paperCard(SignOffStanding now) {
        VBox card = card(controls.label(messages.text("signoff.paper"), "section"));
        card.getChildren().add(now.paper().complete()
                ? controls.mark(Mark.DONE, Text.of("signoff.paper.complete", now.paper().pages()))
                : now.paper().printed()
                        ? controls.mark(Mark.PENDING, Text.of("signoff.paper.printed", now.paper().pages()))
                        : controls.mark(Mark.EMPTY, Text.of("signoff.paper.none")));
        now.paper().sentences().forEach(sentence -> card.getChildren().add(controls.wrapping(messages.text(sentence), "red")));
        card.getChildren().addAll(withReason(viewModel.printFormAction(), "fth-printer", "print-form"),
                withReason(viewModel.takeScanAction(), "fth-file-plus", "take-scan"),
                withReason(viewModel.submitAction(), "fth-send", "submit"));
        return card;
    }

    private VBox sheetCard(SignOffStanding now) {
        ReportState.Paper state = now.signOff().paper();
        VBox card = card(controls.label(messages.text("signoff.sheet"), "section"));
        card.getChildren().add(controls.mark(switch (state) {
            case ACCEPTED -> Mark.DONE;
            case NOT_MACHINE_READ -> Mark.NOT_MACHINE_READ;
            case REFUSED -> Mark.NOT_REPORTED;
            case NOT_THERE, NOT_NEEDED -> Mark.EMPTY;
        }, Text.of("signoff.sheet." + state.name())));
        card.getChildren().addAll(withReason(viewModel.printSheetAction(), "fth-printer", "print-sheet"),
                withReason(viewModel.takeSheetScanAction(), "fth-file-plus", "take-sheet-scan"));
        return card;
    }

    private VBox withReason(Action action, String icon, String id) {
        Button button = controls.secondary(action, icon);
        button.setId(id);
        Label reason = controls.wrapping("", "hint");
        reason.managedProperty().bind(reason.textProperty().isNotEmpty());
        action.reasonProperty().subscribe(words -> reason.setText(messages.text(words)));
        return new VBox(2, button, reason);
    }

    private void showChain(SignOffStanding now) {
        chain.getChildren().add(controls.label(messages.text("signoff.chain"), "section"));
        if (now.signOff().steps().isEmpty()) {
            chain.getChildren().add(controls.wrapping(messages.text("signoff.chain.none"), "secondary"));
        }
        Step next = now.nextStep().orElse(null);
        int number = 1;
        for (Step step : now.signOff().steps()) {
            chain.getChildren().add(step(number++, step, step == next, now));
        }
        chain.getChildren().add(reportedLine(now));
    }

    private Node step(int number, Step step, boolean next, SignOffStanding now) {
        Label circle = controls.label(step.done() ? "" : String.valueOf(number), "circle");
        if (step.done()) {
            circle.setGraphic(Controls.icon("fth-check"));
            circle.getStyleClass().add("done");
        }
        Label role = controls.label(step.role(), "strong");
        Label name = controls.label(step.name(), "grey");
        Label state = step.done()
                ? controls.mark(Mark.DONE, Text.of("signoff.step.done"))
                : controls.mark(Mark.PENDING, Text.of(next ? "signoff.step.next" : "signoff.step.later"));
        state.setMinWidth(Region.USE_PREF_SIZE);
        VBox card = card(Controls.row(8, circle, role, name, Controls.grow(), state));
        card.setId("step-" + number);
        card.pseudoClassStateChanged(NEXT, next);
        if (step.done()) {
            card.getChildren()
                    .add(controls.wrapping(messages.text("signoff.step.fact", step.date() == null ? "" : formats.date(step.date()),
                            messages.text("signoff.medium." + (step.medium().equals("OA") ? "OA" : "PAPER")),
                            step.opinion().isEmpty() ? messages.text("signoff.opinion.none") : step.opinion()), "secondary"));
        } else if (next && now.signOff().revision() != null) {
            card.getChildren().add(form);
        }
        return card;
    }

    private VBox reportedLine(SignOffStanding now) {
        Label standing = now.isReported()
                ? controls.mark(Mark.DONE, Text.of("signoff.state.reported", formats.dateTime(reportedAt(now))))
                : now.isSigned()
                        ? controls.mark(Mark.PENDING, Text.of("signoff.last.ready"))
                        : controls.mark(Mark.LOCKED, Text.of("signoff.blocked.open", now.openSteps()));
        standing.setWrapText(true);
        Label name = controls.wrapping(messages.text("signoff.last"), "strong");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        VBox card = card(Controls.row(8, name, standing));
        card.setId("reported");
        return card;
    }

    private void buildForm() {
        TextField name = field("signer", "signoff.step.name");
        name.textProperty().bindBidirectional(viewModel.signerProperty());
        TextField opinion = field("opinion", "signoff.step.opinion");
        opinion.textProperty().bindBidirectional(viewModel.opinionProperty());
        DatePicker date = new DatePicker();
        date.setId("step-date");
        date.setConverter(new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ISO_LOCAL_DATE));
        date.setPrefWidth(150);
        date.setAccessibleText(messages.text("signoff.step.date"));
        date.valueProperty().bindBidirectional(viewModel.dateProperty());
        form.getChildren().addAll(labelled("signoff.step.name", name), labelled("signoff.step.opinion", opinion),
                labelled("signoff.step.date", date), withReason(viewModel.recordAction(), "fth-edit", "record-step"));
    }

    private TextField field(String id, String key) {
        TextField field = new TextField();
        field.setId(id);
        field.getStyleClass().add("sb-field");
        field.setAccessibleText(messages.text(key));
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private HBox labelled(String key, Region control) {
        Label name = controls.label(messages.text(key), "secondary");
        name.setMinWidth(controls.px(64));
        name.setLabelFor(control);
        return Controls.row(8, name, control);
    }

    private static VBox card(Node first) {
        VBox card = new VBox(8, first);
        card.getStyleClass().add("card");
        return card;
    }

    private final class TotalCell extends ListCell<SignOffStanding.Total> {
        TotalCell() {
            getStyleClass().add("total-cell");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(SignOffStanding.@Nullable Total total, boolean empty) {
            super.updateItem(total, empty);
            setText(null);
            setGraphic(null);
            if (empty || total == null) {
                return;
            }
            Label code = controls.label(total.code(), "code");
            code.setMinWidth(controls.px(48));
            Label name = controls.label(messages.text(new Text.Bilingual(total.label(), total.labelEn())));
            name.getStyleClass().add("total-name");
            name.setWrapText(true);
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            Label value = controls.label(total.value().equals(FigureValue.MISSING) ? "—" : Formats.figure(total.value()), "figure");
            value.setMinWidth(controls.px(84));
            value.setAlignment(Pos.CENTER_RIGHT);
            Label unit = controls.label(messages.unit(total.unit()), "unit");
            unit.setMinWidth(controls.px(68));
            setGraphic(Controls.row(8, code, name, value, unit));
            setAccessibleText(total.code() + " " + total.label() + " " + value.getText() + " " + total.unit());
        }
    }
}
