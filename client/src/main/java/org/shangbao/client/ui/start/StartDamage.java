package org.shangbao.client.ui.start;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.keeping.BackupEntry;
import org.shangbao.client.application.keeping.RestorePreview;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.start.StartViewModel.Page;

/** Damaged data: what happened, what is safe, and a backup to go back to, with what that would change. */
final class StartDamage {
    private static final int MOST_SHOWN = 5;

    private final OfficeDoor door;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Formats formats;
    private final StartHost host;
    private final ReadOnlyObjectWrapper<Text> preview = new ReadOnlyObjectWrapper<>(Text.NONE);
    private final Action restore = new Action(Text.of("start.damage.restore"), "Ctrl+Enter", this::restore);
    private List<BackupEntry> backups = List.of();
    private @Nullable BackupEntry chosen;
    private List<Text> changes = List.of();

    StartDamage(OfficeDoor door, TaskRunner tasks, Dialogs dialogs, Formats formats, StartHost host) {
        this.door = door;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.formats = formats;
        this.host = host;
    }

    /** Lists the backups and shows the page, also when there are none. */
    void begin(Text problem) {
        tasks.run(door::backups, found -> {
            backups = found.stream().limit(MOST_SHOWN).toList();
            host.tell(problem);
            host.show(Page.DAMAGED);
            if (!backups.isEmpty()) {
                choose(backups.getFirst());
            }
        }, failure -> {
            backups = List.of();
            host.tell(problem);
            host.show(Page.DAMAGED);
        });
    }

    List<BackupEntry> backups() { return backups; }

    /** Words of a backup in the list. */
    Text words(BackupEntry backup) {
        return Text.of("start.damage.backup", formats.dateTime(backup.at()), backup.seq(),
                Text.of("start.backup." + backup.reason().name().toLowerCase(java.util.Locale.ROOT)));
    }

    boolean isChosen(BackupEntry backup) { return backup.equals(chosen); }

    /** What restoring the chosen backup would change; empty while it is looked at. */
    ReadOnlyObjectProperty<Text> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    Action restoreAction() { return restore; }

    /** Chooses a backup and looks at it. */
    void choose(BackupEntry backup) {
        if (backup.equals(chosen)) {
            return;
        }
        chosen = backup;
        preview.set(Text.of("start.damage.looking"));
        restore.refuse(Text.of("start.damage.looking"));
        tasks.run(() -> door.preview(backup.file()), seen -> {
            if (backup.equals(chosen)) {
                changes = changes(seen, formats);
                preview.set(sentence(seen));
                restore.allow();
            }
        }, failure -> {
            if (backup.equals(chosen)) {
                preview.set(Failure.words(failure));
                restore.refuse(Failure.words(failure));
            }
        });
    }

    private static Text sentence(RestorePreview seen) {
        if (!seen.isNowReadable()) {
            return Text.of("start.damage.unreadable", seen.backup().seq());
        }
        return seen.changes().isEmpty() ? Text.of("start.damage.same") : Text.of("start.damage.changes", seen.changes().size());
    }

    /** A line for each report that would differ. */
    static List<Text> changes(RestorePreview seen, Formats formats) {
        List<Text> lines = new ArrayList<>();
        for (RestorePreview.ReportChange change : seen.changes()) {
            String[] parts = change.report().split("/", 3);
            String period = parts.length > 1 ? formats.period(parts[1]) : change.report();
            lines.add(Text.of("start.damage.change", period, change.figures(), change.texts(), change.revisions()));
        }
        return lines;
    }

    private void restore() {
        BackupEntry backup = chosen;
        if (backup != null) {
            dialogs.confirm(
                    new Dialogs.Confirmation(Text.of("start.damage.confirm", formats.dateTime(backup.at())),
                            Text.of("start.damage.confirm.sentence"), changes, Text.of("start.damage.restore")),
                    () -> host.open(() -> door.restore(backup.file()), Page.DAMAGED));
        }
    }
}
