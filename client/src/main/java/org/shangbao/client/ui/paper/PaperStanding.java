package org.shangbao.client.ui.paper;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.ReportTask;
import org.shangbao.client.application.paper.PaperService.PageVerdict;
import org.shangbao.client.application.paper.PaperService.PaperState;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.StatusWords;
import org.shangbao.client.ui.paper.PaperViewModel.Loose;
import org.shangbao.client.ui.paper.PaperViewModel.PageWords;
import org.shangbao.client.ui.paper.PaperViewModel.Primary;
import org.shangbao.client.ui.paper.PaperViewModel.Problem;
import org.shangbao.client.ui.paper.PaperViewModel.Shown;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.paper.ScanFault;

/** Where the paper of a finalized report stands, in words, and what is owed next. */
final class PaperStanding {
    private PaperStanding() {}

    static Shown of(ReportDraft draft, ReportTask task, @Nullable PaperState state, int takes) {
        boolean sent = draft.status() == ReportStatus.SUBMITTED || draft.status() == ReportStatus.CORRECTED;
        boolean printed = state != null && state.printed();
        boolean complete = state != null && state.complete();
        int pages = state != null && state.printed() ? state.pages() : 0;
        List<PageWords> verdicts = state == null
                ? List.of()
                : state.verdicts().stream().map(verdict -> words(verdict, draft.number())).toList();
        long accepted = verdicts.stream().filter(PageWords::accepted).count();
        List<Problem> problems = state == null ? List.of() : problems(state);
        List<Text> advice = state == null
                ? List.of()
                : state.advice().stream().map(key -> Text.of("paper.advice." + key)).map(Text.class::cast).toList();
        Primary blue = sent ? Primary.NONE : !printed ? Primary.PRINT : complete ? Primary.SUBMIT : Primary.ADD_SCAN;
        Text headline = sent
                ? StatusWords.of(task)
                : !printed
                        ? Text.of("paper.head.print")
                        : complete
                                ? Text.of("paper.head.complete", pages)
                                : accepted == 0 && problems.isEmpty()
                                        ? Text.of("paper.head.sign")
                                        : Text.of("paper.head.partly", accepted, pages);
        Text sentence = sent
                ? Text.of(task.delivered() ? "paper.say.delivered" : "paper.say.waiting")
                : !printed
                        ? Text.of("paper.say.print")
                        : complete ? Text.of("paper.say.complete") : Text.of(problems.isEmpty() ? "paper.say.sign" : "paper.say.replace");
        return new Shown(headline, sent || complete ? "green" : problems.isEmpty() ? "blue" : "red", sentence, problems, advice,
                Text.of("desk.revision", draft.number()), pages, verdicts, accepted > 0,
                state == null || sent ? List.of() : SendingWords.sizes(state),
                state == null || sent ? null : SendingWords.way(state.sending()),
                state == null
                        ? List.of()
                        : state.loose().stream().map(page -> new Loose(page.position(), page.fileName(), page.unread())).toList(),
                blue,
                sent, takes);
    }

    private static List<Problem> problems(PaperState state) {
        List<Problem> problems = new ArrayList<>();
        state.verdicts().stream().filter(verdict -> verdict.verdict() == PageVerdict.Verdict.REFUSED)
                .forEach(verdict -> problems
                        .add(new Problem(verdict.fault() == null ? Text.NONE : Failure.words(verdict.fault()), verdict.page())));
        // what is only missing is said in one line beside the button
        state.problems().stream().filter(fault -> state.verdicts().stream().noneMatch(verdict -> fault.equals(verdict.fault())))
                .forEach(fault -> problems.add(new Problem(Failure.words(fault), 0)));
        return problems;
    }

    /** A page of an earlier revision is the usual mistake, and told by its number. */
    private static Text refused(@Nullable ScanFault fault) {
        String found = fault == null ? null : fault.values().get("found");
        String expected = fault == null ? null : fault.values().get("expected");
        if (fault == null || !fault.code().equals("revision") || found == null || expected == null) {
            return Text.of("paper.page.refused");
        }
        return Text.of(isTheOneBefore(found, expected) ? "paper.page.lastRevision" : "paper.page.otherRevision", found);
    }

    private static boolean isTheOneBefore(String found, String expected) {
        try {
            return Integer.parseInt(found) + 1 == Integer.parseInt(expected);
        } catch (NumberFormatException e) {
            return false; // said by another program; the number is shown as it is
        }
    }

    private static PageWords words(PageVerdict verdict, int number) {
        return switch (verdict.verdict()) {
            case ACCEPTED -> new PageWords(verdict.page(), Mark.DONE, Text.of("paper.page.accepted", number), true, false);
            case BY_EYE -> new PageWords(verdict.page(), Mark.NOT_MACHINE_READ, Text.of("paper.page.byEye"), true, false);
            case MISSING -> new PageWords(verdict.page(), Mark.EMPTY, Text.of("paper.page.missing"), false, false);
            case REFUSED -> new PageWords(verdict.page(), Mark.MUST_FIX, refused(verdict.fault()), false, true);
        };
    }
}
