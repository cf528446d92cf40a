package org.shangbao.client.ui.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.ReportTask;
import org.shangbao.client.application.report.DraftFigure;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.FormWords;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.DraftFindings;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.client.ui.desk.SevenSteps;
import org.shangbao.client.ui.shell.Navigator;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;
import org.shangbao.model.check.Explanations;
import org.shangbao.model.check.Finding;
import org.shangbao.model.check.TextLength;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.SentencePart;

/** The findings by severity, the one looked at, its explanation, and whether 生成报表 is possible. */
public final class CheckViewModel {
    private final ReportDesk desk;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private final Formats formats;
    private final ScreenFrame frame = new ScreenFrame();
    private final ReadOnlyObjectWrapper<List<Group>> groups = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Detail> detail = new ReadOnlyObjectWrapper<>();
    private final Action finish = new Action(Text.of("check.act.finalize"), "", this::finalizeReport);
    private final Action again = new Action(Text.of("check.act.again"), "F9", this::checkAgain);
    private final Action next = new Action(Text.of("check.act.next"), "F8", () -> move(1));
    private final Action previous = new Action(Text.of("check.act.previous"), "Shift+F8", () -> move(-1));
    private final Action jump = new Action(Text.of("check.act.jump"), "Alt+Enter", this::jump);
    private final Action written = new Action(Text.of("check.act.written"), "Ctrl+Enter", this::goOn);
    private Runnable committer = () -> {};
    private String selected = "";

    CheckViewModel(UiContext context, ReportDesk desk) {
        this.desk = desk;
        navigator = context.navigator();
        dialogs = context.dialogs();
        formats = context.formats();
        desk.draftProperty().subscribe(draft -> refresh());
        desk.taskProperty().subscribe(task -> refreshFrame());
        desk.savedProperty().subscribe(saved -> refreshFrame());
        desk.failureProperty().subscribe(failure -> refreshFrame());
    }

    /** Findings of one severity: mark, word with the number, what it means, its lines. */
    record Group(Mark mark, Text head, Text hint, List<Line> lines) {}

    /** A finding in the list: key, code, name, values, whether it is looked at and dealt with. */
    record Line(String key, String code, Text name, Text values, boolean selected, boolean settled) {}

    /**
     * The finding looked at.
     *
     * @param key         key, also of its explanation
     * @param code        figure or item
     * @param facts       figures to compare, label and value in turn
     * @param before      words of the official sentence before the blank of this finding
     * @param value       value in that blank, empty if the finding is about no figure
     * @param after       words after it
     * @param explanation what was written
     * @param explainable true if a reason settles it
     * @param minimum     least number of characters of a reason
     */
    record Detail(String key, Mark mark, Text word, String code, Text name, Text sentence, Text place, List<Fact> facts, String before,
            String value, String after, String source, String explanation, boolean explainable, int minimum) {}

    /** A figure to compare. */
    record Fact(Text label, String value) {}

    ScreenFrame frame() { return frame; }

    ReadOnlyObjectProperty<List<Group>> groupsProperty() { return groups.getReadOnlyProperty(); }

    ReadOnlyObjectProperty<@Nullable Detail> detailProperty() { return detail.getReadOnlyProperty(); }

    Action finish() { return finish; }

    Action again() { return again; }

    Action next() { return next; }

    Action previous() { return previous; }

    Action jumpAction() { return jump; }

    Action written() { return written; }

    void opened(String key) {
        if (!key.isEmpty()) {
            selected = key;
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

    /** Takes an explanation; called when its field is left. */
    void explain(String key, String text) {
        ReportDraft draft = desk.draftProperty().get();
        if (draft != null && !draft.explanations().getOrDefault(key, "").equals(text)) {
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
            groups.set(List.of());
            detail.set(null);
            refreshFrame();
            return;
        }
        DraftFindings findings = DraftFindings.of(draft);
        List<Finding> order = order(findings);
        if (order.stream().noneMatch(finding -> finding.key().equals(selected))) {
            selected = order.isEmpty() ? "" : order.getFirst().key();
        }
        List<Group> shown = new ArrayList<>();
        add(shown, Mark.MUST_FIX, "check.group.mustFix", Text.of("check.group.mustFixHint"), findings.mustFix(), draft, findings);
        int explained = findings.mustExplain().size() - findings.unexplained();
        add(shown, Mark.MUST_EXPLAIN, "check.group.mustExplain", Text.of("check.group.mustExplainHint", explained), findings.mustExplain(),
                draft, findings);
        add(shown, Mark.NOTICE, "check.group.notice", Text.of("check.group.noticeHint"), findings.notices(), draft, findings);
        add(shown, Mark.CANNOT_EVALUATE, "check.group.cannotEvaluate", Text.of("check.group.cannotEvaluateHint"),
                findings.cannotEvaluate(), draft, findings);
        groups.set(shown);
        detail.set(order.stream().filter(finding -> finding.key().equals(selected)).findFirst()
                .map(finding -> detailOf(finding, draft, findings)).orElse(null));
        judgeFinish(draft, findings);
        refreshFrame();
    }

    private void add(List<Group> shown, Mark mark, String headKey, Text hint, List<Finding> found, ReportDraft draft,
            DraftFindings findings) {
        if (!found.isEmpty()) {
            shown.add(new Group(mark, Text.of(headKey, found.size()), hint, found.stream().map(finding -> {
                String code = finding.codes().isEmpty() ? "" : finding.codes().getFirst();
                return new Line(finding.key(), code, name(draft, code), new Text.Bilingual(finding.message(), finding.messageEn()),
                        finding.key().equals(selected), findings.isExplained(finding) && mark == Mark.MUST_EXPLAIN);
            }).toList()));
        }
    }

    private static Text name(ReportDraft draft, String code) {
        FigureDefinition figure = draft.edition().figures().get(code);
        return figure != null ? FormWords.of(figure) : draft.edition().item(code).map(FormWords::of).orElse(Text.NONE);
    }

    private static List<Finding> order(DraftFindings findings) {
        List<Finding> order = new ArrayList<>(findings.mustFix());
        order.addAll(findings.mustExplain());
        order.addAll(findings.notices());
        order.addAll(findings.cannotEvaluate());
        return order;
    }

    private Detail detailOf(Finding finding, ReportDraft draft, DraftFindings findings) {
        boolean explainable = findings.mustExplain().contains(finding);
        boolean failed = finding.outcome() == Finding.Outcome.FAILED;
        Mark mark = failed ? FormWords.mark(finding.severity()) : Mark.CANNOT_EVALUATE;
        List<Finding> same = explainable
                ? findings.mustExplain()
                : findings.mustFix().contains(finding) ? findings.mustFix() : failed ? findings.notices() : findings.cannotEvaluate();
        String code = finding.codes().isEmpty() ? "" : finding.codes().getFirst();
        Optional<DraftFigure> figure = Optional.ofNullable(draft.figures().get(code));
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        draft.edition().itemOfFigure(code).or(() -> draft.edition().item(code)).ifPresent(item -> split(item, code, draft, before, after));
        return new Detail(finding.key(), mark, mark.word(), code, name(draft, code),
                new Text.Bilingual(finding.message(), finding.messageEn()),
                Text.of("check.place", same.indexOf(finding) + 1, same.size()),
                figure.map(typed -> facts(typed, draft)).orElse(List.of()), before.toString(),
                figure.map(typed -> Formats.figure(typed.value())).orElse(""), after.toString(),
                finding.backedBy().isEmpty() ? "" : finding.backedBy().getFirst(),
                draft.explanations().getOrDefault(finding.key(), ""), explainable && draft.status().isEditable(),
                draft.edition().explanationMin());
    }

    private List<Fact> facts(DraftFigure figure, ReportDraft draft) {
        String now = figure.problem() == null ? Formats.figure(figure.value()) : figure.typed();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(Text.of("check.fact.now", formats.period(draft.id().period())), now));
        if (draft.previousPeriod() != null) {
            facts.add(new Fact(Text.of("check.fact.previous", formats.period(draft.previousPeriod())), Formats.figure(figure.previous())));
            facts.add(new Fact(Text.of("check.fact.change"), Formats.change(figure.value(), figure.previous()).orElse("")));
            facts.add(new Fact(Text.of("check.fact.lastYear"), Formats.figure(figure.lastYear())));
        }
        return facts;
    }

    private static void split(Item item, String code, ReportDraft draft, StringBuilder before, StringBuilder after) {
        boolean passed = false;
        for (SentencePart part : item.sentence()) {
            switch (part) {
                case SentencePart.Words words -> (passed ? after : before).append(words.text());
                case SentencePart.Blank blank -> {
                    for (String other : blank.codes()) {
                        if (other.equals(code)) {
                            passed = true;
                        } else {
                            DraftFigure figure = draft.figures().get(other);
                            String value = figure == null ? draft.summed().getOrDefault(other, "") : Formats.figure(figure.value());
                            (passed ? after : before).append(' ').append(value.isEmpty() ? "__" : value).append(' ');
                        }
                    }
                }
            }
        }
    }

    private void judgeFinish(ReportDraft draft, DraftFindings findings) {
        int mustFix = findings.mustFix().size();
        int unexplained = findings.unexplained();
        if (!draft.status().isEditable()) {
            finish.refuse(Text.of("check.finalize.done", draft.number()));
        } else if (mustFix > 0 || unexplained > 0) {
            finish.refuse(mustFix == 0
                    ? Text.of("check.finalize.explain", unexplained)
                    : unexplained == 0
                            ? Text.of("check.finalize.fix", mustFix)
                            : Text.of("check.finalize.fixAndExplain", mustFix, unexplained));
        } else {
            finish.allow();
        }
    }

    private void move(int step) {
        ReportDraft draft = desk.draftProperty().get();
        if (draft == null) {
            return;
        }
        List<Finding> order = order(DraftFindings.of(draft));
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).key().equals(selected)) {
                select(order.get(Math.floorMod(i + step, order.size())).key());
                return;
            }
        }
    }

    /** Has what is being typed saved before an action of this screen uses it. */
    void commitWith(Runnable saver) { committer = saver; }

    private void goOn() {
        committer.run();
        if (finish.enabledProperty().get()) {
            finish.perform();
        } else {
            move(1);
        }
    }

    private void jump() {
        Detail shown = detail.get();
        if (shown != null && !shown.code().isEmpty()) {
            navigator.open("fill", shown.code());
        }
    }

    private void checkAgain() { desk.check(() -> {}); }

    private void finalizeReport() {
        ReportDraft draft = desk.draftProperty().get();
        if (draft != null) {
            dialogs.confirm(new Dialogs.Confirmation(Text.of("check.finalize.headline", draft.number() + 1),
                    Text.of("check.finalize.sentence"), List.of(), Text.of("check.act.finalize")),
                    () -> desk.finalizeReport(() -> navigator.open("paper")));
        }
    }

    private void refreshFrame() {
        ReportDraft draft = desk.draftProperty().get();
        ReportTask task = desk.taskProperty().get();
        if (draft == null || task == null) {
            frame.steps().clear();
            frame.stepActionProperty().set(null);
        } else {
            frame.steps().setAll(SevenSteps.of(task, draft, desk.paperProperty().get(), formats));
            frame.stepActionProperty().set(finish);
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
        frame.actions().setAll(again, next, previous, jump, written);
        frame.hints().setAll(new ScreenFrame.KeyHint("F8", Text.of("check.act.next")),
                new ScreenFrame.KeyHint("F9", Text.of("check.act.again")),
                new ScreenFrame.KeyHint("Alt+Enter", Text.of("check.act.jumpShort")));
    }
}
