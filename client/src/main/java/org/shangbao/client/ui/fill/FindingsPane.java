package org.shangbao.client.ui.fill;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/** The findings at the right: one figure, one card. */
final class FindingsPane extends VBox {
    private final FillViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final VBox cards = new VBox(8);
    private final HBox summary = Controls.row(8);

    FindingsPane(FillViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        HBox head = Controls.row(8, controls.label(messages.text("fill.findings"), "section"), Controls.grow(), summary);
        head.getStyleClass().add("findings-head");
        cards.getStyleClass().add("findings-cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox foot = new HBox(8, Controls.icon("fth-info"), controls.wrapping(messages.text("fill.findings.foot"), "secondary"));
        foot.getStyleClass().add("findings-foot");
        getChildren().addAll(head, scroll, foot);
        getStyleClass().add("findings");
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                viewModel.goTo(viewModel.currentProperty().get());
            }
        });
    }

    void show(List<FindingCard> shown) {
        summary.getChildren().clear();
        add(Mark.MUST_FIX, "fill.rail.mustFix", shown);
        add(Mark.MUST_EXPLAIN, "fill.rail.mustExplain", shown);
        Focus.keptIn(cards, () -> {
            cards.getChildren().clear();
            shown.forEach(card -> cards.getChildren().add(card(card)));
            if (shown.isEmpty()) {
                cards.getChildren().add(controls
                        .wrapping(messages.text(viewModel.isEditable() ? "fill.findings.none" : "fill.findings.frozen"), "secondary"));
            }
        });
    }

    /** Gives the focus to the first thing that can be done here; false if there is none. */
    boolean focusInside() {
        Node goal = cards.lookupAll(".finding-act").stream().findFirst().orElse(null);
        if (goal != null) {
            goal.requestFocus();
        }
        return goal != null;
    }

    private void add(Mark mark, String key, List<FindingCard> shown) {
        long count = shown.stream().filter(card -> card.mark() == mark).count();
        if (count > 0) {
            summary.getChildren().add(controls.chip(mark, Text.of(key, count)));
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
        String id = card.mark().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + card.code().replace('.', '-');
        if (card.here()) {
            head.getChildren().add(controls.label(messages.text("fill.card.here"), "card-here"));
        } else if (!card.place().isEmpty()) {
            Hyperlink jump = controls.link(Text.of("fill.card.jump"), () -> viewModel.goTo(card.place()));
            jump.setId("jump-" + id);
            jump.getStyleClass().add("finding-act");
            head.getChildren().add(jump);
        }
        VBox box = new VBox(4, head, controls.wrapping(messages.text(card.sentence())));
        if (!card.source().isEmpty() && !messages.isEnglish()) {
            box.getChildren().add(controls.wrapping(messages.text("fill.card.source", card.source()), "hint"));
        }
        HBox buttons = buttons(card, id);
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

    private HBox buttons(FindingCard card, String id) {
        HBox buttons = Controls.row(8);
        if (!card.suggestion().isEmpty()) {
            buttons.getChildren().add(button("suggestion-" + card.code().replace('.', '-'), controls
                    .small(new Action(Text.of("fill.card.suggestion", card.suggestion()), "", () -> viewModel.takeSuggestion(card)))));
        }
        if (!card.key().isEmpty()) {
            buttons.getChildren().add(button("explain-" + id, controls
                    .small(new Action(Text.of("fill.card.explain"), card.here() ? "F2" : "", () -> viewModel.explain(card.key())),
                            "fth-edit")));
        }
        if (card.mark() == Mark.CARRIED_OVER) {
            if (card.here()) {
                buttons.getChildren().add(button("confirm-here", controls.small(new Action(Text.of("fill.confirm.this"), "Ctrl+D",
                        () -> viewModel.edits().carryOrConfirm(viewModel.currentProperty().get())))));
            }
            buttons.getChildren().add(button("confirm-next",
                    controls.small(new Action(Text.of("fill.confirm.each"), "", viewModel::nextUnconfirmed))));
            buttons.getChildren().add(button("confirm-all",
                    controls.small(new Action(Text.of("fill.confirm.all"), "", viewModel.choices()::askConfirm))));
        }
        return buttons;
    }

    private static Button button(String id, Button button) {
        button.setId(id);
        button.getStyleClass().add("finding-act");
        return button;
    }
}
