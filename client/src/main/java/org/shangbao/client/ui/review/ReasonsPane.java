package org.shangbao.client.ui.review;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ObservationStatus;

/** Reasons tied to figures, the time by which the report is wanted back, and the decision. */
final class ReasonsPane extends VBox {
    private static final Text PAPER_PHRASE = Text.of("review.phrase.paper");
    private static final List<Text> PHRASES = List.of(Text.of("review.phrase.change"), Text.of("review.phrase.explanation"), PAPER_PHRASE,
            Text.of("review.phrase.scope"));
    private final ReviewViewModel viewModel;
    private final PackageFoot files;
    private final Messages messages;
    private final Controls controls;
    private final VBox cards = new VBox(8);
    private final Label title = new Label();
    private final Label count;
    private final VBox decision = new VBox(8);
    private Subscription watching;

    ReasonsPane(ReviewViewModel viewModel, ReviewPackages packages, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        getStyleClass().add("reasons-pane");
        title.getStyleClass().add("section");
        count = controls.label("", "secondary");
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = Controls.row(8, title, Controls.grow(), count);
        head.getStyleClass().add("reasons-head");
        cards.getStyleClass().add("reasons");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        decision.getStyleClass().add("decision");
        files = new PackageFoot(packages, messages, controls);
        getChildren().addAll(head, scroll, decision, files);
        watching = Subscription.combine(viewModel.reasons().subscribe(this::show), viewModel.writingProperty().subscribe(this::write),
                viewModel.messageProperty().subscribe(message -> showDecision()),
                viewModel.approveAction().reasonProperty().subscribe(reason -> showDecision()),
                viewModel.returnAction().reasonProperty().subscribe(reason -> showDecision()),
                viewModel.decideAction().reasonProperty().subscribe(reason -> showDecision()),
                viewModel.routeProperty().subscribe(route -> showDecision()),
                viewModel.submission().shownProperty().subscribe(shown -> show()));
        show();
    }

    void close() {
        watching.unsubscribe();
        files.close();
    }

    private void show() {
        count.setText(viewModel.reasons().isEmpty() ? "" : messages.text("review.reasons.count", viewModel.reasons().size()));
        cards.getChildren().clear();
        viewModel.reasons().forEach(draft -> cards.getChildren().add(card(draft)));
        title.setText(messages.text(viewModel.isDraftOpen() ? "review.notes" : "review.reasons"));
        if (viewModel.reasons().isEmpty()) {
            cards.getChildren().add(controls.wrapping(messages.text(viewModel.isDraftOpen() ? "review.notes.none" : "review.reasons.none"),
                    "hint"));
        }
        Button add = controls.secondary(viewModel.writeReasonAction(), "fth-edit");
        add.setId("write-reason");
        cards.getChildren().add(add);
        showDecision();
    }

    private Node card(ReasonDraft draft) {
        TableRow.Answer answer = draft.answer();
        Label code = controls.label(answer.code(), "strong", "red");
        Label name = controls.label(messages.text(new Text.Bilingual(answer.label(), answer.labelEn())), "strong");
        name.setMinWidth(0);
        code.setMinWidth(Region.USE_PREF_SIZE);
        VBox card = new VBox(6, Controls.row(8, code, name));
        if (answer instanceof TableRow.Figure figure) {
            card.getChildren().add(controls.label(messages.text("review.reason.values", words(figure.value()), words(figure.previous())),
                    "secondary"));
            if (figure.explained() != null) {
                card.getChildren().add(controls.wrapping(messages.text("review.reason.explained", figure.explained().text()), "secondary"));
            }
        }
        TextArea text = new TextArea();
        text.getStyleClass().add("sb-text");
        text.setId(idOf(draft));
        text.setWrapText(true);
        text.setPrefRowCount(3);
        text.setAccessibleText(messages.text("review.reason.for", answer.label()));
        text.textProperty().bindBidirectional(draft.textProperty());
        text.focusedProperty()
                .subscribe(focused -> card.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("writing"), focused));
        card.getChildren().add(text);
        FlowPane phrases = new FlowPane(4, 4);
        phrases(viewModel.isDraftOpen()).forEach(phrase -> phrases.getChildren().add(controls.small(new Action(phrase, "", () -> {
            draft.append(messages.text(phrase));
            text.requestFocus();
            text.end();
        }))));
        card.getChildren().add(phrases);
        card.getChildren().add(controls.link(Text.of("review.reason.drop"), () -> viewModel.dropReason(draft)));
        card.getStyleClass().add("reason-card");
        return card;
    }

    private static String idOf(ReasonDraft draft) { return "reason-" + draft.answer().code().replace('.', '-'); }

    private String words(FigureValue value) {
        return value.status() == ObservationStatus.VALUE ? Formats.figure(value) : messages.text("common.mark.empty");
    }

    /** Puts the focus where a reason is written. */
    void write(@Nullable ReasonDraft draft) {
        if (draft != null && lookup("#" + idOf(draft)) instanceof TextArea area) {
            area.requestFocus();
            area.end();
        }
    }

    private void showDecision() {
        boolean answering = viewModel.isDraftOpen();
        boolean returning = !answering && !viewModel.reasons().isEmpty();
        decision.getChildren().clear();
        Text message = viewModel.messageProperty().get();
        if (!message.isEmpty()) {
            Label told = controls.wrapping(messages.text(message), "told");
            told.setId("review-message");
            decision.getChildren().add(told);
        }
        if (returning) {
            Label due = controls.label(messages.text("review.due"), "strong");
            due.setMinWidth(Region.USE_PREF_SIZE);
            decision.getChildren().add(Controls.row(8, due, dueTimes()));
        }
        Button primary = controls.primary(viewModel.decideAction());
        primary.setId("decide");
        // in English both do not fit beside each other
        FlowPane buttons = new FlowPane(8, 8, primary);
        if (!answering) {
            Button other = controls.secondary(returning ? viewModel.approveAction() : viewModel.returnAction());
            other.setId("decide-other");
            buttons.getChildren().add(other);
        }
        decision.getChildren().add(buttons);
        Text hindrance = viewModel.decideAction().reasonProperty().get();
        Text below = !hindrance.isEmpty()
                ? hindrance
                : returning || answering
                        ? viewModel.routeProperty().get()
                        : viewModel.returnAction().reasonProperty().get();
        decision.getChildren().add(controls.wrapping(messages.text(below), "hint"));
    }

    /** Common phrases for what is written now; a draft has no paper to speak of. */
    private static List<Text> phrases(boolean isDraft) {
        return isDraft ? PHRASES.stream().filter(phrase -> !phrase.equals(PAPER_PHRASE)).toList() : PHRASES;
    }

    private ComboBox<DueTimes.DueTime> dueTimes() {
        ComboBox<DueTimes.DueTime> box = new ComboBox<>(viewModel.due().times());
        box.setId("due");
        box.getStyleClass().add("due");
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(DueTimes.@Nullable DueTime time) { return time == null ? "" : messages.text(time.words()); }

            @Override
            public DueTimes.@Nullable DueTime fromString(String words) { return box.getValue(); }
        });
        box.valueProperty().bindBidirectional(viewModel.due().chosenProperty());
        return box;
    }
}
