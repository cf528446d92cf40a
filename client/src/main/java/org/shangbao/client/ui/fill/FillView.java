package org.shangbao.client.ui.fill;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.fill.FillViewModel.RailGroup;
import org.shangbao.client.ui.fill.FillViewModel.RailItem;

/** Rail, sheet and findings. */
final class FillView extends BorderPane {
    private final FillViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final SheetView sheet;
    private final VBox rail = new VBox();
    private final VBox cards = new VBox(8);
    private final HBox summary = Controls.row(8);
    private final Subscription subscription;

    FillView(FillViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        sheet = new SheetView(viewModel, messages, controls);
        rail.getStyleClass().add("rail");
        ScrollPane railScroll = new ScrollPane(rail);
        railScroll.setFitToWidth(true);
        railScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        railScroll.getStyleClass().add("rail-scroll");
        setLeft(railScroll);
        BorderPane.setMargin(sheet, new Insets(12, 16, 0, 16));
        setCenter(sheet);
        setRight(findings());
        subscription = Subscription.combine(viewModel.sheetProperty().subscribe(laid -> {
            if (laid != null) {
                sheet.lay(laid);
            }
            showRail();
        }), viewModel.blanksProperty().subscribe(contents -> sheet.showBlanks(contents)),
                viewModel.railProperty().subscribe(groups -> showRail()), viewModel.cardsProperty().subscribe(this::showCards),
                viewModel.noteProperty().subscribe(note -> {
                    sheet.showNote(note);
                    showRail();
                }), viewModel.targetProperty().subscribe(this::goTo));
    }

    /** Stops listening; the view is not used any more. */
    void close() {
        sheet.commitNow();
        subscription.unsubscribe();
    }

    void goTo(String code) {
        if (!code.isEmpty() && getScene() != null && sheet.focus(code)) {
            viewModel.arrived();
        }
    }

    private Node findings() {
        Label title = controls.label(messages.text("fill.findings"), "section");
        HBox head = Controls.row(8, title, Controls.grow(), summary);
        head.getStyleClass().add("findings-head");
        cards.getStyleClass().add("findings-cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label foot = controls.wrapping(messages.text("fill.findings.foot"), "secondary");
        HBox footRow = new HBox(8, Controls.icon("fth-info"), foot);
        footRow.getStyleClass().add("findings-foot");
        VBox panel = new VBox(head, scroll, footRow);
        panel.getStyleClass().add("findings");
        return panel;
    }

    private void showCards(List<FindingCard> shown) {
        summary.getChildren().clear();
        long mustFix = shown.stream().filter(card -> card.mark() == Mark.MUST_FIX).count();
        long mustExplain = shown.stream().filter(card -> card.mark() == Mark.MUST_EXPLAIN).count();
        if (mustFix > 0) {
            summary.getChildren().add(controls.chip(Mark.MUST_FIX, Text.of("fill.rail.mustFix", mustFix)));
        }
        if (mustExplain > 0) {
            summary.getChildren().add(controls.chip(Mark.MUST_EXPLAIN, Text.of("fill.rail.mustExplain", mustExplain)));
        }
        cards.getChildren().clear();
        shown.forEach(card -> cards.getChildren().add(card(card)));
        if (shown.isEmpty()) {
            cards.getChildren().add(controls.wrapping(messages.text(viewModel.isEditable() ? "fill.findings.none" : "fill.findings.frozen"),
                    "secondary"));
        }
    }

    private Node card(FindingCard card) {
        Label mark = controls.mark(card.mark(), card.word());
        mark.getStyleClass().add("strong");
        HBox head = Controls.row(8, mark);
        if (!card.code().isEmpty()) {
            head.getChildren().add(controls.label(card.code(), "strong"));
        }
        head.getChildren().add(Controls.grow());
        if (card.here()) {
            head.getChildren().add(controls.label(messages.text("fill.card.here"), "card-here"));
        } else if (!card.place().isEmpty()) {
            head.getChildren().add(controls.link(Text.of("fill.card.jump"), () -> viewModel.goTo(card.place())));
        }
        VBox box = new VBox(4, head, controls.wrapping(messages.text(card.sentence())));
        if (!card.source().isEmpty() && !messages.isEnglish()) {
            box.getChildren().add(controls.wrapping(messages.text("fill.card.source", card.source()), "hint"));
        }
        HBox buttons = Controls.row(8);
        if (!card.suggestion().isEmpty()) {
            Button suggestion = controls
                    .small(new Action(Text.of("fill.card.suggestion", card.suggestion()), "", () -> viewModel.takeSuggestion(card)));
            suggestion.setId("suggestion-" + card.code().replace('.', '-'));
            buttons.getChildren().add(suggestion);
        }
        if (!card.key().isEmpty()) {
            buttons.getChildren()
                    .add(controls.small(new Action(Text.of("fill.card.explain"), "", () -> viewModel.explain(card.key())), "fth-edit"));
        }
        if (!buttons.getChildren().isEmpty()) {
            VBox.setMargin(buttons, new Insets(4, 0, 0, 0));
            box.getChildren().add(buttons);
        }
        box.getStyleClass().addAll("finding", "edge-" + card.mark().tone());
        if (card.here()) {
            box.getStyleClass().add("here");
        }
        return box;
    }

    private void showRail() {
        String current = viewModel.currentProperty().get();
        rail.getChildren().clear();
        List<RailGroup> groups = viewModel.railProperty().get();
        for (RailGroup group : groups) {
            boolean open = group.items().stream().anyMatch(item -> holds(item, current));
            rail.getChildren().add(group(group, open));
            if (open) {
                group.items().forEach(item -> rail.getChildren().add(item(item, holds(item, current))));
            }
        }
        Sheet laid = viewModel.sheetProperty().get();
        if (laid != null && !laid.elsewhere().isEmpty()) {
            String numbers = String.join(messages.text("fill.rail.and"), laid.elsewhere().stream().map(String::valueOf).toList());
            Label elsewhere = controls.wrapping(messages.text("fill.rail.elsewhere", numbers), "secondary");
            elsewhere.getStyleClass().add("rail-elsewhere");
            rail.getChildren().add(elsewhere);
        }
    }

    private static boolean holds(RailItem item, String current) {
        return current.equals(item.code()) || current.startsWith(item.code() + ".");
    }

    private Node group(RailGroup group, boolean open) {
        Label number = controls.label(Integer.toString(group.number()), "rail-number");
        Label name = controls.wrapping(messages.text(group.name()), "rail-name");
        HBox facts = Controls.row(12);
        if (!group.filled().isEmpty()) {
            facts.getChildren().add(controls.label(group.filled(), "tag"));
        }
        facts.getChildren().add(controls.mark(group.mark(), group.word()));
        facts.getStyleClass().add("rail-facts");
        VBox words = new VBox(1, name, facts);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = clickable(new HBox(8, number, words), name.getText(),
                () -> viewModel.goTo(group.items().getFirst().firstBlank()));
        row.getStyleClass().add("rail-group");
        row.setId("rail-" + group.number());
        if (open) {
            row.getStyleClass().add("open");
        }
        return row;
    }

    private Node item(RailItem item, boolean current) {
        Label name = controls.label(messages.text("fill.rail.item", item.code(), item.name()), "rail-item-name");
        HBox row = clickable(Controls.row(4, name, Controls.grow(), controls.shape(item.mark(), item.word())),
                name.getText() + " " + messages.text(item.word()), () -> viewModel.goTo(item.firstBlank()));
        row.getStyleClass().add("rail-item");
        if (current) {
            row.getStyleClass().add("current");
        }
        return row;
    }

    private static HBox clickable(HBox row, String words, Runnable work) {
        row.getStyleClass().add("rail-button");
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText(words);
        row.setOnMouseClicked(event -> work.run());
        return row;
    }
}
