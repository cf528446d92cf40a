package org.shangbao.client.ui.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.enrolment.EnrolmentOffer;
import org.shangbao.client.application.enrolment.OfficePassword;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.start.OfficeDoor.Entrance;
import org.shangbao.client.ui.start.OfficeDoor.Opened;
import org.shangbao.client.ui.start.OfficeDoor.Standing;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** From an empty computer, or a locked folder, to an open office. */
public final class StartViewModel {
    private final OfficeDoor door;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Formats formats;
    private final Consumer<Opened> opened;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.LOOKING);
    private final ReadOnlyObjectWrapper<Text> problem = new ReadOnlyObjectWrapper<>(Text.NONE);
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty repeated = new SimpleStringProperty("");
    private final Action choose = new Action(Text.of("start.choose"), "Ctrl+O", this::chooseFile);
    private final Action enrol = new Action(Text.of("start.enrol"), "Ctrl+Enter", this::enrolOffice);
    private final Action another = new Action(Text.of("start.another"), "Esc", this::chooseAnother);
    private final Action open = new Action(Text.of("start.open"), "Ctrl+Enter", this::openOffice);
    private final Action unlock = new Action(Text.of("start.unlockFile"), "", this::chooseUnlockFile);
    private final StartRecovery recovery;
    private final StartDamage damage;
    private final StartRepaired repaired;
    private @Nullable Standing standing;
    private @Nullable Path file;
    private @Nullable EnrolmentOffer offer;
    private String account = "";
    private String person = "";
    private boolean isWorking;

    /** The page shown. */
    enum Page {
        /** Looking at the folder. */
        LOOKING,
        /** Nothing is enrolled: an enrolment file is needed. */
        CHOOSE,
        /** A file was read: is this the right office, and which password shall open it. */
        CONFIRM,
        /** An office's folder: password. */
        LOGIN,
        /** On its way. */
        OPENING,
        /** The folder cannot be opened; only the sentence is left. */
        STOPPED,
        /** The password is forgotten, and the user of the operating system may set it anew. */
        RESET,
        /** The password is forgotten: a request to the holder of the recovery key. */
        RECOVER,
        /** A request was made and waits for its answer. */
        ANSWER,
        /** The data are damaged: backups to go back to. */
        DAMAGED,
        /** Opened, and something was repaired on the way. */
        REPAIRED
    }

    /**
     * Begins looking.
     *
     * @param opened called on the FX thread with the open office
     */
    StartViewModel(OfficeDoor door, TaskRunner tasks, Dialogs dialogs, Formats formats, Consumer<Opened> opened) {
        this.door = door;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.formats = formats;
        this.opened = opened;
        StartHost host = host();
        recovery = new StartRecovery(door, tasks, dialogs, formats, host);
        damage = new StartDamage(door, tasks, dialogs, formats, host);
        repaired = new StartRepaired(tasks, dialogs, formats, opened);
        password.subscribe(typed -> judge());
        repeated.subscribe(typed -> judge());
    }

    /** Looks at the folder and shows what is next; returns at once. */
    void begin() {
        tasks.run(door::look, found -> {
            standing = found;
            recovery.use(found.recovery(), found.people());
            person = found.people().likely();
            if (found.entrance() == Entrance.UNLOCK_FILE) {
                work(door::openAtOnce, Page.STOPPED);
            } else {
                show(found.entrance() == Entrance.ENROL ? Page.CHOOSE : Page.LOGIN);
            }
        }, failure -> stop(Failure.words(failure)));
    }

    ReadOnlyObjectProperty<Page> pageProperty() { return page.getReadOnlyProperty(); }

    /** Why the last attempt failed, in one sentence; empty if it did not. */
    ReadOnlyObjectProperty<Text> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    StringProperty passwordProperty() { return password; }

    StringProperty repeatedProperty() { return repeated; }

    Action chooseAction() { return choose; }

    Action enrolAction() { return enrol; }

    Action anotherAction() { return another; }

    Action openAction() { return open; }

    Action unlockAction() { return unlock; }

    /** 忘了密码. */
    StartRecovery recovery() { return recovery; }

    /** Damaged data. */
    StartDamage damage() { return damage; }

    /** Repaired data. */
    StartRepaired repaired() { return repaired; }

    private StartHost host() {
        return new StartHost() {
            @Override
            public void open(TaskRunner.Work<Opened> work, Page back) { work(work, back); }

            @Override
            public void show(Page next) {
                page.set(Page.LOOKING); // a page that stays is built again with what it shows now
                StartViewModel.this.show(next);
            }

            @Override
            public void tell(Text words) { problem.set(words); }

            @Override
            public StringProperty password() { return password; }

            @Override
            public StringProperty repeated() { return repeated; }
        };
    }

    /** What the keys do on this page. */
    List<Action> actions() {
        return switch (page.get()) {
            case CHOOSE -> List.of(choose);
            case CONFIRM -> List.of(enrol, another, choose);
            case LOGIN -> List.of(open);
            case RESET -> List.of(recovery.reset().resetAction(), recovery.backAction());
            case RECOVER -> List.of(recovery.askAction(), recovery.backAction());
            case ANSWER -> List.of(recovery.answerAction(), recovery.backAction());
            case DAMAGED -> damage.backups().isEmpty() ? List.of() : List.of(damage.restoreAction());
            case REPAIRED -> List.of(repaired.goOnAction());
            case LOOKING, OPENING, STOPPED -> List.of();
        };
    }

    /** Name of the office this folder belongs to, or that the file would make it; empty if neither. */
    String unitName() {
        EnrolmentOffer offered = offer;
        Standing known = standing;
        return offered != null ? offered.unitName() : known == null ? "" : known.unitName();
    }

    /** Whom to call if the folder does not open, empty if not known. */
    String contact() {
        Standing known = standing;
        return known == null ? "" : known.contact();
    }

    /** Where the data lie. */
    String folder() {
        Standing known = standing;
        return known == null ? "" : known.folder().toString();
    }

    /** Names of the levels above the office the file is for, next one first. */
    String above() {
        EnrolmentOffer offered = offer;
        return offered == null ? "" : String.join(" · ", offered.above());
    }

    /** Periods the file brings, newest first; and when it was issued. */
    Text content() {
        EnrolmentOffer offered = offer;
        if (offered == null) {
            return Text.NONE;
        }
        Text issued = Text.plain(formats.dateTime(offered.issuedAt()));
        return offered.periods().isEmpty()
                ? Text.of("start.content.none", issued)
                : Text.of("start.content", issued, formats.period(offered.periods().getFirst()), offered.periods().size());
    }

    /** True if the file lets a forgotten password be recovered from. */
    boolean isRecoverable() {
        EnrolmentOffer offered = offer;
        return offered != null && offered.isRecoverable();
    }

    /** Accounts of the file. */
    List<Person> people() {
        EnrolmentOffer offered = offer;
        return offered == null
                ? List.of()
                : offered.people().stream().map(person -> new Person(person.account(), person.name(),
                        Text.of("common.role."
                                + (person.roles().isEmpty() ? "filler" : person.roles().getFirst().name().toLowerCase(Locale.ROOT)))))
                        .toList();
    }

    /** An account: its name here, the person's name, what the person may do. */
    record Person(String account, String name, Text role) {}

    /** Name of the file that was read. */
    String fileName() {
        Path read = file;
        return read == null || read.getFileName() == null ? "" : read.getFileName().toString();
    }

    /** The account that will work here. */
    String account() { return account; }

    /** Chooses who works here. */
    void use(String chosen) { account = chosen; }

    /** Reads files dropped onto the window: the first one counts. */
    void dropped(List<Path> files) {
        if (!files.isEmpty() && (page.get() == Page.CHOOSE || page.get() == Page.CONFIRM)) {
            read(files.getFirst());
        }
    }

    private void chooseFile() {
        dialogs.chooseFiles(new Dialogs.FileRequest(Text.of("start.choose.title"), Text.of("start.choose.kind"), List.of("*.*"), ""),
                files -> read(files.getFirst()));
    }

    private void chooseUnlockFile() {
        dialogs.chooseFiles(new Dialogs.FileRequest(Text.of("start.unlockFile"), Text.of("start.unlockFile.kind"), List.of("*.*"), ""),
                files -> work(() -> door.openWith(files.getFirst()), Page.LOGIN));
    }

    private void read(Path chosen) {
        problem.set(Text.NONE);
        tasks.run(() -> door.read(chosen), found -> {
            file = chosen;
            offer = found;
            account = found.people().getFirst().account();
            password.set("");
            repeated.set("");
            page.set(Page.LOOKING); // the same page with another file is a new page
            show(Page.CONFIRM);
        }, failure -> problem.set(wrongFile(failure, chosen)));
    }

    private static Text wrongFile(ReportingException failure, Path file) {
        String name = String.valueOf(file.getFileName());
        if (failure.error() != ErrorCode.ENROLMENT_BROKEN) {
            return Failure.words(failure);
        }
        return switch (failure.details().getOrDefault("reason", "")) {
            case "signature" -> Text.of("start.wrong.changed", name);
            case "incomplete" -> Text.of("start.wrong.incomplete", name);
            default -> Text.of("start.wrong.other", name);
        };
    }

    private void chooseAnother() {
        file = null;
        offer = null;
        problem.set(Text.NONE);
        show(Page.CHOOSE);
    }

    private void enrolOffice() {
        Path chosen = file;
        if (chosen != null) {
            String typed = password.get();
            work(() -> door.enrol(chosen, account, typed), Page.CONFIRM);
        }
    }

    private void openOffice() {
        String typed = password.get();
        if (!typed.isBlank()) {
            String who = person;
            work(() -> door.open(typed, who), Page.LOGIN);
        }
    }

    /** Names of those who have a password here. */
    List<String> holders() {
        Standing known = standing;
        return known == null ? List.of() : known.people().names();
    }

    /** Whose password is tried first: who came last, or whoever was chosen. */
    String person() { return person; }

    /** Says who comes; any other's password opens as well. */
    void come(String name) { person = name; }

    private void work(TaskRunner.Work<Opened> work, Page back) {
        if (isWorking) {
            return;
        }
        isWorking = true;
        problem.set(Text.NONE);
        page.set(Page.OPENING);
        tasks.run(work, done -> {
            isWorking = false;
            password.set("");
            repeated.set("");
            if (done.repairs().isWorthTelling()) {
                repaired.use(done);
                show(Page.REPAIRED);
            } else {
                opened.accept(done);
            }
        }, failure -> {
            isWorking = false;
            Text words = failure.error() == ErrorCode.STORE_LOCKED && (back == Page.LOGIN || back == Page.ANSWER)
                    ? Text.of("start.wrong.password")
                    : Failure.words(failure);
            if (failure.error() == ErrorCode.STORE_DAMAGED) {
                damage.begin(Text.of("start.damage.what", failure.details().getOrDefault("detail", "")));
            } else if (back == Page.STOPPED) {
                stop(words);
            } else {
                password.set("");
                show(back);
                problem.set(words);
            }
        });
    }

    private void stop(Text words) {
        problem.set(words);
        page.set(Page.STOPPED);
    }

    private void show(Page next) {
        page.set(next);
        judge();
    }

    private void judge() {
        recovery.judge();
        if (!OfficePassword.isLongEnough(password.get())) {
            enrol.refuse(Text.of("start.password.short", OfficePassword.LEAST_CHARACTERS));
        } else if (!password.get().equals(repeated.get())) {
            enrol.refuse(Text.of("start.password.differs"));
        } else {
            enrol.allow();
        }
        if (password.get().isBlank()) {
            open.refuse(Text.of("start.password.needed"));
        } else {
            open.allow();
        }
    }
}
