package org.shangbao.client.ui.start;

import java.io.File;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.HeldKeys;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.shell.DisplayMenu;
import org.shangbao.client.ui.shell.WorkStrip;
import org.shangbao.client.ui.start.StartViewModel.Page;

/** What stands on the screen before an office is open: one card in the middle, the bars of the frame around it. */
final class StartView extends StackPane {
    private static final double CARD = 760;
    private static final double FIELD = 320;
    /** Below this the bars leave so little that everything stands closer. */
    private static final double LOW = 600;

    private final StartViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final BorderPane frame = new BorderPane();
    private final HeldKeys keys = new HeldKeys(this);
    private final WorkStrip strip;
    private @Nullable Node first;
    private @Nullable DisplayMenu display;

    StartView(StartViewModel viewModel, Messages messages, Controls controls, StackPane overlay) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        strip = new WorkStrip(viewModel.longWork(), messages, controls);
        getStyleClass().add("shell");
        getChildren().addAll(frame, overlay);
        // built once to begin with, by the last of the three
        viewModel.pageProperty().subscribe((was, page) -> show());
        viewModel.problemProperty().subscribe((was, problem) -> show());
        messages.languageProperty().subscribe(language -> show());
        heightProperty().map(height -> height.doubleValue() > 0 && height.doubleValue() < LOW).subscribe((was, isLow) -> show());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!overlay.isVisible() && display != null && KeyCombination.valueOf(DisplayMenu.KEYS).match(event)) {
                event.consume();
                display.open();
                return;
            }
            for (Action action : viewModel.actions()) {
                if (!overlay.isVisible() && KeyCombination.valueOf(action.keys()).match(event)) {
                    event.consume();
                    if (!keys.repeats(event)) {
                        action.perform();
                    }
                    return;
                }
            }
        });
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        setOnDragDropped(event -> {
            boolean hasFiles = event.getDragboard().hasFiles();
            if (hasFiles) {
                viewModel.dropped(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            }
            event.setDropCompleted(hasFiles);
            event.consume();
        });
    }

    /** Puts the focus where typing begins. */
    void focusFirst() {
        if (first != null) {
            first.requestFocus();
        }
    }

    /** Shows everything in language and look chosen now. */
    void show() {
        first = null;
        Page page = viewModel.pageProperty().get();
        boolean isLow = getHeight() > 0 && getHeight() < LOW;
        VBox card = new VBox(isLow ? 8 : 16);
        card.getStyleClass().addAll("card", "start-card");
        if (isLow) {
            card.getStyleClass().add("low");
        }
        StartRecoveryPane panes = new StartRecoveryPane(messages, controls, viewModel.recovery(), this::field);
        card.setMaxSize(CARD, Region.USE_PREF_SIZE);
        switch (page) {
            case LOOKING, OPENING -> opening(card, page);
            case CHOOSE -> choose(card);
            case BACKUP -> {
                StartFromBackupPane pane = fromBackup();
                pane.head(card);
                problem(card);
                first = pane.choose(card, viewModel.passwordProperty());
            }
            case CONTENT -> {
                card.getChildren().add(controls.wrapping(messages.text("start.restore.content", viewModel.fromBackup().unitName()),
                        "headline"));
                problem(card);
                first = fromBackup().content(card, viewModel.folder());
            }
            case CONFIRM -> confirm(card);
            case LOGIN -> login(card);
            case STOPPED -> stopped(card);
            case RESET -> {
                StartResetPane reset = new StartResetPane(messages, controls, viewModel.recovery(), this::field);
                reset.head(card);
                problem(card);
                first = reset.reset(card, viewModel.passwordProperty(), viewModel.repeatedProperty());
            }
            case RECOVER -> {
                panes.head(card);
                problem(card);
                first = panes.ask(card, viewModel.passwordProperty(), viewModel.repeatedProperty());
            }
            case ANSWER -> {
                panes.waitingHead(card);
                problem(card);
                first = panes.answer(card, viewModel.passwordProperty());
            }
            case DAMAGED -> first = new StartPanes(messages, controls).damaged(card, viewModel.damage(), viewModel.problemProperty().get(),
                    viewModel.contact());
            case REPAIRED -> first = new StartPanes(messages, controls).repaired(card, viewModel.repaired());
        }
        StackPane middle = new StackPane(card);
        middle.getStyleClass().add("start-desk");
        ScrollPane scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        frame.setTop(topBar());
        frame.setCenter(scroll);
        frame.setBottom(new VBox(strip, statusBar()));
        if (getScene() != null) {
            // scroll panes take their content into the scene with their skin only; before that nothing in them can have the focus
            frame.applyCss();
            frame.layout();
        }
        focusFirst();
    }

    private StartFromBackupPane fromBackup() { return new StartFromBackupPane(messages, controls, viewModel.fromBackup(), this::field); }

    private void opening(VBox card, Page page) {
        String words = messages.text(page == Page.OPENING ? "start.opening" : "start.looking");
        card.getChildren().addAll(controls.label(words, "headline"), controls.wrapping(messages.text("start.opening.safe"), "start-words"));
    }

    private void choose(VBox card) {
        card.getChildren().addAll(controls.wrapping(messages.text("start.headline"), "headline"),
                controls.wrapping(messages.text("start.sentence"), "start-words"));
        problem(card);
        List<StartSticks.Offer> offers = viewModel.sticks().offers();
        offers.forEach(offer -> card.getChildren().add(stick(offer, offers.getFirst() == offer)));
        Action choose = viewModel.enrolment().chooseAction();
        var button = offers.isEmpty() ? controls.primary(choose) : controls.secondary(choose);
        button.setId("start-choose");
        if (offers.isEmpty()) {
            button.getStyleClass().add("large");
            first = button;
        }
        Label words = controls.wrapping(messages.text(offers.isEmpty() ? "start.drop" : "start.stick.other"));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox drop = Controls.row(16, Controls.icon("fth-key"), words, button);
        drop.getStyleClass().add("start-drop");
        var again = controls.secondary(viewModel.sticks().againAction());
        again.setId("start-stick-again");
        VBox none = new VBox(2, controls.label(messages.text("start.none"), "strong"),
                controls.wrapping(messages.text("start.noneHint"), "secondary"));
        HBox.setHgrow(none, Priority.ALWAYS);
        card.getChildren().addAll(drop, line(), fromBackup().offer(), line(), Controls.row(16, none, again));
    }

    /** A file on a stick, as one of the ways on. */
    private Node stick(StartSticks.Offer offer, boolean isFirst) {
        Label unit = controls.mark(Mark.DONE, offer.unit());
        unit.setWrapText(true);
        VBox words = new VBox(2, controls.wrapping(messages.text(offer.words())), unit);
        HBox.setHgrow(words, Priority.ALWAYS);
        var take = isFirst ? controls.primary(offer.take()) : controls.secondary(offer.take());
        if (isFirst) {
            take.setId("start-stick");
            take.getStyleClass().add("large");
            first = take;
        }
        HBox row = Controls.row(16, Controls.icon("fth-hard-drive"), words, take);
        row.getStyleClass().add("start-stick");
        return row;
    }

    private void confirm(VBox card) {
        VBox facts = new VBox(4, controls.label(viewModel.unitName(), "title"),
                controls.wrapping(viewModel.enrolment().above(), "secondary"),
                controls.mark(Mark.DONE, Text.of("start.whole", viewModel.enrolment().fileName())),
                controls.wrapping(messages.text(viewModel.enrolment().content()), "secondary"));
        facts.getStyleClass().add("start-unit");
        card.getChildren().addAll(controls.wrapping(messages.text("start.confirm"), "headline"), facts);
        problem(card);
        if (viewModel.enrolment().people().size() > 1) {
            card.getChildren().add(people());
        }
        PasswordField password = field("start-password", viewModel.passwordProperty());
        PasswordField repeated = field("start-repeated", viewModel.repeatedProperty());
        first = password;
        Label reason = controls.wrapping("", "secondary");
        reason.textProperty().bind(viewModel.enrolment().enrolAction().reasonProperty().map(messages::text));
        card.getChildren().addAll(
                Controls.row(16, labelled("start.password.new", password), labelled("start.password.again", repeated)),
                controls.wrapping(
                        messages.text(viewModel.enrolment().isRecoverable() ? "start.password.hint.recoverable" : "start.password.hint"),
                        "secondary"),
                line());
        var go = controls.primary(viewModel.enrolment().enrolAction());
        go.setId("start-enrol");
        go.getStyleClass().add("large");
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMaxWidth(Double.MAX_VALUE);
        card.getChildren().addAll(Controls.row(12, go, reason, controls.secondary(viewModel.enrolment().anotherAction())),
                controls.wrapping(messages.text("start.folder", viewModel.folder()), "hint"));
    }

    private Node people() {
        ToggleGroup group = new ToggleGroup();
        VBox choices = new VBox(6, controls.label(messages.text("start.who"), "strong"));
        for (StartEnrolment.Person person : viewModel.enrolment().people()) {
            RadioButton choice = new RadioButton(messages.text("start.person", person.name(), person.role()));
            choice.setToggleGroup(group);
            choice.setSelected(person.account().equals(viewModel.enrolment().account()));
            choice.setId("start-person-" + person.account());
            choice.selectedProperty().subscribe(selected -> {
                if (selected) {
                    viewModel.enrolment().use(person.account());
                }
            });
            choices.getChildren().add(choice);
        }
        return choices;
    }

    private void login(VBox card) {
        PasswordField password = field("start-password", viewModel.passwordProperty());
        password.setOnAction(event -> viewModel.openAction().perform());
        first = password;
        var go = controls.primary(viewModel.openAction());
        go.setId("start-open");
        go.getStyleClass().add("large");
        card.getChildren().addAll(
                controls.wrapping(viewModel.unitName().isEmpty()
                        ? messages.text("start.login.unnamed")
                        : messages.text("start.login", viewModel.unitName()), "headline"),
                controls.wrapping(messages.text("start.login.sentence"), "start-words"));
        problem(card);
        HBox row = Controls.row(12, labelled("start.password", password), go);
        if (viewModel.holders().size() > 1) {
            row.getChildren().addFirst(holders());
        }
        row.setAlignment(Pos.BOTTOM_LEFT);
        HBox ways = Controls.row(12, forgotten());
        if (viewModel.recovery().isPossible()) {
            var forgot = controls.small(viewModel.recovery().forgotAction());
            forgot.setId("start-forgot");
            ways.getChildren().add(forgot);
        }
        ways.getChildren().add(controls.small(viewModel.unlockAction()));
        card.getChildren().addAll(row, line(), ways,
                controls.wrapping(messages.text("start.folder", viewModel.folder()), "hint"));
    }

    /** Whose password it is: everybody's opens, the one chosen here opens soonest. */
    private Node holders() {
        ComboBox<String> box = new ComboBox<>();
        box.setId("start-holder");
        box.getItems().setAll(viewModel.holders());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String name) { return name == null ? "" : messages.text(StartReset.words(name)); }

            @Override
            public String fromString(String shown) { return shown; }
        });
        box.setValue(viewModel.person());
        box.setPrefWidth(FIELD / 2);
        box.valueProperty().subscribe(viewModel::come);
        Label name = controls.label(messages.text("start.holder"), "strong");
        name.setLabelFor(box);
        return new VBox(4, name, box);
    }

    private Node forgotten() {
        StartRecovery recovery = viewModel.recovery();
        String key = recovery.isByUser() ? "start.forgotten.user" : recovery.isByProvince() ? "start.forgotten.ask" : "start.forgotten";
        Label words = controls.wrapping(viewModel.contact().isEmpty() || recovery.isByUser()
                ? messages.text(key)
                : messages.text("start.forgotten.call", viewModel.contact()), "secondary");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        return words;
    }

    private void stopped(VBox card) {
        card.getStyleClass().add("edge-red");
        card.getChildren().addAll(controls.wrapping(messages.text("start.stopped"), "headline"),
                controls.wrapping(messages.text(viewModel.problemProperty().get()), "start-words"));
        if (!viewModel.contact().isEmpty()) {
            card.getChildren().add(controls.mark(Mark.TELEPHONE, Text.plain(viewModel.contact())));
        }
        card.getChildren().add(controls.wrapping(messages.text("start.folder", viewModel.folder()), "hint"));
    }

    private void problem(VBox card) {
        Text words = viewModel.problemProperty().get();
        if (!words.isEmpty()) {
            Label sentence = controls.wrapping(messages.text(words));
            sentence.setId("start-problem");
            HBox row = new HBox(8, controls.shape(Mark.MUST_FIX, Text.of("start.problem")), sentence);
            HBox.setHgrow(sentence, Priority.ALWAYS);
            row.getStyleClass().add("start-problem");
            card.getChildren().add(row);
        }
    }

    private PasswordField field(String id, StringProperty text) {
        PasswordField field = new PasswordField();
        field.setId(id);
        field.getStyleClass().add("sb-field");
        field.setPrefWidth(FIELD);
        field.setMinWidth(180);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private Node labelled(String key, PasswordField field) {
        Label name = controls.label(messages.text(key), "strong");
        name.setLabelFor(field);
        field.setAccessibleText(name.getText());
        return new VBox(4, name, field);
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("start-line");
        return line;
    }

    private Node topBar() {
        String unit = viewModel.unitName();
        boolean isOffice = !unit.isEmpty() && viewModel.pageProperty().get() != Page.CONFIRM;
        Action language = new Action(Text.of("shell.language." + messages.language().other().name().toLowerCase(java.util.Locale.ROOT)), "",
                () -> messages.use(messages.language().other()));
        var other = controls.small(language);
        other.setId("language");
        display = new DisplayMenu(controls.appearance(), messages);
        HBox bar = Controls.row(12, controls.label(messages.text("shell.tile"), "product-tile"),
                controls.label(isOffice ? unit : messages.text("start.nobody"), "unit-name"), Controls.grow(),
                controls.label(messages.text("start.signedOut"), "secondary"), display, other);
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private Node statusBar() {
        HBox bar = Controls.row(12, controls.label(messages.text(switch (viewModel.pageProperty().get()) {
            case CHOOSE, BACKUP, CONTENT, CONFIRM -> "start.status.empty";
            case LOGIN, STOPPED, RESET, RECOVER, ANSWER -> "start.status.locked";
            case DAMAGED, REPAIRED -> "start.status.opening";
            case LOOKING, OPENING -> "start.status.opening";
        }), "secondary"), Controls.grow());
        List<Action> actions = viewModel.actions();
        for (Action action : actions) {
            HBox caps = Controls.row(4, Controls.keyCap(action.keys()),
                    controls.label(messages.text(action.wordsProperty().get()), "secondary"));
            bar.getChildren().add(caps);
        }
        bar.getStyleClass().add("status-bar");
        return bar;
    }
}
