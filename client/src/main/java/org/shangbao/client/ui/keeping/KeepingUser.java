package org.shangbao.client.ui.keeping;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.shangbao.client.application.keeping.KeyAct;
import org.shangbao.client.application.keeping.OfficeKeeping;
import org.shangbao.client.application.keeping.UserAccess;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.shell.UiContext;
import org.shangbao.model.error.ReportingException;

/** Letting the user of the operating system set a forgotten password anew, and what was done to passwords lately. */
final class KeepingUser {
    private static final int MOST_SHOWN = 6;

    private final OfficeKeeping keeping;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Formats formats;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.LOOKING);
    private final ReadOnlyObjectWrapper<List<Text>> acts = new ReadOnlyObjectWrapper<>(List.of());
    private final Action allow = new Action(Text.of("keeping.user.allow"), "", this::allow);
    private final Action forbid = new Action(Text.of("keeping.user.forbid"), "", this::forbid);

    KeepingUser(UiContext context, OfficeKeeping keeping) {
        this.keeping = keeping;
        tasks = context.services().tasks();
        dialogs = context.dialogs();
        formats = context.formats();
        allow.refuse(Text.of("keeping.looking"));
        forbid.refuse(Text.of("keeping.looking"));
    }

    /**
     * How it stands.
     *
     * @param mark      how it is shown
     * @param words     the sentence
     * @param isAllowed true if some user was allowed
     */
    record Standing(Mark mark, Text words, boolean isAllowed) {
        static final Standing LOOKING = new Standing(Mark.NOTICE, Text.of("keeping.user.asking"), false);

        static Standing of(UserAccess access) {
            Mark mark = switch (access) {
                case HERE -> Mark.DONE;
                case OFF -> Mark.NOTICE;
                case ELSEWHERE, SILENT -> Mark.MUST_EXPLAIN;
            };
            return new Standing(mark, Text.of("keeping.user." + access), access != UserAccess.OFF);
        }
    }

    ReadOnlyObjectProperty<Standing> standingProperty() { return standing.getReadOnlyProperty(); }

    /** What was done lately, newest first. */
    ReadOnlyObjectProperty<List<Text>> actsProperty() { return acts.getReadOnlyProperty(); }

    Action allowAction() { return allow; }

    Action forbidAction() { return forbid; }

    /** Reads everything anew; the operating system is asked beside it, since it may take its time. */
    void refresh() {
        readActs();
        tasks.runAside(keeping::userAccess, this::show, this::failed);
    }

    /** Reads what was done. */
    void readActs() {
        tasks.runAside(keeping::keyActs, done -> acts.set(done.stream().limit(MOST_SHOWN).map(this::words).toList()), this::failed);
    }

    private Text words(KeyAct act) {
        return Text.of("keeping.act", formats.dateTime(act.at()),
                Text.of("keeping.act." + act.kind(), KeepingViewModel.holder(act.holder())),
                act.by().isEmpty() ? Text.of("keeping.act.nobody") : KeepingViewModel.holder(act.by()), act.user());
    }

    private void show(UserAccess access) {
        standing.set(Standing.of(access));
        if (access == UserAccess.HERE) {
            allow.refuse(Text.of("keeping.user.HERE"));
        } else {
            allow.allow();
        }
        if (access == UserAccess.OFF) {
            forbid.refuse(Text.of("keeping.user.OFF"));
        } else {
            forbid.allow();
        }
    }

    private void failed(ReportingException failure) {
        standing.set(new Standing(Mark.MUST_EXPLAIN, Failure.words(failure), standing.get().isAllowed()));
        allow.allow();
        forbid.allow();
    }

    private void allow() {
        dialogs.confirm(new Dialogs.Confirmation(Text.of("keeping.user.confirm"), Text.of("keeping.user.consequence"), List.of(),
                Text.of("keeping.user.allow")), () -> change(keeping::allowUser));
    }

    private void forbid() {
        dialogs.confirm(new Dialogs.Confirmation(Text.of("keeping.user.forbid.confirm"), Text.of("keeping.user.forbid.consequence"),
                List.of(), Text.of("keeping.user.forbid")), () -> change(keeping::forbidUser));
    }

    /** Something that changes who can open the folder. */
    @FunctionalInterface
    private interface Change {
        void make() throws ReportingException;
    }

    private void change(Change change) {
        standing.set(new Standing(Mark.NOTICE, Text.of("keeping.user.asking"), standing.get().isAllowed()));
        allow.refuse(Text.of("keeping.user.asking"));
        forbid.refuse(Text.of("keeping.user.asking"));
        tasks.runAside(() -> {
            change.make();
            return keeping.userAccess();
        }, access -> {
            show(access);
            readActs();
        }, this::failed);
    }
}
