package org.shangbao.client.ui.fill;

import java.util.ArrayList;
import java.util.List;

import org.shangbao.client.application.office.ReportTask;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.client.ui.desk.SevenSteps;
import org.shangbao.client.ui.shell.ScreenFrame;

/** What the bars around the sheet show: steps, what is saved, what the keys do. */
final class FillFrame {
    private final ReportDesk desk;
    private final Formats formats;
    private final ScreenFrame frame = new ScreenFrame();
    private final Action check;
    private final Action paper;
    private final List<Action> keys;
    private Text remark = Text.NONE;
    private boolean resting;

    /**
     * A frame.
     *
     * @param check the blue button while figures can be typed
     * @param paper the blue button afterwards
     * @param keys  what the other keys do
     */
    FillFrame(ReportDesk desk, Formats formats, Action check, Action paper, List<Action> keys) {
        this.desk = desk;
        this.formats = formats;
        this.check = check;
        this.paper = paper;
        this.keys = List.copyOf(keys);
    }

    ScreenFrame shown() { return frame; }

    /** Lets the keys rest while something stands before the sheet, or brings them back. */
    void rest(boolean now, FillMode mode) {
        resting = now;
        refresh(mode);
    }

    /** Says something beside what is saved until the next change. */
    void say(Text sentence, FillMode mode) {
        remark = sentence;
        refresh(mode);
    }

    void refresh(FillMode mode) {
        ReportDraft draft = desk.draftProperty().get();
        ReportTask task = desk.taskProperty().get();
        boolean editable = draft != null && draft.status().isEditable();
        if (draft == null || task == null) {
            frame.steps().clear();
            frame.stepActionProperty().set(null);
            frame.savedProperty().set(Text.NONE);
        } else {
            frame.steps().setAll(SevenSteps.of(task, draft, desk.paperProperty().get(), formats));
            frame.stepActionProperty().set(editable ? check : paper);
            ReportDesk.Saved saved = desk.savedProperty().get();
            frame.savedProperty().set(saved == null
                    ? Text.of("fill.saved")
                    : saved.code().isEmpty()
                            ? Text.of("fill.savedAt", formats.time(saved.at()))
                            : Text.of("fill.savedCode", saved.code(), formats.time(saved.at())));
            frame.taskProperty().set(task.dueAt() == null || !editable
                    ? Text.plain(formats.period(task.report().period()))
                    : Text.of("fill.task", formats.period(task.report().period()), formats.due(task.dueAt()).words()));
        }
        Text failure = desk.failureProperty().get();
        if (!failure.isEmpty()) {
            frame.savedProperty().set(Text.NONE);
        }
        frame.noteProperty().set(!failure.isEmpty()
                ? failure
                : !remark.isEmpty() ? remark : draft == null ? Text.NONE : Text.of("fill.reading", revision(draft)));
        frame.actions().setAll(resting ? List.of() : actions(draft != null, editable));
        frame.hints().setAll(hints(mode));
    }

    private List<Action> actions(boolean open, boolean editable) {
        List<Action> actions = new ArrayList<>(keys);
        if (open) {
            actions.add(editable ? check : paper);
            if (editable) {
                actions.add(new Action(Text.NONE, "Ctrl+Enter", check::perform));
            }
        }
        return actions;
    }

    private static List<ScreenFrame.KeyHint> hints(FillMode mode) {
        List<ScreenFrame.KeyHint> hints = new ArrayList<>();
        if (mode == FillMode.TABLE) {
            hints.add(new ScreenFrame.KeyHint("Down", Text.of("fill.hint.nextRow")));
            hints.add(new ScreenFrame.KeyHint("Up", Text.of("fill.hint.previousRow")));
            hints.add(new ScreenFrame.KeyHint("F8", Text.of("fill.hint.finding")));
            hints.add(new ScreenFrame.KeyHint("Ctrl+D", Text.of("fill.hint.carry")));
        } else {
            hints.add(new ScreenFrame.KeyHint("Enter", Text.of("fill.hint.next")));
            hints.add(new ScreenFrame.KeyHint("Shift+Enter", Text.of("fill.hint.previous")));
            hints.add(new ScreenFrame.KeyHint("F8", Text.of("fill.hint.finding")));
            hints.add(new ScreenFrame.KeyHint("F6", Text.of("fill.hint.pane")));
        }
        return hints;
    }

    private static Text revision(ReportDraft draft) {
        return Text.of("desk.revision", draft.status().isEditable() ? draft.number() + 1 : draft.number());
    }
}
