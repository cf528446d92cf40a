package org.shangbao.client.ui.paper;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
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
    /** In a narrow window: small enough for the print and the scan to be seen one above the other. */
    private static final double SMALL = 80 / PAGE_WIDTH;
    /** Six pages beside each other, with the scroll bar, in the narrowest window of the design. */
    private static final double GAP = 9;
    private static final double SIDE = 340;
    /** Below it the words beside a heading stand under it. */
    private static final double ONE_LINE = 1180;
    /** Two looks are more than 300 ms: what takes less shows no bar. */
    private static final double LOOK_MILLIS = 200;
    private static final int LOOKS_A_FOLDER = 8;

    private final PaperViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final VBox pages = new VBox(12);
    private final SidePane side = new SidePane(SIDE);
    private final BorderPane body = new BorderPane();
    private final PreviewView preview;
    private final PaperCards cards;
    private final Timeline looking = new Timeline(new KeyFrame(Duration.millis(LOOK_MILLIS), event -> look()));
    private int looks;
    private boolean wasLooked;
    private boolean narrow;
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
        cards = new PaperCards(viewModel, messages, controls);
        preview = new PreviewView(viewModel.preview(), messages, controls);
        getChildren().addAll(body, preview);
        subscription = Subscription.combine(viewModel.shownProperty().subscribe(this::show),
                viewModel.preview().shownProperty().subscribe(looked -> {
                    body.setVisible(looked == null);
                    if (looked == null) {
                        focusFirst();
                    }
                }), viewModel.taking().folderProperty().subscribe(folder -> show(viewModel.shownProperty().get())));
        widthProperty().subscribe(width -> {
            boolean isNarrow = width.doubleValue() > 0 && width.doubleValue() < ONE_LINE;
            if (isNarrow != narrow) {
                narrow = isNarrow;
                show(viewModel.shownProperty().get());
            }
        });
        setOnDragOver(this::dragged);
        setOnDragExited(event -> getStyleClass().remove("drop-target"));
        setOnDragDropped(this::dropped);
        looking.setCycleCount(Animation.INDEFINITE);
        looking.play();
    }

    @Override
    public void close() {
        looking.stop();
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
        if (!wasLooked) {
            wasLooked = true;
            viewModel.taking().lookIntoFolder();
        }
        body.setRight(side);
        pages.getChildren().addAll(head("paper.print", messages.text("paper.print.hint", shown.revision()),
                button(viewModel.printAction(), shown.primary() == Primary.PRINT, "paper-print"),
                plain(viewModel.saveAction(), "paper-save")));
        pages.getChildren().add(row(shown, true));
        pages.getChildren().addAll(head("paper.scan", messages.text("paper.scan.hint"),
                button(viewModel.scan(), shown.primary() == Primary.ADD_SCAN, "paper-scan")));
        pages.getChildren().add(row(shown, false));
        showLoose(shown);
        if (!shown.sent()) {
            pages.getChildren().add(cards.folderLine());
        }
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
                Controls.row(12, draft, controls.wrapping(messages.text("paper.more.draft"), "secondary")),
                Controls.row(12, blank, controls.wrapping(messages.text("paper.more.blank"), "secondary")));
        this.blue = draft;
    }

    private Node head(String key, String hint, Node... buttons) {
        Label title = controls.label(messages.text(key), "section");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label words = controls.label(hint, "secondary");
        words.setMinWidth(0);
        HBox head = narrow ? Controls.row(8, title, Controls.grow()) : Controls.row(8, title, words, Controls.grow());
        head.getChildren().addAll(buttons);
        for (Node button : buttons) {
            ((Region) button).setMinWidth(Region.USE_PREF_SIZE);
        }
        head.setMinHeight(36);
        return narrow ? new VBox(4, head, controls.wrapping(hint, "secondary")) : head;
    }

    private Node row(Shown shown, boolean print) {
        FlowPane row = new FlowPane(GAP, 8);
        boolean scanHere = !shown.loose().isEmpty() || shown.verdicts().stream().anyMatch(page -> page.accepted() || page.refused());
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
            row.getChildren().add(print ? printed(page, shown) : scanned(page, words, shown.take()));
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

    private Node scanned(int page, @Nullable PageWords words, int take) {
        boolean refused = words != null && words.refused();
        boolean isHere = words != null && (words.accepted() || refused);
        Label verdict = words == null ? controls.label("") : controls.mark(words.mark(), words.words());
        if (refused) {
            verdict.getStyleClass().add("strong");
        }
        return page("scan " + take + " " + page, isHere ? png -> viewModel.scannedPage(page, png) : png -> {}, verdict, refused);
    }

    /** Pages that fit nowhere, each with its own reason. */
    private void showLoose(Shown shown) {
        if (shown.loose().isEmpty()) {
            return;
        }
        pages.getChildren().add(head("paper.loose", messages.text("paper.loose.hint")));
        FlowPane row = new FlowPane(GAP, 8);
        shown.loose().forEach(loose -> {
            Label words = controls.wrapping(messages.text("paper.loose.page", loose.position(), loose.fileName()), "secondary");
            words.setMaxWidth(pageWidth());
            row.getChildren().add(page("loose " + shown.take() + " " + loose.position(), png -> viewModel.loosePage(loose.position(), png),
                    words, true));
        });
        pages.getChildren().add(row);
    }

    private VBox page(String key, Consumer<Consumer<byte[]>> fetch, Label words, boolean refused) {
        StackPane frame = new StackPane();
        frame.getStyleClass().add("paper-page");
        if (refused) {
            frame.getStyleClass().add("refused");
        }
        frame.setMinSize(pageWidth(), pageHeight());
        frame.setMaxSize(pageWidth(), pageHeight());
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
        box.setMinWidth(pageWidth());
        box.setAlignment(Pos.TOP_CENTER);
        return box;
    }

    private double pageWidth() { return narrow ? PAGE_WIDTH * SMALL : PAGE_WIDTH; }

    private double pageHeight() { return Math.rint(narrow ? PAGE_HEIGHT * SMALL : PAGE_HEIGHT); }

    private void place(StackPane frame, Image picture) {
        ImageView view = new ImageView(picture);
        view.setFitWidth(pageWidth() - 4);
        view.setFitHeight(pageHeight() - 4);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        frame.getChildren().setAll(view);
    }

    private void showSide(Shown shown) {
        List<Node> buttons = new ArrayList<>();
        cards.addProgress(buttons);
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
        side.show(cards.of(shown), buttons);
    }

    /** Looks again and again: into the scanner's folder, and how far a reading is once it takes longer than a blink. */
    private void look() {
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        if (window == null || !window.isShowing()) {
            // a window that was closed leaves its screen as it was; whoever did its work may be gone
            return;
        }
        Shown shown = viewModel.shownProperty().get();
        if (cards.tick() && shown != null) {
            showSide(shown);
        }
        if (++looks % LOOKS_A_FOLDER == 0 && viewModel.takesScans()) {
            viewModel.taking().lookIntoFolder();
        }
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles() && viewModel.takesScans()
                && ScanTaking.isScan(event.getDragboard().getFiles().stream().map(File::toPath).toList())) {
            event.acceptTransferModes(TransferMode.COPY);
            getStyleClass().remove("drop-target");
            getStyleClass().add("drop-target");
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        getStyleClass().remove("drop-target");
        boolean taken = event.getDragboard().hasFiles() && viewModel.takesScans();
        if (taken) {
            viewModel.taking().take(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(taken);
        event.consume();
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
