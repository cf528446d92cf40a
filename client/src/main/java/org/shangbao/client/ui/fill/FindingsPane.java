package org.shangbao.client.ui.fill;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Enclosure;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/** The findings at the right: one figure, one card. */
final class FindingsPane extends Enclosure {
    private static final int MOST_SPARE = 12;

    private final FillViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final VBox cards = new VBox(8);
    private final Label mustFix;
    private final Label mustExplain;
    private final List<FindingNode> drawn = new ArrayList<>();
    private final Label none;

    FindingsPane(FillViewModel viewModel, Messages messages, Controls controls) { this(new VBox(), viewModel, messages, controls); }

    private FindingsPane(VBox parts, FillViewModel viewModel, Messages messages, Controls controls) {
        super(parts);
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        mustFix = controls.chip(Mark.MUST_FIX, Text.NONE);
        mustExplain = controls.chip(Mark.MUST_EXPLAIN, Text.NONE);
        HBox head = Controls.row(8, controls.label(messages.text("fill.findings"), "section"), Controls.grow(), mustFix, mustExplain);
        head.getStyleClass().add("findings-head");
        none = controls.wrapping("", "secondary");
        cards.getStyleClass().add("findings-cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        Controls.drawnInParts(scroll);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox foot = new HBox(8, Controls.icon("fth-info"), controls.wrapping(messages.text("fill.findings.foot"), "secondary"));
        foot.getStyleClass().add("findings-foot");
        parts.getChildren().addAll(head, scroll, foot);
        getStyleClass().add("findings");
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                viewModel.goTo(viewModel.currentProperty().get());
            }
        });
    }

    /** Shows the cards; what can stay as it is stays, so that a key typed moves no more than the cards it is about. */
    void show(List<FindingCard> wanted) {
        summary(wanted);
        List<FindingNode> known = new ArrayList<>(drawn);
        drawn.clear();
        for (FindingCard card : wanted) {
            FindingNode node = known.stream().filter(each -> each.fits(card)).findFirst()
                    .orElseGet(() -> new FindingNode(viewModel, messages, controls));
            known.remove(node);
            node.show(card);
            drawn.add(node);
        }
        // a figure half typed often breaks a rule that the whole one keeps: its card is kept for the next key, dressed but not seen
        List<FindingNode> spare = known.subList(0, Math.min(known.size(), MOST_SPARE));
        none.setText(messages.text(viewModel.isEditable() ? "fill.findings.none" : "fill.findings.frozen"));
        setShown(none, wanted.isEmpty());
        drawn.forEach(node -> setShown(node, true));
        spare.forEach(node -> setShown(node, false));
        drawn.addAll(spare);
        List<Node> nodes = new ArrayList<>(drawn);
        nodes.add(none);
        if (!cards.getChildren().equals(nodes)) {
            Focus.keptIn(cards, () -> cards.getChildren().setAll(nodes));
        }
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Gives the focus to the first thing that can be done here; false if there is none. */
    boolean focusInside() {
        Node goal = cards.lookupAll("." + FindingNode.ACT).stream().filter(act -> isSeen(act)).findFirst().orElse(null);
        if (goal != null) {
            goal.requestFocus();
        }
        return goal != null;
    }

    private boolean isSeen(Node act) { return drawn.stream().anyMatch(node -> node.isVisible() && Focus.isInside(act, node)); }

    private void summary(List<FindingCard> wanted) {
        count(mustFix, "fill.rail.mustFix", wanted.stream().filter(card -> card.mark() == Mark.MUST_FIX).count());
        count(mustExplain, "fill.rail.mustExplain", wanted.stream().filter(card -> card.mark() == Mark.MUST_EXPLAIN).count());
    }

    private void count(Label chip, String key, long count) {
        chip.setText(messages.text(key, count));
        setShown(chip, count > 0);
    }
}
