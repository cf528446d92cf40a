package org.shangbao.client.command;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.prereview.PreReviewLook;
import org.shangbao.client.application.prereview.PreReviewService;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ExitCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.ProgressRow;
import org.shangbao.wire.v1.ReviewDecision;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Commands about drafts sent for a look: of the office that sends them, and of the levels that look. */
final class PreviewCommands {
    private PreviewCommands() {}

    static void addTo(CommandLine line, Session session) {
        CommandLine preview = new CommandLine(new ReviewCommands.Group(session));
        preview.addSubcommand(new Send(session)).addSubcommand(new Show(session)).addSubcommand(new ListDrafts(session))
                .addSubcommand(new Look(session)).addSubcommand(new Answer(session));
        line.addSubcommand("preview", preview);
    }

    @Command(name = "send", mixinStandardHelpOptions = true)
    static final class Send extends ReportCommands.OnReport {
        @Option(names = "--note", paramLabel = "TEXT", descriptionKey = "preview.note")
        private String note = "";

        Send(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            PreReviewLook look = office.preReviews().send(report, note);
            session.out.println(session.text.of("preview.sent", look.number(), look.level()));
            return ExitCode.DONE;
        }
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    static final class Show extends ReportCommands.OnReport {
        @Mixin
        private final AsJson as = new AsJson();

        Show(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            PreReviewLook look = office.preReviews().look(report);
            return as.print(session, look, () -> tell(look));
        }

        private void tell(PreReviewLook look) {
            session.out.println(session.text.of("preview.stage." + look.stage(), look.number(), session.time(look.at()), look.level(),
                    look.problem()));
            for (PreReviewLook.Answer answer : look.answers()) {
                session.out.println(session.text.of(answer.opinion().isEmpty() && answer.notes().isEmpty()
                        ? "preview.nothingFound"
                        : "preview.answer", answer.unitName(), answer.by(), session.time(answer.at()), answer.opinion(),
                        look.answeredNumber()));
                answer.notes().forEach(entry -> session.out.println(entry.code() + "\t"
                        + (entry.then().isEmpty() ? session.text.of("show.missing") : entry.then()) + "\t" + entry.text()));
            }
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class ListDrafts extends ReportCommands.OnReport {
        @Mixin
        private final AsJson as = new AsJson();

        ListDrafts(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            List<ProgressRow> rows = office.reviews().progress(report.period(), report.edition()).stream()
                    .filter(row -> row.preReview() != null).toList();
            return as.print(session, rows, () -> tell(rows));
        }

        private void tell(List<ProgressRow> rows) {
            for (ProgressRow row : rows) {
                ProgressRow.DraftHere draft = Objects.requireNonNull(row.preReview());
                session.out.println(session.text.of("preview.line", row.unit(), row.parentName(), row.unitName(), draft.number(),
                        session.time(draft.receivedAt()), session.text.of(draft.answered() ? "preview.answered" : "preview.open")));
            }
            if (rows.isEmpty()) {
                session.out.println(session.text.of("preview.none"));
            }
        }
    }

    /** A command on the draft that a unit's report now has here. */
    abstract static class OnDraft extends ReviewCommands.OnUnit {
        OnDraft(Session session) { super(session); }

        abstract ExitCode onDraft(OpenOffice office, ReportId report, UUID draft) throws ReportingException;

        @Override
        final ExitCode onUnit(OpenOffice office, ReportId report) throws ReportingException {
            ProgressRow.@Nullable DraftHere here = office.reviews().progress(report.period(), report.edition()).stream()
                    .filter(row -> row.unit().equals(report.unit().value())).map(ProgressRow::preReview).filter(Objects::nonNull)
                    .findFirst().orElse(null);
            if (here == null) {
                throw new ReportingException(ErrorCode.REPORT_UNKNOWN, Map.of("report", report.toString()));
            }
            return onDraft(office, report, here.draft());
        }
    }

    @Command(name = "look", mixinStandardHelpOptions = true)
    static final class Look extends OnDraft {
        @Mixin
        private final AsJson as = new AsJson();

        Look(Session session) { super(session); }

        @Override
        ExitCode onDraft(OpenOffice office, ReportId report, UUID draft) throws ReportingException {
            PreReviewService.Opened opened = office.preReviews().open(report, draft);
            return as.print(session, opened, () -> tell(report, opened));
        }

        private void tell(ReportId report, PreReviewService.Opened opened) {
            FinalizedReport before = opened.before();
            session.out.println(session.text.of("preview.head", opened.draft().unitName(), report.period(), opened.draft().number(),
                    opened.draft().people().filler(), opened.draft().people().telephone(), opened.draft().note()));
            opened.draft().figures().forEach((code, figure) -> {
                String earlier = before == null ? null : before.figures().get(code);
                boolean isChanged = before != null && !Objects.equals(earlier, figure);
                session.out.println(code + "\t" + (figure == null ? session.text.of("show.missing") : figure)
                        + (isChanged
                                ? "\t" + session.text.of("review.changed", earlier == null ? session.text.of("show.missing") : earlier)
                                : ""));
            });
            opened.draft().explanations()
                    .forEach(entry -> session.out.println(entry.code() + "\t" + entry.matter() + "\t" + entry.text()));
        }
    }

    @Command(name = "answer", mixinStandardHelpOptions = true)
    static final class Answer extends OnDraft {
        @Option(names = "--reason", paramLabel = "CODE=TEXT", descriptionKey = "preview.reason")
        private List<String> given = List.of();
        @Option(names = "--opinion", paramLabel = "TEXT", descriptionKey = "review.opinion")
        private String opinion = "";

        Answer(Session session) { super(session); }

        @Override
        ExitCode onDraft(OpenOffice office, ReportId report, UUID draft) throws ReportingException {
            List<ReviewDecision.Reason> reasons = ReviewCommands.reasons(given);
            PreReviewService.Sent sent = office.preReviews().answer(report, draft, opinion, reasons);
            session.out.println(session.text.of("preview.answer." + sent, report.unit(), reasons.size()));
            return ExitCode.DONE;
        }
    }
}
