package org.shangbao.client.ui.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Pictures;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.paper.PaperViewModel.PageWords;
import org.shangbao.client.ui.paper.PaperViewModel.Primary;
import org.shangbao.client.ui.paper.PaperViewModel.Shown;
import org.shangbao.client.ui.shell.BodyScreen;

/** Two rows of pages, print above scan in the same order; at the right what is to be done. */
final class PaperView extends StackPane implements BodyScreen.Body {
    private static final double PAGE_WIDTH = 154;
    private static final double PAGE_HEIGHT = 217;
    private static final double SIDE = 340;

    private final PaperViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final VBox pages = new VBox(12);
    private final SidePane side = new SidePane(SIDE);
    private final BorderPane body = new BorderPane();
    private final PreviewView preview;
    private final Map<String, Image> pictures = new HashMap<>();
    private final Subscription subscription;
    private @Nullable Button blue;

    PaperView(PaperViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        pages.getStyleClass().add("paper-pages");
        ScrollPane scroll = new ScrollPane(pages);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        body.setCenter(scroll);
        body.setRight(side);
        preview = new PreviewView(viewModel.preview(), messages, controls);
        getChildren().addAll(body, preview);
        subscription = Subscription.combine(viewModel.shownProperty().subscribe(this::show),
                viewModel.preview().shownProperty().subscribe(looked -> {
                    body.setVisible(looked == null);
                    if (looked == null) {
                        focusFirst();
                    }
                }));
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        preview.close();
    }

    /** Gives the focus to the blue button. */
    @Override
    public void focusFirst() {
        if (preview.isVisible()) {
            preview.focusFirst();
        } else if (blue != null) {
            blue.requestFocus();
        }
    }

    private void show(@Nullable Shown shown) {
        boolean focused = blue != null && blue.isFocused();
        blue = null;
        pages.getChildren().clear();
        if (shown == null) {
            showNotFinalized();
            return;
        }
        body.setRight(side);
        pages.getChildren().addAll(head("paper.print", messages.text("paper.print.hint", shown.revision()),
                button(viewModel.printAction(), shown.primary() == Primary.PRINT, "paper-print"),
                plain(viewModel.saveAction(), "paper-save")));
        pages.getChildren().add(row(shown, true));
        pages.getChildren().addAll(head("paper.scan", messages.text("paper.scan.hint"),
                button(viewModel.scan(), shown.primary() == Primary.ADD_SCAN, "paper-scan")));
        pages.getChildren().add(row(shown, false));
        showSide(shown);
        if (focused) {
            focusFirst();
        }
    }

    private void showNotFinalized() {
        body.setRight(null);
        Button blank = plain(viewModel.blankAction(), "paper-blank");
        Button draft = plain(viewModel.draftAction(), "paper-draft");
        blank.setMinWidth(210);
        draft.setMinWidth(210);
        pages.getChildren().addAll(controls.wrapping(messages.text("paper.notFinalized")),
                controls.label(messages.text("paper.more"), "strong"),
                Controls.row(12, draft, controls.label(messages.text("paper.more.draft"), "secondary")),
                Controls.row(12, blank, controls.label(messages.text("paper.more.blank"), "secondary")));
        this.blue = draft;
    }

    private Node head(String key, String hint, Node... buttons) {
        HBox head = Controls.row(8, controls.label(messages.text(key), "section"), controls.label(hint, "secondary"), Controls.grow());
        head.getChildren().addAll(buttons);
        head.setMinHeight(36);
        return head;
    }

    private Node row(Shown shown, boolean print) {
        FlowPane row = new FlowPane(12, 8);
        boolean scanHere = shown.verdicts().stream().anyMatch(page -> page.accepted() || page.refused());
        if (shown.pages() == 0 || !print && !scanHere) {
            Label none = controls.label(messages.text(print ? "paper.print.none" : "paper.scan.none"), "secondary");
            StackPane frame = new StackPane(none);
            frame.getStyleClass().add("paper-none");
            frame.setMinHeight(88);
            frame.setMaxWidth(Double.MAX_VALUE);
            return frame;
        }
        for (int page = 1; page <= shown.pages(); page++) {
            PageWords words = page <= shown.verdicts().size() ? shown.verdicts().get(page - 1) : null;
            row.getChildren().add(print ? printed(page, shown) : scanned(page, words));
        }
        return row;
    }

    private Node printed(int page, Shown shown) {
        String key = "print " + messages.text(shown.revision()) + " " + page;
        VBox box = page(key, png -> viewModel.printedPage(page, png), controls.label(messages.text("paper.page", page), "secondary"),
                false);
        Node frame = box.getChildren().getFirst();
        frame.getStyleClass().add("clickable");
        frame.setFocusTraversable(true);
        frame.setAccessibleText(messages.text("paper.page", page));
        frame.setOnMouseClicked(event -> viewModel.look(page));
        frame.setOnKeyPressed(event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.SPACE) {
                event.consume();
                viewModel.look(page);
            }
        });
        return box;
    }

    private Node scanned(int page, @Nullable PageWords words) {
        boolean accepted = words != null && words.accepted();
        boolean refused = words != null && words.refused();
        Label verdict = words == null ? controls.label("") : controls.mark(words.mark(), words.words());
        if (refused) {
            verdict.getStyleClass().add("strong");
        }
        return page("scan " + page + accepted, accepted ? png -> viewModel.scannedPage(page, png) : png -> {}, verdict, refused);
    }

    private VBox page(String key, Consumer<Consumer<byte[]>> fetch, Label words, boolean refused) {
        StackPane frame = new StackPane();
        frame.getStyleClass().add("paper-page");
        if (refused) {
            frame.getStyleClass().add("refused");
        }
        frame.setMinSize(PAGE_WIDTH, PAGE_HEIGHT);
        frame.setMaxSize(PAGE_WIDTH, PAGE_HEIGHT);
        Image known = pictures.get(key);
        if (known == null) {
            fetch.accept(png -> {
                if (png.length > 0) {
                    Image picture = Pictures.image(png);
                    pictures.put(key, picture);
                    place(frame, picture);
                }
            });
        } else {
            place(frame, known);
        }
        VBox box = new VBox(4, frame, words);
        box.setAlignment(Pos.TOP_CENTER);
        return box;
    }

    private static void place(StackPane frame, Image picture) {
        ImageView view = new ImageView(picture);
        view.setFitWidth(PAGE_WIDTH - 4);
        view.setFitHeight(PAGE_HEIGHT - 4);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        frame.getChildren().setAll(view);
    }

    private void showSide(Shown shown) {
        List<Node> cards = new ArrayList<>();
        List<Node> buttons = new ArrayList<>();
        VBox card = new VBox(6, controls.wrapping(messages.text(shown.headline()), "section"),
                controls.wrapping(messages.text(shown.sentence()), "secondary"));
        card.getStyleClass().addAll("card", "edge-" + shown.edge());
        cards.add(card);
        shown.problems().forEach(problem -> {
            VBox box = new VBox(4, controls.mark(Mark.MUST_FIX, Mark.MUST_FIX.word()), controls.wrapping(messages.text(problem)));
            box.getStyleClass().addAll("card", "edge-red");
            cards.add(box);
        });
        if (!shown.advice().isEmpty()) {
            VBox box = new VBox(4, controls.mark(Mark.NOTICE, Mark.NOTICE.word()));
            shown.advice().forEach(advice -> box.getChildren().add(controls.wrapping(messages.text(advice), "secondary")));
            box.getStyleClass().addAll("card", "edge-blue");
            cards.add(box);
        }
        if (!shown.sizes().isEmpty()) {
            VBox sizes = new VBox(6, controls.label(messages.text("paper.size"), "strong"));
            shown.sizes().forEach(size -> sizes.getChildren().add(Controls.row(8, controls.label(messages.text(size.label())),
                    Controls.grow(), controls.label(size.size().isEmpty() ? messages.text("paper.size.none") : size.size()))));
            cards.add(sizes);
        }
        if (!shown.sent()) {
            Text why = viewModel.submitAction().reasonProperty().get();
            if (!why.isEmpty()) {
                buttons.add(new HBox(8, Controls.icon("fth-lock"), controls.wrapping(messages.text(why))));
            }
            Button submit = button(viewModel.submitAction(), shown.primary() == Primary.SUBMIT, "paper-submit");
            submit.getStyleClass().add("large");
            submit.setMaxWidth(Double.MAX_VALUE);
            Button unlock = plain(viewModel.unlockAction(), "paper-unlock");
            unlock.setMaxWidth(Double.MAX_VALUE);
            buttons.add(submit);
            buttons.add(unlock);
        }
        side.show(cards, buttons);
    }

    private Button button(Action action, boolean primary, String id) {
        Button button = primary ? controls.primary(action) : controls.secondary(action);
        button.setId(id);
        if (primary) {
            blue = button;
        }
        return button;
    }

    private Button plain(Action action, String id) {
        Button button = controls.secondary(action);
        button.setId(id);
        return button;
    }
}
