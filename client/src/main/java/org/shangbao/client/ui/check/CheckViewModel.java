package org.shangbao.client.ui.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.ReportHistory;
import org.shangbao.client.application.office.ReportTask;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.DraftFindings;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.client.ui.desk.SevenSteps;
import org.shangbao.client.ui.desk.Unlocking;
import org.shangbao.client.ui.shell.Navigator;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.model.check.Explanations;
import org.shangbao.model.check.TextLength;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;

/** What the checks say, one figure in one place; the figure looked at, its explanations, and whether 生成报表 is possible. */
public final class CheckViewModel {
    private static final int MOST_EMPTY_SHOWN = 6;

    private final ReportDesk desk;
    private final UiServices services;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private final Formats formats;
    private final ScreenFrame frame = new ScreenFrame();
    private final ReadOnlyObjectWrapper<List<Group>> groups = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable CheckDetail> detail = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper frozen = new ReadOnlyBooleanWrapper();
    private final Action finish = new Action(Text.of("check.act.finalize"), "", this::finalizeReport);
    private final Action unlock = new Action(Text.of("check.act.unlock"), "", this::unlock);
    private final Action again = new Action(Text.of("check.act.again"), "F9", this::checkAgain);
    private final Action next = new Action(Text.of("check.act.next"), "F8", () -> move(1));
    private final Action previous = new Action(Text.of("check.act.previous"), "Shift+F8", () -> move(-1));
    private final Action jump = new Action(Text.of("check.act.jump"), "Alt+Enter", this::jump);
    private final Action write = new Action(Text.of("check.act.write"), "F2", this::writeReason);
    private final Action written = new Action(Text.of("check.act.written"), "Ctrl+Enter", this::goOn);
    private final Set<Subject.Kind> turned = EnumSet.noneOf(Subject.Kind.class);
    private List<Subject> subjects = List.of();
    private ReportHistory history = ReportHistory.NONE;
    private @Nullable ReportId historyOf;
    private Hooks hooks = Hooks.NONE;
    private String selected = "";

    /** What the ViewModel asks of whoever shows it. */
    interface Hooks {
        /** Nobody shows it. */
        Hooks NONE = new Hooks() {
            @Override
            public void commit() {
                // nothing is being typed
            }

            @Override
            public void focusExplanation() {
                // there is no field
            }
        };

        /** Hands over what is being typed. */
        void commit();

        /** Puts the focus where a reason is written. */
        void focusExplanation();
    }

    CheckViewModel(UiContext context, ReportDesk desk) {
        this.desk = desk;
        services = context.services();
        navigator = context.navigator();
        dialogs = context.dialogs();
        formats = context.formats();
        desk.draftProperty().subscribe(draft -> refresh());
        desk.taskProperty().subscribe(task -> refreshFrame());
        desk.savedProperty().subscribe(saved -> refreshFrame());
        desk.failureProperty().subscribe(failure -> refreshFrame());
    }

    /** A list: mark, word with the number, what it means, whether its lines can be folded away and are, its lines. */
    record Group(Subject.Kind kind, Text head, Text hint, boolean isFoldable, boolean isFolded, List<Line> lines) {}

    /** A figure in a list: key, code, name, the heaviest sentence, how many more, whether it is looked at and dealt with. */
    record Line(String key, String code, Text name, Text words, int more, boolean isSelected, boolean isSettled) {}

    ScreenFrame frame() { return frame; }

    ReadOnlyObjectProperty<List<Group>> groupsProperty() { return groups.getReadOnlyProperty(); }

    ReadOnlyObjectProperty<@Nullable CheckDetail> detailProperty() { return detail.getReadOnlyProperty(); }

    Action finish() { return finish; }

    Action unlockAction() { return unlock; }

    Action again() { return again; }

    Action next() { return next; }

    Action previous() { return previous; }

    Action jumpAction() { return jump; }

    Action written() { return written; }

    void show(Hooks shown) { hooks = shown; }

    /** True once the report is frozen: there is nothing to correct here any more. */
    ReadOnlyBooleanProperty frozenProperty() {
        return frozen.getReadOnlyProperty();
    }

    void opened(String place) {
        if (!place.isEmpty()) {
            selected = place;
        }
        if (desk.taskProperty().get() == null) {
            desk.refresh();
        } else {
            desk.check(() -> {});
        }
        refresh();
    }

    void select(String key) {
        selected = key;
        refresh();
    }

    /** Folds a list away or shows it. */
    void turn(Subject.Kind kind) {
        if (!turned.remove(kind)) {
            turned.add(kind);
        }
        refresh();
    }

    /** Takes an explanation; called when its field is left. */
    void explain(String key, String text) {
        ReportDraft draft = desk.draftProperty().get();
        if (draft != null && draft.status().isEditable() && !draft.explanations().getOrDefault(key, "").equals(text)) {
            desk.explain(key, text);
        }
    }

    /** What is to be said under the field about a text not yet saved. */
    Text judge(String text) {
        ReportDraft draft = desk.draftProperty().get();
        int length = TextLength.of(text);
        if (draft == null || length == 0) {
            return Text.of("check.explain.rule", draft == null ? 0 : draft.edition().explanationMin());
        }
        return Text.of(isSufficient(text) ? "check.explain.enough" : "check.explain.thin", length, draft.edition().explanationMin());
    }

    /** True if the text is a written reason. */
    boolean isSufficient(String text) {
        ReportDraft draft = desk.draftProperty().get();
        return draft != null && Explanations.isSufficient(text, draft.edition());
    }

    /** Puts everything together; also called when the language changes. */
    void refresh() {
        ReportDraft draft = desk.draftProperty().get();
        if (draft == null) {
            subjects = List.of();
            groups.set(List.of());
            detail.set(null);
            refreshFrame();
            return;
        }
        lookBack(draft.id());
        frozen.set(!draft.status().isEditable());
        DraftFindings findings = DraftFindings.of(draft);
        subjects = Subject.of(draft, findings, history);
        Subject chosen = chosen();
        selected = chosen == null ? "" : chosen.key();
        List<Group> shown = new ArrayList<>();
        for (Subject.Kind kind : Subject.Kind.values()) {
            List<Subject> members = subjects.stream().filter(subject -> subject.kind() == kind).toList();
            if (!members.isEmpty()) {
                shown.add(group(kind, members, draft, findings));
            }
        }
        groups.set(shown);
        detail.set(chosen == null ? null : CheckDetail.of(chosen, place(chosen), draft, history, formats));
        judgeFinish(draft, findings);
        refreshFrame();
    }

    /** What was reported before is read once per report, beside the saves. */
    private void lookBack(ReportId report) {
        if (!report.equals(historyOf)) {
            historyOf = report;
            history = ReportHistory.NONE;
            services.tasks().runAside(() -> services.office().history(report), found -> {
                if (report.equals(historyOf) && !found.equals(history)) {
                    history = found;
                    refresh();
                }
            }, failure -> {});
        }
    }

    /** The subject of the selected key, or of a finding with that key; else the first exception. */
    private @Nullable Subject chosen() {
        return subjects.stream().filter(subject -> subject.key().equals(selected)).findFirst()
                .or(() -> subjects.stream()
                        .filter(subject -> subject.remarks().stream().anyMatch(remark -> remark.key().equals(selected))).findFirst())
                .or(() -> subjects.stream().findFirst()).orElse(null);
    }

    /** Figure or item looked at, empty if none. */
    String place() {
        Subject chosen = chosen();
        return chosen == null ? "" : chosen.code();
    }

    private Text place(Subject chosen) {
        List<Subject> same = subjects.stream().filter(subject -> subject.kind() == chosen.kind()).toList();
        return Text.of("check.place", chosen.kind().mark().word(), same.indexOf(chosen) + 1, same.size());
    }

    private Group group(Subject.Kind kind, List<Subject> members, ReportDraft draft, DraftFindings findings) {
        boolean isFolded = isFolded(kind, members.size());
        List<Line> lines = isFolded ? List.of() : members.stream().map(subject -> line(subject, draft)).toList();
        int count = members.size();
        Text head = Text.of("check.group.head", kind == Subject.Kind.EMPTY ? Mark.EMPTY.word() : kind.mark().word(), count);
        Text hint = switch (kind) {
            case MUST_FIX -> Text.of("check.group.mustFixHint");
            case MUST_EXPLAIN -> Text.of("check.group.mustExplainHint", findings.mustExplain().size() - findings.unexplained(),
                    findings.mustExplain().size());
            case NOTICE -> Text.of("check.group.noticeHint");
            case EMPTY -> Text.of("check.group.emptyHint");
            case CANNOT_EVALUATE -> Text.of("check.group.cannotEvaluateHint");
        };
        return new Group(kind, head, hint, isFoldable(kind), isFolded, lines);
    }

    private static boolean isFoldable(Subject.Kind kind) { return kind == Subject.Kind.EMPTY || kind == Subject.Kind.CANNOT_EVALUATE; }

    private boolean isFolded(Subject.Kind kind, int size) {
        boolean isFirst = kind == Subject.Kind.CANNOT_EVALUATE || kind == Subject.Kind.EMPTY && size > MOST_EMPTY_SHOWN;
        return isFoldable(kind) && isFirst != turned.contains(kind);
    }

    private Line line(Subject subject, ReportDraft draft) {
        boolean isSettled = subject.kind() == Subject.Kind.MUST_EXPLAIN && isExplained(subject, draft);
        return new Line(subject.key(), subject.code(), CheckDetail.name(draft, subject.code()), subject.remarks().getFirst().words(),
                subject.remarks().size() - 1, subject.key().equals(selected), isSettled);
    }

    private static boolean isExplained(Subject subject, ReportDraft draft) {
        return subject.remarks().stream().filter(remark -> remark.kind() == Subject.Kind.MUST_EXPLAIN)
                .allMatch(remark -> Explanations.isSufficient(draft.explanations().getOrDefault(remark.key(), ""), draft.edition()));
    }

    private void judgeFinish(ReportDraft draft, DraftFindings findings) {
        int mistakes = findings.mistakes().size();
        int empty = findings.empty();
        int unexplained = findings.unexplained();
        if (!draft.status().isEditable()) {
            finish.refuse(Text.of("check.finalize.done", draft.number()));
        } else if (mistakes + empty + unexplained > 0) {
            finish.refuse(Text.of("check.finalize.open", mistakes, empty, unexplained));
        } else {
            finish.allow();
        }
        boolean isSent = draft.status() == ReportStatus.SUBMITTED || draft.status() == ReportStatus.CORRECTED;
        if (isSent) {
            unlock.refuse(Text.of("check.unlock.sent"));
        } else {
            unlock.allow();
        }
    }

    /** The subjects that can be stepped through: those not folded away. */
    private List<Subject> steps() {
        List<Subject.Kind> open = groups.get().stream().filter(group -> !group.isFolded()).map(Group::kind).toList();
        List<Subject> steps = subjects.stream().filter(subject -> open.contains(subject.kind())).toList();
        return steps.isEmpty() ? subjects : steps;
    }

    /** Looks at the next or previous figure. */
    void move(int step) {
        List<Subject> steps = steps();
        int at = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).key().equals(selected)) {
                at = i + step;
            }
        }
        if (!steps.isEmpty()) {
            hooks.commit();
            select(steps.get(Math.floorMod(at, steps.size())).key());
        }
    }

    private void goOn() {
        hooks.commit();
        ReportDraft draft = desk.draftProperty().get();
        if (draft == null || finish.enabledProperty().get()) {
            finish.perform();
            return;
        }
        List<Subject> open = subjects.stream()
                .filter(subject -> subject.kind() == Subject.Kind.MUST_FIX
                        || subject.kind() == Subject.Kind.MUST_EXPLAIN && !isExplained(subject, draft))
                .filter(subject -> !subject.key().equals(selected)).toList();
        if (open.isEmpty()) {
            move(1);
        } else {
            select(open.getFirst().key());
        }
        hooks.focusExplanation();
    }

    /** Goes to the blank of the figure looked at. */
    void jump() {
        CheckDetail shown = detail.get();
        if (shown != null && !shown.code().isEmpty()) {
            hooks.commit();
            navigator.open("fill", shown.code());
        }
    }

    private void writeReason() { hooks.focusExplanation(); }

    private void checkAgain() {
        hooks.commit();
        desk.check(() -> {});
    }

    private void finalizeReport() {
        ReportDraft draft = desk.draftProperty().get();
        if (draft != null && finish.enabledProperty().get()) {
            dialogs.confirm(new Dialogs.Confirmation(Text.of("check.finalize.headline", draft.number() + 1),
                    Text.of("check.finalize.sentence"), List.of(), Text.of("check.act.finalize")),
                    () -> desk.finalizeReport(() -> navigator.open("paper")));
        }
    }

    private void unlock() { Unlocking.ask(desk, dialogs, navigator); }

    private void refreshFrame() {
        ReportDraft draft = desk.draftProperty().get();
        ReportTask task = desk.taskProperty().get();
        if (draft == null || task == null) {
            frame.steps().clear();
            frame.stepActionProperty().set(null);
        } else {
            frame.steps().setAll(SevenSteps.of(task, draft, desk.paperProperty().get(), formats));
            frame.stepActionProperty().set(frozen.get() ? null : finish);
            frame.taskProperty().set(task.dueAt() == null
                    ? Text.plain(formats.period(task.report().period()))
                    : Text.of("check.task", formats.period(task.report().period()), formats.due(task.dueAt()).words()));
        }
        Text failure = desk.failureProperty().get();
        ReportDesk.Saved saved = desk.savedProperty().get();
        frame.savedProperty().set(!failure.isEmpty()
                ? Text.NONE
                : saved == null ? Text.of("check.saved") : Text.of("check.savedAt", formats.time(saved.at())));
        frame.noteProperty().set(failure.isEmpty() ? Text.of("check.note") : failure);
        frame.actions().setAll(again, next, previous, jump, write, written);
        frame.hints().setAll(new ScreenFrame.KeyHint("F8", Text.of("check.act.next")),
                new ScreenFrame.KeyHint("F2", Text.of("check.act.write")),
                new ScreenFrame.KeyHint("Enter", Text.of("check.act.jumpShort")));
    }
}
