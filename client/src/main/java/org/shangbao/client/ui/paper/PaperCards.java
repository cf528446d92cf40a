package org.shangbao.client.ui.paper;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.shangbao.client.application.paper.ScanWatch;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.paper.PaperViewModel.Problem;
import org.shangbao.client.ui.paper.PaperViewModel.Shown;
import org.shangbao.client.ui.paper.PaperViewModel.Size;
import org.shangbao.client.ui.paper.PaperViewModel.Way;

/** The cards at the right of the paper. */
final class PaperCards {
    private static final double TIME_WIDTH = 92;

    private final PaperViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final ProgressBar progress = new ProgressBar(0);
    private final Label progressWords = new Label();
    private final ByHandCard byHand;
    private int ticks;

    PaperCards(PaperViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        byHand = new ByHandCard(viewModel.taking(), messages, controls);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("scan-progress");
        progressWords.setWrapText(true);
        progressWords.setId("paper-progress");
    }

    List<Node> of(Shown shown) {
        List<Node> cards = new ArrayList<>();
        cards.add(card(shown.edge(), controls.wrapping(messages.text(shown.headline()), "section"),
                controls.wrapping(messages.text(shown.sentence()), "secondary")));
        offered(cards);
        shown.problems().forEach(problem -> cards.add(problem(problem)));
        long unread = shown.loose().stream().filter(PaperViewModel.Loose::unread).count();
        if (unread > 0 && viewModel.taking().hasGiven()) {
            cards.add(byHand.of(unread));
        }
        if (!shown.advice().isEmpty()) {
            VBox box = card("blue", controls.mark(Mark.NOTICE, Mark.NOTICE.word()));
            shown.advice().forEach(advice -> box.getChildren().add(controls.wrapping(messages.text(advice), "secondary")));
            cards.add(box);
        }
        Way way = shown.way();
        if (way != null) {
            cards.add(sending(shown.sizes(), way));
        }
        return cards;
    }

    private static VBox card(String edge, Node... content) {
        VBox card = new VBox(6, content);
        card.getStyleClass().addAll("card", "edge-" + edge);
        return card;
    }

    private Node problem(Problem problem) {
        VBox card = card("red", controls.mark(Mark.MUST_FIX, Mark.MUST_FIX.word()), controls.wrapping(messages.text(problem.sentence())));
        if (problem.page() > 0) {
            Button print = controls.small(
                    new Action(Text.of("paper.act.printPage", problem.page()), "", () -> viewModel.printAlone(problem.page())),
                    "fth-printer");
            print.setId("paper-print-" + problem.page());
            card.getChildren().add(print);
        }
        return card;
    }

    /** New files in the scanner's folder; nothing is taken unasked. */
    private void offered(List<Node> cards) {
        ScanTaking.Folder folder = viewModel.taking().folderProperty().get();
        if (folder.offered().isEmpty() || !viewModel.takesScans()) {
            return;
        }
        VBox card = card("blue", controls.wrapping(messages.text("paper.folder.new", folder.offered().size()), "strong"));
        folder.offered().stream().limit(4)
                .forEach(file -> card.getChildren().add(controls.label(String.valueOf(file.getFileName()), "secondary")));
        Button take = controls.small(viewModel.taking().takeOfferedAction());
        take.setId("paper-take-offered");
        Button leave = controls.small(viewModel.taking().leaveOfferedAction());
        leave.setId("paper-leave-offered");
        card.getChildren().add(new HBox(8, take, leave));
        cards.add(card);
    }

    private Node sending(List<Size> sizes, Way way) {
        VBox box = new VBox(6, controls.label(messages.text("paper.size"), "strong"));
        sizes.forEach(size -> {
            Label time = controls.label(messages.text(size.time()));
            time.setMinWidth(controls.px(TIME_WIDTH));
            time.setAlignment(Pos.CENTER_RIGHT);
            box.getChildren().add(Controls.row(8, controls.label(messages.text(size.label())), Controls.grow(),
                    controls.label(size.size().isEmpty() ? messages.text("paper.size.none") : size.size()), time));
        });
        box.getChildren().add(controls.wrapping(messages.text(way.basis()), "secondary"));
        HBox links = new HBox(link(viewModel.normalLinkAction(), "paper-link-normal", !way.slow()),
                link(viewModel.slowLinkAction(), "paper-link-slow", way.slow()));
        links.getStyleClass().add("segmented");
        box.getChildren().add(links);
        box.getChildren()
                .add(controls.wrapping(messages.text(way.slow() ? "paper.link.slow.hint" : "paper.link.normal.hint"), "secondary"));
        if (!way.made().isEmpty()) {
            box.getChildren().add(controls.wrapping(messages.text(way.made()), "secondary"));
        }
        return box;
    }

    private Button link(Action action, String id, boolean marked) {
        Button segment = new Button(messages.text(action.wordsProperty().get()));
        segment.getStyleClass().setAll("segment");
        if (marked) {
            segment.getStyleClass().add("marked");
        }
        segment.setId(id);
        segment.disableProperty().bind(action.enabledProperty().not());
        segment.setOnAction(event -> {
            if (!marked) {
                action.perform();
            }
        });
        return segment;
    }

    /** The folder the scanner writes into, in one line under the scan's head. */
    Node folderLine() {
        ScanTaking.Folder folder = viewModel.taking().folderProperty().get();
        Label words = folder.path().isEmpty()
                ? controls.wrapping(messages.text("paper.folder.none"), "hint")
                : controls.wrapping(folder.problem().isEmpty()
                        ? messages.text("paper.folder.watched", folder.path())
                        : messages.text(folder.problem()), "secondary");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button choose = controls.small(viewModel.taking().folderAction(), "fth-folder");
        choose.setId("paper-folder");
        choose.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        HBox line = Controls.row(8, words, choose);
        if (!folder.path().isEmpty()) {
            line.getChildren().add(controls.small(viewModel.taking().forgetFolderAction()));
        }
        return line;
    }

    /** How far the reading is, and a way out of it; nothing while it takes no longer than a blink. */
    void addProgress(List<Node> buttons) {
        if (ticks > 1) {
            Button stop = controls.secondary(viewModel.taking().stopAction());
            stop.setId("paper-stop");
            stop.setMaxWidth(Double.MAX_VALUE);
            buttons.add(new VBox(6, progressWords, progress, stop));
        }
    }

    /**
     * Shows what has been done by now; the work's own thread only counts.
     *
     * @return true if the bar comes or goes
     */
    boolean tick() {
        boolean wasShown = ticks > 1;
        ScanWatch watch = viewModel.taking().watchProperty().get();
        ticks = watch == null ? 0 : ticks + 1;
        if (watch != null) {
            Shown shown = viewModel.shownProperty().get();
            int pages = shown == null ? 0 : shown.pages();
            ScanWatch.Progress now = watch.progress();
            progressWords.setText(messages.text("paper.progress." + now.step().name(), now.pages(), pages));
            progress.setProgress(pages == 0 ? 0 : Math.min(1.0, (double) now.pages() / pages));
        }
        return wasShown != ticks > 1;
    }
}
