package org.shangbao.client.ui.keeping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.enrolment.OfficePassword;
import org.shangbao.client.application.keeping.BackupEntry;
import org.shangbao.client.application.keeping.OfficeKeeping;
import org.shangbao.client.application.keeping.RestorePreview;
import org.shangbao.client.application.keeping.SecondDrive;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.shell.Navigator;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;

/** What the keeping screen shows and does. */
public final class KeepingViewModel {
    private static final int MOST_SHOWN = 10;
    private static final String FIRST_WAY = "unlock-file";

    private final OfficeKeeping keeping;
    private final Runnable restored;
    private final TaskRunner tasks;
    private final LongWork work;
    private final Dialogs dialogs;
    private final Formats formats;
    private final Navigator navigator;
    private final ScreenFrame frame = new ScreenFrame();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private final ReadOnlyObjectWrapper<Text> preview = new ReadOnlyObjectWrapper<>(Text.of("keeping.choose"));
    private final ReadOnlyObjectWrapper<Text> outcome = new ReadOnlyObjectWrapper<>(Text.NONE);
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty repeated = new SimpleStringProperty("");
    private final Action backup = new Action(Text.of("keeping.backup"), "Ctrl+B", this::makeBackup);
    private final Action restore = new Action(Text.of("keeping.restore"), "", this::restore);
    private final Action chooseDrive = new Action(Text.of("keeping.second.choose"), "", this::chooseDrive);
    private final Action noDrive = new Action(Text.of("keeping.second.none"), "", () -> useDrive(null));
    private final Action setPassword = new Action(Text.of("keeping.password.set"), "", this::setPassword);
    private final Action back = new Action(Text.of("keeping.back"), "Esc", this::back);
    private final KeepingUser user;
    private final KeepingDoctor doctor;
    private @Nullable BackupEntry chosen;
    private List<Text> changes = List.of();

    KeepingViewModel(UiContext context, OfficeKeeping keeping, Runnable restored) {
        this.keeping = keeping;
        this.restored = restored;
        tasks = context.services().tasks();
        work = context.work();
        dialogs = context.dialogs();
        formats = context.formats();
        navigator = context.navigator();
        user = new KeepingUser(context, keeping);
        doctor = new KeepingDoctor(context, keeping);
        frame.actions().setAll(back, backup);
        frame.hints().setAll(new ScreenFrame.KeyHint("Ctrl+B", Text.of("keeping.backup")),
                new ScreenFrame.KeyHint("Esc", Text.of("keeping.back")));
        restore.refuse(Text.of("keeping.choose"));
        name.subscribe(typed -> judge());
        password.subscribe(typed -> judge());
        repeated.subscribe(typed -> judge());
    }

    /**
     * What is there.
     *
     * @param backups       backups, newest first
     * @param second        the second drive
     * @param people        names of all who can open the folder
     * @param isRecoverable true if a forgotten password can be recovered from
     */
    record Shown(List<BackupEntry> backups, SecondDrive second, List<String> people, boolean isRecoverable) {
        static final Shown NOTHING = new Shown(List.of(), SecondDrive.NONE, List.of(), false);

        /** True if a second drive was chosen. */
        boolean hasSecond() { return second.state() != SecondDrive.State.NOT_CHOSEN; }

        /** Mark of how the second drive is. */
        Mark secondMark() {
            return second.state() == SecondDrive.State.WELL ? Mark.DONE : hasSecond() ? Mark.MUST_EXPLAIN : Mark.NOTICE;
        }
    }

    ScreenFrame frame() { return frame; }

    /** What is there now. */
    ReadOnlyObjectProperty<Shown> shownProperty() { return shown.getReadOnlyProperty(); }

    /** What restoring the chosen backup would change. */
    ReadOnlyObjectProperty<Text> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** How the last act ended. */
    ReadOnlyObjectProperty<Text> outcomeProperty() { return outcome.getReadOnlyProperty(); }

    StringProperty nameProperty() { return name; }

    StringProperty passwordProperty() { return password; }

    StringProperty repeatedProperty() { return repeated; }

    Action backupAction() { return backup; }

    Action restoreAction() { return restore; }

    Action chooseDriveAction() { return chooseDrive; }

    Action noDriveAction() { return noDrive; }

    Action setPasswordAction() { return setPassword; }

    Action backAction() { return back; }

    /** Words of a backup in the list. */
    Text words(BackupEntry entry) {
        return Text.of("keeping.entry", formats.dateTime(entry.at()), entry.seq(),
                Text.of("keeping.reason." + entry.reason().name().toLowerCase(Locale.ROOT)));
    }

    /** Words for the second drive. */
    Text secondWords() {
        SecondDrive second = shown.get().second();
        return Text.of("keeping.second." + second.state(), String.valueOf(second.folder()),
                second.newest() == null ? "" : formats.dateTime(second.newest()));
    }

    /** How a person is named in the list. */
    static Text holder(String name) {
        return name.equals(FIRST_WAY) ? Text.of("keeping.password.first") : Text.plain(name);
    }

    /** The user of the operating system. */
    KeepingUser user() { return user; }

    /** 检查数据. */
    KeepingDoctor doctor() { return doctor; }

    /** Reads everything anew, the operating system's answer included. */
    void open() {
        refresh();
        user.refresh();
    }

    /** Reads everything of the folder anew. */
    void refresh() {
        tasks.runAside(() -> new Shown(keeping.backups().stream().limit(MOST_SHOWN).toList(), keeping.secondDrive(), keeping.people(),
                keeping.isRecoverable()), found -> {
                    shown.set(found);
                    judge();
                    lookAgain();
                }, this::failed);
    }

    /** In another language the words are others. */
    private void lookAgain() {
        BackupEntry looked = chosen;
        if (looked != null) {
            chosen = null;
            choose(looked);
        }
    }

    /** True if this is the backup whose changes are shown. */
    boolean isChosen(BackupEntry entry) { return entry.equals(chosen); }

    private void failed(org.shangbao.model.error.ReportingException failure) { outcome.set(Failure.words(failure)); }

    private void makeBackup() {
        backup.refuse(Text.of("keeping.underWay"));
        outcome.set(Text.of("keeping.underWay"));
        work.stoppable(Text.of("keeping.work.backup"), progress -> keeping.backup(), made -> {
            backup.allow();
            outcome.set(Text.of("keeping.made", made.seq()));
            refresh();
        }, () -> {
            backup.allow();
            outcome.set(Text.of("keeping.stopped"));
            refresh();
        }, failure -> {
            backup.allow();
            failed(failure);
        });
    }

    /** Chooses a backup and looks what restoring it would change. */
    void choose(BackupEntry entry) {
        if (entry.equals(chosen)) {
            return;
        }
        chosen = entry;
        preview.set(Text.of("keeping.looking"));
        restore.refuse(Text.of("keeping.looking"));
        work.stoppable(Text.of("keeping.looking"), progress -> keeping.preview(entry.file()), seen -> {
            if (entry.equals(chosen)) {
                changes = lines(seen);
                preview.set(seen.changes().isEmpty()
                        ? Text.of("keeping.same")
                        : Text.of("keeping.changes", seen.changes().size(), changes.getFirst()));
                restore.allow();
            }
        }, () -> {
            if (entry.equals(chosen)) {
                chosen = null;
                preview.set(Text.of("keeping.lookStopped"));
            }
        }, failure -> {
            if (entry.equals(chosen)) {
                preview.set(Failure.words(failure));
                restore.refuse(Failure.words(failure));
            }
        });
    }

    private List<Text> lines(RestorePreview seen) {
        List<Text> lines = new ArrayList<>();
        for (RestorePreview.ReportChange change : seen.changes()) {
            String[] parts = change.report().split("/", 3);
            lines.add(Text.of("keeping.change", parts.length > 1 ? formats.period(parts[1]) : change.report(), change.figures(),
                    change.texts(), change.revisions()));
        }
        return lines;
    }

    private void restore() {
        BackupEntry entry = chosen;
        if (entry == null) {
            return;
        }
        dialogs.confirm(new Dialogs.Confirmation(Text.of("keeping.confirm", formats.dateTime(entry.at())),
                Text.of("keeping.confirm.sentence"), changes, Text.of("keeping.restore")), () -> {
                    outcome.set(Text.of("keeping.underWay"));
                    work.inOrder(Text.of("keeping.work.restore"), () -> keeping.restore(entry.file()), keptIn -> restored.run(),
                            this::failed);
                });
    }

    private void chooseDrive() { dialogs.chooseFolder(Text.of("keeping.second.choose"), this::useDrive); }

    private void useDrive(java.nio.file.@Nullable Path folder) {
        outcome.set(Text.of("keeping.underWay"));
        work.stoppable(Text.of("keeping.work.second"), progress -> keeping.useSecondDrive(folder), second -> {
            outcome.set(Text.NONE);
            refresh();
        }, () -> {
            outcome.set(Text.of("keeping.secondStopped"));
            refresh();
        }, this::failed);
    }

    private void judge() {
        if (name.get().isBlank()) {
            setPassword.refuse(Text.of("keeping.password.name"));
        } else if (!OfficePassword.isLongEnough(password.get())) {
            setPassword.refuse(Text.of("keeping.password.short", OfficePassword.LEAST_CHARACTERS));
        } else if (!password.get().equals(repeated.get())) {
            setPassword.refuse(Text.of("keeping.password.differs"));
        } else {
            setPassword.allow();
        }
    }

    private void setPassword() {
        String who = name.get().strip();
        byte[] secret = OfficePassword.secret(password.get());
        work.aside(Text.of("keeping.work.password"), LongWork.Whole.STORED, () -> {
            keeping.setPassword(who, secret);
            return who;
        }, done -> {
            name.set("");
            password.set("");
            repeated.set("");
            outcome.set(Text.of("keeping.password.done", done));
            refresh();
            user.readActs();
        }, this::failed);
    }

    /** Takes a person's password away after asking. */
    void remove(String holder) {
        dialogs.confirm(new Dialogs.Confirmation(Text.of("keeping.remove.headline", holder(holder)), Text.of("keeping.remove.sentence"),
                List.of(), Text.of("keeping.remove")), () -> tasks.runAside(() -> {
                    keeping.remove(holder);
                    return holder;
                }, done -> {
                    outcome.set(Text.of("keeping.removed", holder(done)));
                    refresh();
                    user.readActs();
                }, this::failed));
    }

    private void back() { navigator.open("help"); }
}
