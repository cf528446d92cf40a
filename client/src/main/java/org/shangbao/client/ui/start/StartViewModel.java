package org.shangbao.client.ui.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.start.OfficeDoor.Entrance;
import org.shangbao.client.ui.start.OfficeDoor.Opened;
import org.shangbao.client.ui.start.OfficeDoor.Standing;
import org.shangbao.model.error.ErrorCode;

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
    private final Action open = new Action(Text.of("start.open"), "Ctrl+Enter", this::openOffice);
    private final Action unlock = new Action(Text.of("start.unlockFile"), "", this::chooseUnlockFile);
    private final LongWork longWork;
    private final StartEnrolment enrolment;
    private final StartSticks sticks;
    private final StartFromBackup fromBackup;
    private final StartRecovery recovery;
    private final StartDamage damage;
    private final StartRepaired repaired;
    private @Nullable Standing standing;
    private String person = "";
    private boolean isWorking;

    /** The page shown. */
    enum Page {
        /** Looking at the folder. */
        LOOKING,
        /** Nothing is enrolled: an enrolment file is needed. */
        CHOOSE,
        /** Nothing is enrolled: a backup and its password are needed. */
        BACKUP,
        /** A backup was opened: is this what shall come to this computer. */
        CONTENT,
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
        longWork = new LongWork(tasks);
        enrolment = new StartEnrolment(door, tasks, dialogs, formats, host);
        sticks = new StartSticks(door, tasks, host, enrolment::read);
        fromBackup = new StartFromBackup(door, longWork, dialogs, formats, host);
        recovery = new StartRecovery(door, tasks, dialogs, formats, host);
        damage = new StartDamage(door, tasks, dialogs, formats, host);
        repaired = new StartRepaired(tasks, dialogs, formats, opened);
        password.subscribe(typed -> judge());
        repeated.subscribe(typed -> judge());
    }

    /** Looks at the folder and shows what is next; returns at once. */
    void begin() {
        tasks.run(door::look, found -> {
            use(found);
            if (found.entrance() == Entrance.UNLOCK_FILE) {
                work(door::openAtOnce, Page.STOPPED);
            } else {
                show(found.entrance() == Entrance.ENROL ? Page.CHOOSE : Page.LOGIN);
            }
            if (found.entrance() == Entrance.ENROL) {
                sticks.look();
            }
        }, failure -> stop(Failure.words(failure)));
    }

    private void use(Standing found) {
        standing = found;
        recovery.use(found.recovery(), found.people());
        person = found.people().likely();
    }

    ReadOnlyObjectProperty<Page> pageProperty() { return page.getReadOnlyProperty(); }

    /** Why the last attempt failed, in one sentence; empty if it did not. */
    ReadOnlyObjectProperty<Text> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    StringProperty passwordProperty() { return password; }

    StringProperty repeatedProperty() { return repeated; }

    Action openAction() { return open; }

    Action unlockAction() { return unlock; }

    /** What takes long, for the strip at the foot of the window. */
    LongWork longWork() { return longWork; }

    /** Loading the 授权文件. */
    StartEnrolment enrolment() { return enrolment; }

    /** 授权文件 on USB sticks. */
    StartSticks sticks() { return sticks; }

    /** 从备份恢复. */
    StartFromBackup fromBackup() { return fromBackup; }

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
            public boolean isShown(Page asked) { return page.get() == asked; }

            @Override
            public void enter(Opened office) { StartViewModel.this.enter(office); }

            @Override
            public void begin(Text words) {
                StartViewModel.this.begin();
                problem.set(words);
            }

            @Override
            public void forgotten(Standing found) {
                use(found);
                recovery.forgotAction().perform();
            }

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
            case CHOOSE -> sticks.offers().isEmpty()
                    ? List.of(enrolment.chooseAction(), sticks.againAction())
                    : List.of(sticks.offers().getFirst().take(), enrolment.chooseAction(), sticks.againAction());
            case BACKUP -> fromBackup.backups().isEmpty()
                    ? List.of(fromBackup.folderAction(), fromBackup.backAction())
                    : List.of(fromBackup.lookAction(), fromBackup.folderAction(), fromBackup.backAction());
            case CONTENT -> List.of(fromBackup.restoreAction(), fromBackup.backAction());
            case CONFIRM -> List.of(enrolment.enrolAction(), enrolment.anotherAction(), enrolment.chooseAction());
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
        Standing known = standing;
        String offered = enrolment.unitName();
        return !offered.isEmpty() ? offered : known == null ? "" : known.unitName();
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

    /** Reads files dropped onto the window: the first one counts. */
    void dropped(List<Path> files) {
        if (!files.isEmpty() && Set.of(Page.CHOOSE, Page.CONFIRM, Page.BACKUP).contains(page.get())) {
            fromBackup.dropped(files.getFirst(), enrolment::read);
        }
    }

    private void chooseUnlockFile() {
        dialogs.chooseFiles(new Dialogs.FileRequest(Text.of("start.unlockFile"), Text.of("start.unlockFile.kind"), List.of("*.*"), ""),
                files -> work(() -> door.openWith(files.getFirst()), Page.LOGIN));
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
            enter(done);
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

    private void enter(Opened done) {
        password.set("");
        repeated.set("");
        if (done.repairs().isWorthTelling()) {
            repaired.use(done);
            show(Page.REPAIRED);
        } else {
            opened.accept(done);
        }
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
        fromBackup.judge();
        enrolment.judge();
        if (password.get().isBlank()) {
            open.refuse(Text.of("start.password.needed"));
        } else {
            open.allow();
        }
    }
}
