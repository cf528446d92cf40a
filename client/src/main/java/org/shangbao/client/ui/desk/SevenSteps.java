package org.shangbao.client.ui.desk;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.ReportTask;
import org.shangbao.client.application.paper.PaperService.PageVerdict;
import org.shangbao.client.application.paper.PaperService.PaperState;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.shell.ScreenFrame.Step;
import org.shangbao.model.report.ReportStatus;

/** The seven steps from the first blank to 上报, each with one true fact. */
public final class SevenSteps {
    private static final int FILL = 1;
    private static final int CHECK = 2;
    private static final int EXPLAIN = 3;
    private static final int FINALIZE = 4;
    private static final int PRINT = 5;
    private static final int SCAN = 6;
    private static final int SUBMIT = 7;

    private SevenSteps() {}

    /**
     * Returns the steps of a report.
     *
     * @param paper null while there is none
     */
    public static List<Step> of(ReportTask task, ReportDraft draft, @Nullable PaperState paper, Formats formats) {
        DraftFindings findings = DraftFindings.of(draft);
        boolean frozen = !draft.status().isEditable();
        int asked = draft.figures().size();
        int filled = (int) draft.figures().values().stream().filter(figure -> figure.value().value().isPresent()).count();
        boolean checked = findings.mustFix().isEmpty();
        boolean explained = checked && findings.unexplained() == 0;
        boolean printed = frozen && paper != null && paper.printed();
        boolean scanned = frozen && paper != null && paper.complete();
        boolean sent = draft.status() == ReportStatus.SUBMITTED || draft.status() == ReportStatus.CORRECTED;
        boolean[] done = { filled == asked || frozen, frozen || checked && filled == asked, frozen || explained && filled == asked, frozen,
                printed || sent, scanned || sent, sent };
        List<Text> facts = new ArrayList<>();
        facts.add(Text.of("desk.step.filled", filled, asked));
        facts.add(checkFact(findings, frozen));
        facts.add(findings.mustExplain().isEmpty()
                ? Text.NONE
                : Text.of("desk.step.explained", findings.mustExplain().size() - findings.unexplained(), findings.mustExplain().size()));
        facts.add(frozen ? Text.of("desk.revision", draft.number()) : Text.NONE);
        facts.add(paper != null && paper.printed() ? Text.of("desk.step.printed", paper.pages()) : Text.of("desk.step.sign"));
        facts.add(scanFact(paper));
        facts.add(submitFact(task, sent, formats));
        return build(done, facts, !findings.mustFix().isEmpty());
    }

    /** Returns the steps without facts or links, for the card of the home screen, where only the task is known. */
    public static List<Step> of(ReportTask task) {
        boolean frozen = !task.status().isEditable();
        boolean sent = task.status() == ReportStatus.SUBMITTED || task.status() == ReportStatus.CORRECTED;
        int mustFix = task.groups().stream().mapToInt(ReportTask.GroupProgress::mustFix).sum();
        int mustExplain = task.groups().stream().mapToInt(ReportTask.GroupProgress::mustExplain).sum();
        boolean filled = task.filled() == task.asked();
        boolean[] done = { filled || frozen, frozen || filled && mustFix == 0, frozen || filled && mustFix == 0 && mustExplain == 0, frozen,
                task.scanAccepted() || sent, task.scanAccepted() || sent, sent };
        return build(done, List.of(Text.NONE, Text.NONE, Text.NONE, Text.NONE, Text.NONE, Text.NONE, Text.NONE), false).stream()
                .map(step -> new Step(step.number(), step.words(), Text.NONE, step.state(), false, "")).toList();
    }

    private static List<Step> build(boolean[] done, List<Text> facts, boolean urgentCheck) {
        String[] keys = { "desk.step.fill", "desk.step.check", "desk.step.explain", "desk.step.finalize", "desk.step.print",
                "desk.step.scan", "desk.step.submit" };
        List<Step> steps = new ArrayList<>();
        boolean currentSeen = false;
        for (int number = FILL; number <= SUBMIT; number++) {
            Step.State state = done[number - 1] && !currentSeen
                    ? Step.State.DONE
                    : currentSeen ? Step.State.LATER : Step.State.CURRENT;
            currentSeen |= state == Step.State.CURRENT;
            steps.add(new Step(number, Text.of(keys[number - 1]), facts.get(number - 1), state, urgentCheck && number == CHECK,
                    screen(number, done)));
        }
        return steps;
    }

    private static String screen(int number, boolean[] done) {
        return switch (number) {
            case FILL -> "fill";
            case CHECK, EXPLAIN, FINALIZE -> "check";
            // the blank form and the draft are printed there before anything is finalized
            case PRINT -> "paper";
            case SCAN, SUBMIT -> done[FINALIZE - 1] ? "paper" : "";
            default -> "";
        };
    }

    private static Text checkFact(DraftFindings findings, boolean frozen) {
        int mustFix = findings.mustFix().size() - findings.empty();
        int mustExplain = findings.unexplained();
        if (frozen || mustFix == 0 && mustExplain == 0) {
            return findings.empty() > 0 ? Text.NONE : Text.of("desk.step.passed");
        }
        if (mustFix == 0) {
            return Text.of("desk.step.toExplain", mustExplain);
        }
        return mustExplain == 0 ? Text.of("desk.step.toFix", mustFix) : Text.of("desk.step.toFixAndExplain", mustFix, mustExplain);
    }

    private static Text scanFact(@Nullable PaperState paper) {
        if (paper == null || paper.pages() == 0) {
            return Text.NONE;
        }
        long accepted = paper.verdicts().stream()
                .filter(page -> page.verdict() == PageVerdict.Verdict.ACCEPTED || page.verdict() == PageVerdict.Verdict.BY_EYE).count();
        return accepted == 0 ? Text.NONE : Text.of("desk.step.scanned", accepted, paper.pages());
    }

    private static Text submitFact(ReportTask task, boolean sent, Formats formats) {
        if (sent) {
            return Text.of(task.delivered() ? "desk.step.delivered" : "desk.step.waiting");
        }
        return task.dueAt() == null ? Text.NONE : Text.of("desk.step.due", formats.dateTime(task.dueAt()));
    }
}
