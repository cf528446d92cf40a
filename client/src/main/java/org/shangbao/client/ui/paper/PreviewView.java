package org.shangbao.client.ui.paper;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Pictures;
import org.shangbao.client.ui.common.Text;

/** Pages in a strip, one page large, and at the right what can be done with them. */
final class PreviewView extends BorderPane {
    /** An A4 page at 100 %, in px of the screen's own inch. */
    private static final double PAGE_WIDTH = 210 / 25.4 * 96;
    private static final double PAGE_HEIGHT = 297 / 25.4 * 96;
    private static final double STRIP_PAGE = 84;
    private static final double SIDE = 300;
    private static final double MARGIN = 24;
    private static final double SCROLL_BAR = 16;
    private static final double NARROW = 1100;
    private static final int MOST_DOTS = 300;
    /** Some ten pages at 150 dpi, about 80 MB. */
    private static final long MOST_PIXELS = 20_000_000;

    private final PreviewViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final PictureCache pictures = new PictureCache(MOST_PIXELS);
    private final VBox strip = new VBox(8);
    private final ScrollPane stripScroll = new ScrollPane(strip);
    private final StackPane sheet = new StackPane();
    private final ScrollPane scroll = new ScrollPane(sheet);
    private final SidePane side = new SidePane(SIDE);
    private final Label where = new Label();
    private final Label size = new Label();
    private final Subscription subscription;
    private @Nullable Button first;

    PreviewView(PreviewViewModel viewModel, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        getStyleClass().add("preview");
        setId("preview");
        strip.setAlignment(Pos.TOP_CENTER);
        strip.getStyleClass().add("preview-strip");
        stripScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        stripScroll.setFitToWidth(true);
        stripScroll.setPrefWidth(STRIP_PAGE + 40);
        sheet.setAlignment(Pos.TOP_CENTER);
        sheet.getStyleClass().add("preview-sheet");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        setLeft(stripScroll);
        setCenter(scroll);
        setRight(side);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        subscription = Subscription.combine(viewModel.shownProperty().subscribe(this::show),
                viewModel.pageProperty().subscribe(page -> {
                    showPage();
                    showSide();
                }), viewModel.zoomProperty().subscribe(zoom -> showPage()),
                viewModel.printersProperty().subscribe(found -> showSide()), viewModel.messageProperty().subscribe(said -> showSide()),
                viewModel.rangeProperty().subscribe(chosen -> showSide()),
                scroll.widthProperty().subscribe(width -> showPage()), widthProperty().subscribe(this::classify));
    }

    void close() { subscription.unsubscribe(); }

    /** Gives the focus to the button that is meant. */
    void focusFirst() {
        if (first != null) {
            first.requestFocus();
        }
    }

    private void classify(Number width) {
        boolean room = width.doubleValue() >= NARROW;
        stripScroll.setVisible(room);
        stripScroll.setManaged(room);
    }

    private void show(PreviewViewModel.@Nullable Shown shown) {
        setVisible(shown != null);
        setManaged(shown != null);
        pictures.clear();
        strip.getChildren().clear();
        sheet.getChildren().clear();
        setTop(null);
        if (shown == null) {
            return;
        }
        setTop(bar(shown));
        for (int page = 1; page <= shown.pages(); page++) {
            strip.getChildren().add(thumbnail(page));
        }
        showPage();
        showSide();
        focusFirst();
    }

    private HBox bar(PreviewViewModel.Shown shown) {
        where.getStyleClass().setAll("label", "strong");
        size.getStyleClass().setAll("label", "secondary");
        size.setMinWidth(44);
        size.setAlignment(Pos.CENTER);
        HBox bar = Controls.row(8, controls.label(messages.text(shown.title()), "section"), Controls.grow(), small(viewModel.beforeAction(),
                "preview-before"), where, small(viewModel.afterAction(), "preview-after"), space(),
                small(viewModel.smallerAction(),
                        "preview-smaller"),
                size, small(viewModel.largerAction(), "preview-larger"), small(viewModel.wholeAction(), "preview-whole"),
                small(viewModel.fitAction(), "preview-fit"), space(), small(viewModel.closeAction(), "preview-close"));
        bar.getStyleClass().add("preview-bar");
        return bar;
    }

    private static Region space() {
        Region space = new Region();
        space.setMinWidth(12);
        return space;
    }

    private Button small(Action action, String id) {
        Button button = controls.small(action);
        button.setId(id);
        return button;
    }

    private Node thumbnail(int page) {
        Button button = new Button(Integer.toString(page));
        button.getStyleClass().setAll("thumbnail");
        button.setId("preview-page-" + page);
        button.setContentDisplay(javafx.scene.control.ContentDisplay.TOP);
        button.setOnAction(event -> viewModel.turnTo(page));
        StackPane frame = frame(STRIP_PAGE, STRIP_PAGE * PAGE_HEIGHT / PAGE_WIDTH);
        button.setGraphic(frame);
        int dots = dots(STRIP_PAGE / PAGE_WIDTH * 100);
        place(frame, "strip " + page, page, dots, STRIP_PAGE);
        return button;
    }

    private void showPage() {
        PreviewViewModel.Shown shown = viewModel.shownProperty().get();
        if (shown == null) {
            return;
        }
        int page = viewModel.pageProperty().get();
        where.setText(messages.text("paper.preview.where", page, shown.pages()));
        for (int at = 0; at < strip.getChildren().size(); at++) {
            List<String> classes = strip.getChildren().get(at).getStyleClass();
            classes.remove("marked");
            if (at == page - 1) {
                classes.add("marked");
            }
        }
        double room = Math.max(scroll.getWidth() - 2 * MARGIN - SCROLL_BAR, 200);
        int zoom = viewModel.zoomProperty().get();
        double percent = zoom == PreviewViewModel.FIT_WIDTH ? Math.min(room / PAGE_WIDTH * 100, 200) : zoom;
        viewModel.fitted((int) (room / PAGE_WIDTH * 100));
        size.setText((int) Math.round(percent) + " %");
        double width = PAGE_WIDTH * percent / 100;
        StackPane frame = frame(width, PAGE_HEIGHT * percent / 100);
        sheet.getChildren().setAll(frame);
        scroll.setVvalue(0);
        place(frame, "page " + page + " " + dots(percent), page, dots(percent), width);
    }

    /** Dots an inch of paper takes on this screen. */
    private int dots(double percent) {
        Window window = getScene() == null ? null : getScene().getWindow();
        double scale = window == null ? 1 : window.getOutputScaleX();
        return (int) Math.clamp(Math.round(96 * percent / 100 * scale), 20, MOST_DOTS);
    }

    private static StackPane frame(double width, double height) {
        StackPane frame = new StackPane();
        frame.getStyleClass().add("paper-page");
        frame.setMinSize(width, height);
        frame.setMaxSize(width, height);
        return frame;
    }

    private void place(StackPane frame, String name, int page, int dots, double width) {
        Image known = pictures.get(name);
        if (known != null) {
            fill(frame, known, width);
            return;
        }
        viewModel.fetch(page, dots, Pictures::image, picture -> {
            if (!picture.isError()) {
                pictures.put(name, picture);
                fill(frame, picture, width);
            }
        });
    }

    private static void fill(StackPane frame, Image picture, double width) {
        ImageView view = new ImageView(picture);
        double height = width * picture.getHeight() / Math.max(1, picture.getWidth());
        frame.setMinHeight(height);
        frame.setMaxHeight(height);
        view.setFitWidth(width - 2);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        frame.getChildren().setAll(view);
    }

    private void showSide() {
        PreviewViewModel.Shown shown = viewModel.shownProperty().get();
        if (shown == null) {
            return;
        }
        boolean hadFocus = first != null && first.isFocused();
        List<Node> cards = new ArrayList<>(List.of(controls.label(messages.text("paper.preview.print"), "section")));
        List<String> found = viewModel.printersProperty().get();
        boolean none = found != null && found.isEmpty();
        Button print = controls.primary(viewModel.printAction());
        Button save = none ? controls.primary(viewModel.saveAction()) : controls.secondary(viewModel.saveAction());
        print.setId("preview-print");
        save.setId("preview-save");
        print.setMaxWidth(Double.MAX_VALUE);
        save.setMaxWidth(Double.MAX_VALUE);
        first = none ? save : print;
        if (found == null) {
            cards.add(controls.wrapping(messages.text("paper.preview.looking"), "secondary"));
        } else if (none) {
            cards.add(controls.wrapping(messages.text("paper.preview.noPrinter")));
        } else {
            cards.addAll(List.of(printerChoice(found), pagesChoice(), copiesChoice()));
        }
        cards.add(controls.wrapping(messages.text("paper.preview.scale"), "secondary"));
        cards.add(controls.wrapping(messages.text("paper.preview.save.hint"), "secondary"));
        Text said = viewModel.messageProperty().get();
        Label words = controls.wrapping(messages.text(said), "strong");
        words.setId("preview-message");
        words.setVisible(!said.isEmpty());
        words.setManaged(!said.isEmpty());
        side.show(cards, none ? List.of(words, save) : List.of(words, save, print));
        if (hadFocus) {
            focusFirst();
        }
    }

    private Node printerChoice(List<String> found) {
        ComboBox<String> choice = new ComboBox<>();
        choice.setId("preview-printer");
        choice.getItems().setAll(found);
        choice.setValue(viewModel.printerProperty().get());
        choice.valueProperty().subscribe(name -> viewModel.printerProperty().set(name == null ? "" : name));
        choice.setMaxWidth(Double.MAX_VALUE);
        return labelled("paper.preview.printer", choice);
    }

    private Node pagesChoice() {
        HBox segments = new HBox();
        segments.getStyleClass().add("segmented");
        for (PreviewViewModel.Range range : PreviewViewModel.Range.values()) {
            Button segment = new Button(messages.text("paper.preview.range." + range.name(), viewModel.pageProperty().get()));
            segment.getStyleClass().setAll("segment");
            segment.setId("preview-range-" + range.name());
            if (viewModel.rangeProperty().get() == range) {
                segment.getStyleClass().add("marked");
            }
            segment.setOnAction(event -> viewModel.rangeProperty().set(range));
            segments.getChildren().add(segment);
        }
        return labelled("paper.preview.pages", segments);
    }

    private Node copiesChoice() {
        Spinner<Integer> copies = new Spinner<>(1, 20, viewModel.copiesProperty().get());
        copies.setId("preview-copies");
        copies.setEditable(true);
        copies.setPrefWidth(100);
        copies.valueProperty().subscribe(count -> viewModel.copiesProperty().set(count == null ? 1 : count));
        return labelled("paper.preview.copies", copies);
    }

    private Node labelled(String key, Node field) {
        field.setAccessibleText(messages.text(key));
        return new VBox(4, controls.label(messages.text(key), "secondary"), field);
    }

    private void pressed(KeyEvent event) {
        boolean taken = true;
        switch (event.getCode()) {
            case PAGE_UP -> viewModel.beforeAction().perform();
            case PAGE_DOWN -> viewModel.afterAction().perform();
            case PLUS, EQUALS, ADD -> taken = onControl(event, viewModel.largerAction()::perform);
            case MINUS, SUBTRACT -> taken = onControl(event, viewModel.smallerAction()::perform);
            case DIGIT0, NUMPAD0 -> taken = onControl(event, viewModel::toggleZoom);
            case HOME -> taken = onControl(event, () -> viewModel.turnTo(1));
            case END -> taken = onControl(event, viewModel::turnToEnd);
            default -> taken = false;
        }
        if (taken) {
            event.consume();
        }
    }

    private static boolean onControl(KeyEvent event, Runnable work) {
        if (event.isControlDown()) {
            work.run();
        }
        return event.isControlDown();
    }
}
