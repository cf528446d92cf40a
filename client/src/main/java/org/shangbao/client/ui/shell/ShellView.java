package org.shangbao.client.ui.shell;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.HeldKeys;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.Look;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.common.Theme;

/** The frame: bars above and below, the open screen's body between them, questions over everything. FX thread only. */
public final class ShellView extends StackPane implements Navigator {
    private static final String HELP = "help";
    private static final double WIDE = 1200;
    private static final double NARROW = 1000;

    private final ShellViewModel viewModel;
    private final TopBar topBar;
    private final StepBar stepBar;
    private final StatusBar statusBar;
    private final BorderPane frame = new BorderPane();
    private final StackPane overlay = new StackPane();
    private final HBox notice = new HBox(12);
    private final Messages messages;
    private final Controls controls;
    private final HeldKeys keys = new HeldKeys(this);
    private Text told = Text.NONE;
    private Runnable whenSeen = () -> {};
    private final InvalidationListener frameChanged = change -> refreshBars();
    private final ListChangeListener<Object> listChanged = change -> refreshBars();
    private List<Screen> screens = List.of();
    private @Nullable Screen open;

    /** An empty frame; give it its screens with {@link #use}. */
    public ShellView(ShellViewModel viewModel, LongWork work, Messages messages, Controls controls) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        topBar = new TopBar(viewModel, messages, controls);
        stepBar = new StepBar(messages, controls);
        statusBar = new StatusBar(messages, controls);
        getStyleClass().add("shell");
        notice.setVisible(false);
        notice.setManaged(false);
        frame.setTop(new VBox(topBar, stepBar, notice));
        frame.setBottom(new VBox(new WorkStrip(work, messages, controls), statusBar));
        getChildren().addAll(frame, overlay);
        viewModel.linkProperty().subscribe(state -> topBar.showLink());
        messages.languageProperty().subscribe(language -> showAnew());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        widthProperty().subscribe(width -> classify(width.doubleValue()));
    }

    /** Returns the pane over everything, for {@link org.shangbao.client.ui.common.SceneDialogs}. */
    public StackPane overlay() {
        return overlay;
    }

    /** Gives the frame its screens, in the order of their entries. */
    public void use(List<Screen> available) {
        screens = List.copyOf(available);
    }

    /** Returns the open screen's name, empty before the first. */
    public String openScreen() { return open == null ? "" : open.name(); }

    /** Saves what is being typed; for when the window closes. */
    public void leave() {
        if (open != null) {
            open.left();
        }
    }

    @Override
    public void open(String name, String place) {
        Screen next = screens.stream().filter(screen -> screen.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no screen " + name));
        String at = place;
        if (open != null) {
            if (name.equals(HELP) && !open.name().equals(HELP)) {
                at = (open.name() + " " + open.place()).strip(); // where help leads back to and what it is asked about
            }
            open.left();
            stopListening(open.frame());
        }
        open = next;
        startListening(next.frame());
        rebuild();
        viewModel.opened(name);
        next.opened(at);
    }

    /** Tells something about the whole program in a bar over every screen until it is put away; empty to put it away. */
    public void tell(Text words) {
        tell(words, () -> {});
    }

    /** Tells the same and hears when it was put away. */
    public void tell(Text words, Runnable seen) {
        told = words;
        whenSeen = seen;
        notice.getStyleClass().setAll("notice");
        notice.setVisible(!words.isEmpty());
        notice.setManaged(!words.isEmpty());
        Label sentence = controls.wrapping(messages.text(words));
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        notice.getChildren().setAll(controls.shape(Mark.DONE, Mark.DONE.word()), sentence,
                controls.small(new Action(Text.of("shell.notice.seen"), "", () -> {
                    tell(Text.NONE);
                    seen.run();
                })));
    }

    /** Shows everything in language and look chosen now. */
    public void showAnew() {
        mark("large", controls.appearance().look().size() == Look.Size.LARGE);
        Screen shown = open;
        tell(told, whenSeen);
        if (shown != null) {
            rebuild();
            shown.opened("");
        }
    }

    private void rebuild() {
        if (open != null) {
            if (open.showsPaper()) {
                Theme.preparePaper();
            }
            frame.setCenter(open.build());
            topBar.show(screens, open, this::open);
            stepBar.forget();
            refreshBars();
            // scroll panes take their content into the scene with their skin only; before that nothing in them can have the focus
            frame.applyCss();
            frame.layout();
        }
    }

    private void refreshBars() {
        Screen shown = open;
        if (shown == null) {
            return;
        }
        ScreenFrame shownFrame = shown.frame();
        topBar.showTask(shownFrame.taskProperty().get());
        boolean hasSteps = !shownFrame.steps().isEmpty();
        stepBar.setVisible(hasSteps);
        stepBar.setManaged(hasSteps);
        stepBar.show(shownFrame.steps(), shownFrame.stepActionProperty().get(), this::open);
        statusBar.show(shownFrame);
    }

    private void startListening(ScreenFrame shown) {
        shown.steps().addListener(listChanged);
        shown.hints().addListener(listChanged);
        shown.stepActionProperty().addListener(frameChanged);
        shown.taskProperty().addListener(frameChanged);
        shown.savedProperty().addListener(frameChanged);
        shown.noteProperty().addListener(frameChanged);
    }

    private void stopListening(ScreenFrame shown) {
        shown.steps().removeListener(listChanged);
        shown.hints().removeListener(listChanged);
        shown.stepActionProperty().removeListener(frameChanged);
        shown.taskProperty().removeListener(frameChanged);
        shown.savedProperty().removeListener(frameChanged);
        shown.noteProperty().removeListener(frameChanged);
    }

    private void pressed(KeyEvent event) {
        if (open == null || overlay.isVisible()) {
            return;
        }
        for (Action action : open.frame().actions()) {
            if (!action.keys().isEmpty() && KeyCombination.valueOf(action.keys()).match(event)) {
                event.consume();
                if (!keys.repeats(event)) {
                    action.perform();
                }
                return;
            }
        }
        if (KeyCombination.valueOf(DisplayMenu.KEYS).match(event)) {
            event.consume();
            topBar.openDisplay();
        } else if (event.getCode() == KeyCode.F1 && !open.name().equals(HELP)
                && screens.stream().anyMatch(screen -> screen.name().equals(HELP))) {
            event.consume();
            open(HELP);
        }
    }

    private void mark(String styleClass, boolean isSo) {
        getStyleClass().remove(styleClass);
        if (isSo) {
            getStyleClass().add(styleClass);
        }
    }

    private void classify(double width) {
        String widthClass = width >= WIDE ? "wide" : width >= NARROW ? "medium" : "narrow";
        if (!getStyleClass().contains(widthClass)) {
            getStyleClass().removeAll("wide", "medium", "narrow");
            getStyleClass().add(widthClass);
            stepBar.compact(widthClass.equals("narrow"));
            refreshBars();
        }
    }
}
