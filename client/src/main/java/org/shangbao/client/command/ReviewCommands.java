package org.shangbao.client.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.review.ReviewService;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ExitCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.UnitId;
import org.shangbao.wire.v1.ProgressRow;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.SignOffView;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands of a level on the reports below it, and on what it makes of them. */
final class ReviewCommands {
    private ReviewCommands() {}

    static void addTo(CommandLine line, Session session) {
        CommandLine review = new CommandLine(new Group(session));
        review.addSubcommand(new ListReports(session)).addSubcommand(new ShowReport(session)).addSubcommand(new Approve(session))
                .addSubcommand(new Return(session));
        line.addSubcommand("review", review);
        CommandLine rollUp = new CommandLine(new RollUp(session));
        rollUp.addSubcommand(new FinalizeSummary(session));
        line.addSubcommand("rollup", rollUp);
        CommandLine signOff = new CommandLine(new Group(session));
        signOff.addSubcommand(new ShowSignOff(session)).addSubcommand(new PrintSignOff(session)).addSubcommand(new ScanSignOff(session))
                .addSubcommand(new Step(session)).addSubcommand(new Report(session));
        line.addSubcommand("signoff", signOff);
    }

    static List<ReviewDecision.Reason> reasons(List<String> given) throws ReportingException {
        List<ReviewDecision.Reason> reasons = new ArrayList<>();
        for (String reason : given) {
            Map.Entry<String, String> pair = ClientCommand.pair(reason);
            reasons.add(new ReviewDecision.Reason(pair.getKey(), pair.getValue()));
        }
        return reasons;
    }

    /** A word that needs another after it. */
    @Command(mixinStandardHelpOptions = true)
    static final class Group implements Callable<Integer> {
        private final Session session;

        Group(Session session) { this.session = session; }

        @Override
        public Integer call() { return session.tell(ErrorCode.COMMAND_LINE, Map.of("detail", "--help")); }
    }

    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class ListReports extends ReportCommands.OnReport {
        @Mixin
        private final AsJson as = new AsJson();

        ListReports(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            List<ProgressRow> rows = office.reviews().progress(report.period(), report.edition());
            return as.print(session, rows, () -> rows
                    .forEach(row -> session.out.println(session.text.of("review.line", row.unit(), row.parentName(), row.unitName(),
                            session.text.of("review.status." + row.mine()), row.number(), session.text.of("paper." + row.paper()),
                            row.late() ? session.text.of("review.late") : ""))));
        }
    }

    /** Reads a unit's id and finds it in this office's list. */
    static UnitId unit(OpenOffice office, String given) throws ReportingException {
        try {
            UnitId id = new UnitId(given);
            if (office.offices().office().units().find(id).isPresent()) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new ReportingException(ErrorCode.UNIT_UNKNOWN, Map.of("unit", given), e);
        }
        throw new ReportingException(ErrorCode.UNIT_UNKNOWN, Map.of("unit", given));
    }

    /** A command on a unit's report of one period. */
    abstract static class OnUnit extends ReportCommands.OnReport {
        @Parameters(index = "0", paramLabel = "UNIT", descriptionKey = "review.unit")
        private String unit = "";

        OnUnit(Session session) { super(session); }

        abstract ExitCode onUnit(OpenOffice office, ReportId report) throws ReportingException;

        @Override
        final ExitCode on(OpenOffice office, ReportId own) throws ReportingException {
            return onUnit(office, new ReportId(ReviewCommands.unit(office, unit), own.period(), own.edition()));
        }

        static UUID head(ReviewService.Submission submission) { return submission.report().revision(); }
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    static final class ShowReport extends OnUnit {
        @Mixin
        private final AsJson as = new AsJson();

        ShowReport(Session session) { super(session); }

        @Override
        ExitCode onUnit(OpenOffice office, ReportId report) throws ReportingException {
            ReviewService.Submission submission = office.reviews().open(report);
            return as.print(session, submission, () -> tell(report, submission));
        }

        private void tell(ReportId report, ReviewService.Submission submission) {
            ReportState state = submission.state();
            session.out.println(session.text.of("show.head", state.unitName(), report.period(), session.text.of("status." + state.status()),
                    submission.report().number()));
            state.reviews().forEach(row -> session.out.println(session.text.of("review.level", row.unitName(),
                    session.text.of("review.status." + row.status()), row.opinion())));
            submission.report().figures().forEach((code, value) -> {
                String earlier = submission.before() == null ? null : submission.before().figures().get(code);
                boolean isChanged = submission.before() != null && !java.util.Objects.equals(earlier, value);
                session.out.println(code + "\t" + (value == null ? session.text.of("show.missing") : value)
                        + (isChanged ? "\t" + session.text.of("review.changed", String.valueOf(earlier)) : ""));
            });
            submission.report().explanations()
                    .forEach(entry -> session.out.println(entry.code() + "\t" + entry.matter() + "\t" + entry.text()));
        }
    }

    @Command(name = "approve", mixinStandardHelpOptions = true)
    static final class Approve extends OnUnit {
        @Option(names = "--opinion", paramLabel = "TEXT", descriptionKey = "review.opinion")
        private String opinion = "";

        @Option(names = "--seen-by-eye", descriptionKey = "review.seen")
        private boolean seen;

        Approve(Session session) { super(session); }

        @Override
        ExitCode onUnit(OpenOffice office, ReportId report) throws ReportingException {
            UUID head = head(office.reviews().open(report));
            if (seen) {
                office.reviews().approveSeenByEye(report, head, opinion);
            } else {
                office.reviews().approve(report, head, opinion);
            }
            session.out.println(session.text.of("review.approved", report.unit()));
            return ExitCode.DONE;
        }
    }

    @Command(name = "return", mixinStandardHelpOptions = true)
    static final class Return extends OnUnit {
        @Option(names = "--reason", paramLabel = "CODE=TEXT", descriptionKey = "review.reason")
        private List<String> given = List.of();
        @Option(names = "--due", required = true, paramLabel = "YYYY-MM-DDTHH:MM", descriptionKey = "review.due")
        private String due = "";
        @Option(names = "--direct", descriptionKey = "review.direct")
        private boolean isDirect;

        Return(Session session) { super(session); }

        @Override
        ExitCode onUnit(OpenOffice office, ReportId report) throws ReportingException {
            List<ReviewDecision.Reason> reasons = reasons(given);
            if (reasons.isEmpty()) {
                throw new ReportingException(ErrorCode.RETURN_NEEDS_REASONS, Map.of());
            }
            Instant dueAt = dueAt();
            UUID head = head(office.reviews().open(report));
            if (isDirect) {
                office.reviews().returnDirectly(report, head, reasons, dueAt);
            } else {
                office.reviews().returnForCorrection(report, head, reasons, dueAt);
            }
            session.out.println(session.text.of("review.returned", report.unit(), session.time(dueAt)));
            return ExitCode.DONE;
        }

        private Instant dueAt() throws ReportingException {
            try {
                return LocalDateTime.parse(due).atZone(session.zone).toInstant();
            } catch (DateTimeException e) {
                throw new ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", "--due " + due), e);
            }
        }
    }

    @Command(mixinStandardHelpOptions = true)
    static final class RollUp implements Callable<Integer> {
        private final Session session;
        @Option(names = "--period", paramLabel = "YYYY-MM", descriptionKey = "option.period")
        private @Nullable String period;
        @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "review.unit")
        private @Nullable String unit;
        @Mixin
        private final AsJson as = new AsJson();

        RollUp(Session session) { this.session = session; }

        @Override
        public Integer call() {
            return session.run(office -> {
                ReportId own = session.report(office, Session.needed(period, "--period"));
                RollUpView view = unit == null
                        ? office.reviews().rollUp(own.period(), own.edition())
                        : office.reviews().rollUpOf(unit, own.period(), own.edition());
                return as.print(session, view, () -> tell(view));
            });
        }

        private void tell(RollUpView view) {
            session.out.println(session.text.of("rollup.head", view.due(), view.reported(), view.counted()));
            view.figures().forEach(
                    (code, value) -> session.out.println(code + "\t" + (value == null ? session.text.of("show.missing") : value)));
            view.missing().forEach(row -> session.out.println(session.text.of("rollup.missing", row.unit(), row.unitName(),
                    session.text.of("review.status." + row.status()), row.telephone())));
            view.cases()
                    .forEach(row -> session.out.println(session.text.of("rollup.case", row.unit() + "/" + row.item(), row.unitName())));
        }
    }

    @Command(name = "finalize", mixinStandardHelpOptions = true)
    static final class FinalizeSummary extends ReportCommands.OnReport {
        @Option(names = "--overview", paramLabel = "ITEM=FILE", descriptionKey = "rollup.overview")
        private List<String> overview = List.of();
        @Option(names = "--case", paramLabel = "UNIT/ITEM", descriptionKey = "rollup.cases")
        private List<String> cases = List.of();
        @Option(names = "--name-missing", descriptionKey = "rollup.nameMissing")
        private boolean isNamingMissing;

        FinalizeSummary(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            Map<String, String> texts = new HashMap<>();
            for (String given : overview) {
                Map.Entry<String, String> pair = ClientCommand.pair(given);
                texts.put(pair.getKey(), TextFile.read(Path.of(pair.getValue())));
            }
            ReportDraft draft = office.reviews().finalizeSummary(report, texts, cases,
                    isNamingMissing ? ReviewService.MissingUnits.NAME_THEM : ReviewService.MissingUnits.REFUSE);
            session.out.println(session.text.of("finalize.done", draft.number(), String.valueOf(draft.digest())));
            return ExitCode.DONE;
        }
    }

    private static void tell(Session session, SignOffView view) {
        view.steps().forEach(step -> session.out.println(session.text.of(step.done() ? "signoff.done" : "signoff.open", step.role(),
                step.name(), step.opinion(), String.valueOf(step.date()))));
        session.out.println(view.reportedAt() == null
                ? session.text.of("signoff.notReported")
                : session.text.of("signoff.reported", session.time(view.reportedAt())));
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    static final class ShowSignOff extends ReportCommands.OnReport {
        @Mixin
        private final AsJson as = new AsJson();

        ShowSignOff(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            SignOffView view = office.reviews().signOff(report);
            return as.print(session, view, () -> ReviewCommands.tell(session, view));
        }
    }

    @Command(name = "print", mixinStandardHelpOptions = true)
    static final class PrintSignOff extends ReportCommands.OnReport {
        @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "print.out")
        private @Nullable Path target;

        PrintSignOff(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            var paper = office.papers().printSignOffSheet(report);
            PaperCommands.write(paper.pdf(), Session.needed(target, "--out"));
            session.out.println(session.text.of("print.done", paper.pages(), String.valueOf(target)));
            return ExitCode.DONE;
        }
    }

    @Command(name = "scan", mixinStandardHelpOptions = true)
    static final class ScanSignOff extends ReportCommands.OnReport {
        @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "scan.files")
        private List<Path> files = List.of();

        ScanSignOff(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            return PaperCommands.tell(session, office.papers().takeSignOffScan(report, files));
        }
    }

    @Command(name = "step", mixinStandardHelpOptions = true)
    static final class Step extends ReportCommands.OnReport {
        @Option(names = "--role", required = true, paramLabel = "ROLE", descriptionKey = "signoff.role")
        private String role = "";
        @Option(names = "--name", required = true, paramLabel = "NAME", descriptionKey = "signoff.name")
        private String name = "";
        @Option(names = "--opinion", required = true, paramLabel = "TEXT", descriptionKey = "review.opinion")
        private String opinion = "";
        @Option(names = "--date", required = true, paramLabel = "YYYY-MM-DD", descriptionKey = "signoff.date")
        private @Nullable LocalDate date;

        Step(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            tell(session, office.reviews().recordStep(report, role, name, opinion, Session.needed(date, "--date")));
            return ExitCode.DONE;
        }
    }

    @Command(name = "report", mixinStandardHelpOptions = true)
    static final class Report extends ReportCommands.OnReport {
        Report(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            tell(session, office.reviews().reportToMinistry(report));
            return ExitCode.DONE;
        }
    }
}
