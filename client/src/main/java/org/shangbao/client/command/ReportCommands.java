package org.shangbao.client.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.report.DraftFigure;
import org.shangbao.client.application.report.Finalizing;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.report.ReportService;
import org.shangbao.client.application.report.StoredReportService;
import org.shangbao.model.check.Explanations;
import org.shangbao.model.check.Finding;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ExitCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands of an office on one of its own reports. */
final class ReportCommands {
    private ReportCommands() {}

    static void addTo(CommandLine line, Session session) {
        List.of(new Fill(session), new Show(session), new Check(session), new Explain(session), new Narrate(session), new Attach(session),
                new FinalizeReport(session), new Unlock(session)).forEach(line::addSubcommand);
    }

    /** A command on this office's report of one period. */
    abstract static class OnReport implements Callable<Integer> {
        final Session session;
        @Option(names = "--period", required = true, paramLabel = "YYYY-MM", descriptionKey = "option.period")
        private String period = "";

        OnReport(Session session) { this.session = session; }

        abstract ExitCode on(OpenOffice office, ReportId report) throws ReportingException;

        @Override
        public Integer call() { return session.run(office -> on(office, session.report(office, period))); }
    }

    @Command(name = "fill", mixinStandardHelpOptions = true)
    static final class Fill extends OnReport {
        @Option(names = "--set", paramLabel = "CODE=VALUE", descriptionKey = "fill.set")
        private List<String> set = List.of();
        @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "fill.csv")
        private @Nullable Path csv;

        Fill(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            if (set.isEmpty() == (csv == null)) {
                throw new ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", "--set | --csv"));
            }
            if (csv != null) {
                for (ReportService.SavedFigure saved : new CsvFigures(session.failures).importInto(office, report, csv)) {
                    print(saved);
                }
                return ExitCode.DONE;
            }
            ExitCode worst = ExitCode.DONE;
            for (String given : set) {
                // one wrong value must not keep the others from being saved; what was saved is said line by line
                Map.Entry<String, String> pair = ClientCommand.pair(given);
                try {
                    ReportService.SavedFigure saved = office.reports().saveFigure(report, pair.getKey(), pair.getValue());
                    if (saved.figure().problem() != null) {
                        worst = ExitCode.BAD_INPUT;
                        session.tell(StoredReportService.problemOf(saved.figure(), java.util.Objects.requireNonNull(
                                office.reports().open(report).edition().figures().get(saved.figure().code()))));
                    } else {
                        print(saved);
                    }
                } catch (ReportingException e) {
                    if (e.error().exitCode() != ExitCode.BAD_INPUT) {
                        throw e;
                    }
                    worst = ExitCode.BAD_INPUT;
                    session.tell(e);
                }
                session.out.flush();
            }
            return worst;
        }

        private void print(ReportService.SavedFigure saved) {
            String value = saved.figure().value().canonical();
            session.out.println("saved " + saved.figure().code() + " " + (value.isEmpty() ? "-" : value) + " " + saved.journalSequence());
        }
    }

    /** A report for scripts. */
    record ShownReport(String report, String status, String review, int number, String digest, Map<String, String> figures,
            Map<String, String> typed, Map<String, String> summed, Map<String, String> narratives, Map<String, String> explanations,
            List<String> reasons) {}

    @Command(name = "show", mixinStandardHelpOptions = true)
    static final class Show extends OnReport {
        @Mixin
        private final AsJson as = new AsJson();

        Show(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            ReportDraft draft = office.reports().open(report);
            Map<String, String> values = new java.util.LinkedHashMap<>();
            Map<String, String> unreadable = new java.util.LinkedHashMap<>();
            draft.figures().forEach((code, figure) -> {
                values.put(code, figure.value().canonical());
                if (figure.problem() != null) {
                    unreadable.put(code, figure.typed());
                }
            });
            List<String> reasons = draft.reasons().stream().map(reason -> reason.code() + " " + reason.text()).toList();
            return as.print(session, new ShownReport(report.toString(), draft.status().name(), draft.review().name(), draft.number(),
                    draft.digest() == null ? "" : draft.digest(), values, unreadable, draft.summed(), draft.narratives(),
                    draft.explanations(), reasons), () -> tell(report, draft, reasons));
        }

        private void tell(ReportId report, ReportDraft draft, List<String> reasons) {
            session.out.println(session.text.of("show.head", draft.unit().name(), report.period(),
                    session.text.of("status." + draft.status()), draft.number()));
            reasons.forEach(reason -> session.out.println(session.text.of("show.reason", reason)));
            for (Map.Entry<String, DraftFigure> entry : draft.figures().entrySet()) {
                var definition = draft.edition().figures().get(entry.getKey());
                String shown = entry.getValue().problem() != null
                        ? session.text.of("show.unreadable", entry.getValue().typed())
                        : entry.getValue().value().canonical().isEmpty()
                                ? session.text.of("show.missing")
                                : entry.getValue().value().canonical();
                session.out.println(entry.getKey() + "\t" + shown + "\t" + (definition == null
                        ? ""
                        : definition.unit() + "\t"
                                + (session.locale.getLanguage().equals("en") && !definition.labelEn().isEmpty()
                                        ? definition.labelEn()
                                        : definition.label())));
            }
            draft.summed().forEach((code, value) -> session.out.println(code + "\t" + value));
        }
    }

    /** A finding for scripts. */
    record FindingLine(String key, String severity, String outcome, String stage, List<String> codes, String message, String explanation) {}

    @Command(name = "check", mixinStandardHelpOptions = true)
    static final class Check extends OnReport {
        @Mixin
        private final AsJson as = new AsJson();

        Check(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            ReportDraft draft = office.reports().open(report);
            boolean isEnglish = session.locale.getLanguage().equals("en");
            List<FindingLine> lines = draft.findings().stream()
                    .map(finding -> new FindingLine(finding.key(), finding.severity().name(), finding.outcome().name(),
                            finding.stage().name(), finding.codes(), isEnglish ? finding.messageEn() : finding.message(),
                            draft.explanations().getOrDefault(finding.key(), "")))
                    .toList();
            long mustFix = draft.findings().stream().filter(Finalizing::isOpenMustFix).count();
            long mustExplain = draft.findings().stream().filter(finding -> Finalizing.isOpenExplanation(draft, finding)).count();
            as.print(session, lines, () -> {
                lines.forEach(this::tell);
                session.out.println(session.text.of("check.sum", mustFix, mustExplain));
            });
            return mustFix + mustExplain > 0 ? ExitCode.DECISION : ExitCode.DONE;
        }

        private void tell(FindingLine line) {
            String severity = line.outcome().equals("FAILED") ? "severity." + line.severity() : "outcome.CANNOT_EVALUATE";
            session.out.println(session.text.of(severity) + "\t" + line.key() + "\t" + line.message()
                    + (line.explanation().isEmpty() ? "" : "\t" + line.explanation()));
        }
    }

    @Command(name = "explain", mixinStandardHelpOptions = true)
    static final class Explain extends OnReport {
        @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "explain.key")
        private String key = "";
        @Parameters(index = "1", paramLabel = "TEXT", descriptionKey = "explain.text")
        private String words = "";

        Explain(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            ReportDraft draft = office.reports().explain(report, key, words);
            Optional<Finding> finding = draft.findings().stream().filter(candidate -> candidate.key().equals(key)).findFirst();
            if (finding.isPresent() && !Explanations.isSufficient(words, draft.edition())) {
                throw new ReportingException(ErrorCode.EXPLANATION_TOO_THIN,
                        Map.of("minimum", Integer.toString(draft.edition().explanationMin())));
            }
            session.out.println(session.text.of("explain.done", key));
            return ExitCode.DONE;
        }
    }

    @Command(name = "narrate", mixinStandardHelpOptions = true)
    static final class Narrate extends OnReport {
        @Parameters(index = "0", paramLabel = "ITEM", descriptionKey = "option.item")
        private String item = "";
        @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "narrate.text")
        private @Nullable String words;
        @Option(names = "--file", paramLabel = "FILE", descriptionKey = "narrate.file")
        private @Nullable Path file;

        Narrate(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            if ((words == null) == (file == null)) {
                throw new ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", "--text | --file"));
            }
            office.reports().saveNarrative(report, item, words != null ? words : TextFile.read(java.util.Objects.requireNonNull(file)));
            session.out.println(session.text.of("narrate.done", item));
            return ExitCode.DONE;
        }
    }

    @Command(name = "attach", mixinStandardHelpOptions = true)
    static final class Attach extends OnReport {
        @Parameters(index = "0", paramLabel = "ITEM", descriptionKey = "option.item")
        private String item = "";
        @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "attach.file")
        private @Nullable Path file;

        Attach(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            Path given = Session.needed(file, "FILE");
            office.reports().attach(report, item, given);
            session.out.println(session.text.of("attach.done", item, given.getFileName()));
            return ExitCode.DONE;
        }
    }

    @Command(name = "finalize", mixinStandardHelpOptions = true)
    static final class FinalizeReport extends OnReport {
        FinalizeReport(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            ReportDraft draft = office.reports().finalizeReport(report);
            session.out.println(session.text.of("finalize.done", draft.number(), String.valueOf(draft.digest())));
            return ExitCode.DONE;
        }
    }

    @Command(name = "unlock", mixinStandardHelpOptions = true)
    static final class Unlock extends OnReport {
        @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "unlock.reason")
        private String reason = "";

        Unlock(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            office.reports().unlock(report, reason);
            session.out.println(session.text.of("unlock.done"));
            return ExitCode.DONE;
        }
    }
}
