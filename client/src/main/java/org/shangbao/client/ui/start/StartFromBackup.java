package org.shangbao.client.ui.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.keeping.BackupContent;
import org.shangbao.client.application.keeping.OfficeFromBackup.FoundBackup;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.start.OfficeDoor.Entrance;
import org.shangbao.client.ui.start.StartViewModel.Page;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** 从备份恢复, on a computer on which nothing is enrolled: where the backup is, whose and what is in it, and the office opens. */
final class StartFromBackup {
    private static final int MOST_SHOWN = 5;

    private final OfficeDoor door;
    private final LongWork work;
    private final Dialogs dialogs;
    private final Formats formats;
    private final StartHost host;
    private final ReadOnlyObjectWrapper<Text> facts = new ReadOnlyObjectWrapper<>(Text.NONE);
    private final Action begin = new Action(Text.of("start.restore.begin"), "", this::begin);
    private final Action folder = new Action(Text.of("start.restore.folder"), "Ctrl+O", this::chooseFolder);
    private final Action file = new Action(Text.of("start.restore.file"), "", this::chooseFile);
    private final Action look = new Action(Text.of("start.restore.look"), "Ctrl+Enter", this::look);
    private final Action restore = new Action(Text.of("start.restore.do"), "Ctrl+Enter", this::restore);
    private final Action forgot = new Action(Text.of("start.forgot"), "", this::takeLocked);
    private final Action back = new Action(Text.of("start.restore.back"), "Esc", this::goBack);
    private List<FoundBackup> backups = List.of();
    private @Nullable FoundBackup chosen;
    private @Nullable BackupContent content;
    private boolean isWorking;

    StartFromBackup(OfficeDoor door, LongWork work, Dialogs dialogs, Formats formats, StartHost host) {
        this.door = door;
        this.work = work;
        this.dialogs = dialogs;
        this.formats = formats;
        this.host = host;
    }

    /** A line of what is in a backup. */
    record Line(Mark mark, Text words) {}

    List<FoundBackup> backups() { return backups; }

    boolean isChosen(FoundBackup backup) { return backup.equals(chosen); }

    /** What lies beside the chosen backup, and whether a forgotten password could be recovered from. */
    ReadOnlyObjectProperty<Text> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    Action beginAction() { return begin; }

    Action folderAction() { return folder; }

    Action fileAction() { return file; }

    Action lookAction() { return look; }

    Action restoreAction() { return restore; }

    Action forgotAction() { return forgot; }

    Action backAction() { return back; }

    /** Words of a backup in the list. */
    Text words(FoundBackup backup) {
        Text unit = backup.unitName().isEmpty() ? Text.of("start.restore.unnamed") : Text.plain(backup.unitName());
        return Text.of("start.restore.entry", unit, formats.dayAndTime(backup.entry().at()), backup.entry().seq(),
                Text.of("start.backup." + backup.entry().reason().name().toLowerCase(Locale.ROOT)));
    }

    /** Whose backup was opened; empty before. */
    String unitName() {
        BackupContent opened = content;
        return opened == null ? "" : opened.unitName();
    }

    /** What is in it, a line each. */
    List<Line> lines() {
        BackupContent opened = content;
        FoundBackup backup = chosen;
        List<Line> lines = new ArrayList<>();
        if (opened == null || backup == null) {
            return lines;
        }
        lines.add(new Line(Mark.TIME,
                Text.of("start.restore.made", formats.dayAndTime(backup.entry().at()), backup.entry().seq())));
        opened.reports().stream().limit(MOST_SHOWN).forEach(report -> {
            String[] parts = report.report().split("/", 3);
            lines.add(new Line(Mark.DONE, Text.of("start.restore.report", parts.length > 1 ? formats.period(parts[1]) : report.report(),
                    report.figures(), report.texts(), report.revisions())));
        });
        if (opened.reports().size() > MOST_SHOWN) {
            lines.add(new Line(Mark.DONE, Text.of("start.restore.more", opened.reports().size() - MOST_SHOWN)));
        } else if (opened.reports().isEmpty()) {
            lines.add(new Line(Mark.EMPTY, Text.of("start.restore.empty")));
        }
        boolean isAllThere = opened.missing() == 0;
        lines.add(
                new Line(isAllThere ? Mark.PAPER : Mark.MUST_EXPLAIN, Text.of(isAllThere ? "start.restore.files" : "start.restore.missing",
                        opened.prints(), opened.scans(), opened.attachments(), opened.missing())));
        return lines;
    }

    private void begin() {
        backups = List.of();
        chosen = null;
        show(Page.BACKUP, Text.NONE);
    }

    private void show(Page page, Text problem) {
        host.tell(problem);
        host.show(page);
    }

    private void chooseFolder() { dialogs.chooseFolder(Text.of("start.restore.folder"), place -> find(place, this::tellNone)); }

    private void chooseFile() {
        dialogs.chooseFiles(
                new Dialogs.FileRequest(Text.of("start.restore.file"), Text.of("start.restore.kind"), List.of("*.shangbao-backup"), ""),
                files -> find(files.getFirst(), this::tellNone));
    }

    private void tellNone(Path place) { show(Page.BACKUP, Text.of("start.restore.none", String.valueOf(place.getFileName()))); }

    /** Looks at something dropped: a folder or a backup file is looked into, anything else is handed on. */
    void dropped(Path place, Consumer<Path> otherwise) {
        find(place, otherwise);
    }

    private void find(Path place, Consumer<Path> otherwise) {
        run(Text.of("start.restore.searching"), () -> door.find(place), found -> {
            if (!found.backups().isEmpty()) {
                backups = found.backups().stream().limit(MOST_SHOWN).toList();
                choose(backups.getFirst());
                show(Page.BACKUP, Text.NONE);
            } else if (found.isFolder()) {
                tellNone(place);
            } else {
                otherwise.accept(place);
            }
        }, failure -> host.tell(Failure.words(failure)));
    }

    /** Chooses a backup of those found. */
    void choose(FoundBackup backup) {
        chosen = backup;
        facts.set(backup.files() > 0
                ? Text.of("start.restore.beside", backup.files(), Formats.size(backup.fileBytes()))
                : Text.of("start.restore.alone"));
        judge();
    }

    /** Looks what can be done; called whenever something was typed. */
    void judge() {
        FoundBackup backup = chosen;
        Text busy = Text.of("start.restore.underWay");
        for (Action action : List.of(begin, folder, file, back, restore, forgot, look)) {
            if (isWorking) {
                action.refuse(busy);
            } else {
                action.allow();
            }
        }
        if (!isWorking && host.password().get().isBlank()) {
            look.refuse(Text.of("start.password.needed"));
        }
        if (!isWorking && backup != null && !backup.isRecoverable()) {
            forgot.refuse(Text.of("start.restore.unrecoverable"));
        }
    }

    private void look() {
        FoundBackup backup = chosen;
        String typed = host.password().get();
        if (backup == null || typed.isBlank()) {
            return;
        }
        run(Text.of("start.restore.looking"), () -> door.look(backup.entry().file(), typed), seen -> {
            content = seen;
            show(Page.CONTENT, Text.NONE);
        }, failure -> {
            host.password().set("");
            show(Page.BACKUP, failure.error() == ErrorCode.STORE_LOCKED ? Text.of("start.wrong.password") : Failure.words(failure));
        });
    }

    private void restore() {
        FoundBackup backup = chosen;
        String typed = host.password().get();
        if (backup != null) {
            run(Text.of("start.restore.doing"), () -> door.openFrom(backup.entry().file(), typed), host::enter, this::notTaken);
        }
    }

    private void takeLocked() {
        FoundBackup backup = chosen;
        if (backup != null) {
            run(Text.of("start.restore.taking"), () -> door.takeLocked(backup.entry().file()), host::forgotten, this::notTaken);
        }
    }

    /** Mostly nothing of it is here then; if the backup was taken already, the folder is opened like any other. */
    private void notTaken(ReportingException failure) {
        Text words = Failure.words(failure);
        work.tasks().run(door::look, standing -> {
            if (standing.entrance() == Entrance.ENROL) {
                show(Page.BACKUP, words);
            } else {
                host.begin(words);
            }
        }, unseen -> show(Page.BACKUP, words));
    }

    private <T> void run(Text words, TaskRunner.Work<T> task, Consumer<T> done, Consumer<ReportingException> failed) {
        if (isWorking) {
            return;
        }
        setWorking(true);
        work.stoppable(words, progress -> task.call(), result -> {
            setWorking(false);
            done.accept(result);
        }, () -> {
            setWorking(false);
            host.tell(Text.of("start.restore.stopped"));
        }, failure -> {
            setWorking(false);
            failed.accept(failure);
        });
    }

    private void setWorking(boolean working) {
        isWorking = working;
        judge();
    }

    private void goBack() {
        boolean isInside = content != null;
        content = null;
        if (!isInside) {
            host.password().set("");
        }
        show(isInside ? Page.BACKUP : Page.CHOOSE, Text.NONE);
    }
}
