package org.shangbao.client.ui.home;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.shangbao.client.application.office.ReportTask;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.period.PeriodKind;
import org.shangbao.model.report.ReportStatus;

/** Which reports are owed, and the one next thing to do with each. */
final class TaskWords {
    private TaskWords() {}

    /** The next thing to do with a report: words of its button, screen it leads to, place on that screen. */
    record Next(Text words, String screen, String place) {}

    /** True if something is still to be done here: it was not sent, or what was sent has not arrived. */
    static boolean isOwed(ReportTask task) {
        boolean isSent = task.status() == ReportStatus.SUBMITTED || task.status() == ReportStatus.CORRECTED;
        return task.kind() != PeriodKind.DRILL && !(isSent && task.delivered());
    }

    /** Returns the reports owed, the most pressing first: returned, then by due time, then newest period. */
    static List<ReportTask> owed(List<ReportTask> tasks) {
        Comparator<ReportTask> pressing = Comparator.comparing((ReportTask task) -> task.status() != ReportStatus.RETURNED)
                .thenComparing(task -> task.status() == ReportStatus.SUBMITTED)
                .thenComparing(ReportTask::dueAt, Comparator.nullsLast(Comparator.naturalOrder()));
        return tasks.stream().filter(TaskWords::isOwed).sorted(pressing).toList();
    }

    /** Returns the report the card of the screen is about: the most pressing one owed, else the newest that counts. */
    static Optional<ReportTask> foremost(List<ReportTask> tasks) {
        return owed(tasks).stream().findFirst().or(() -> tasks.stream().filter(task -> task.kind() != PeriodKind.DRILL).findFirst());
    }

    /** Returns the next thing to do. */
    static Next next(ReportTask task) {
        return switch (task.status()) {
            case RETURNED ->
                new Next(Text.of("home.act.correct"), "fill", task.reasons().isEmpty() ? "" : task.reasons().getFirst().code());
            case FINALIZED -> new Next(Text.of(task.scanAccepted() ? "home.act.submit" : "home.act.paper"), "paper", "");
            case SUBMITTED, CORRECTED -> new Next(Text.of(task.delivered() ? "home.act.view" : "home.act.waiting"), "paper", "");
            case DRAFT, IN_PRE_REVIEW, WITHDRAWN -> task.filled() == 0
                    ? new Next(Text.of("home.act.begin"), "fill", "")
                    : task.filled() == task.asked()
                            ? new Next(Text.of("home.act.check"), "check", "")
                            : new Next(Text.of("home.act.continue"), "fill", "");
        };
    }
}
