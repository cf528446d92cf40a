package org.shangbao.client.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.paper.ByHand;
import org.shangbao.client.application.paper.DraftPaper;
import org.shangbao.client.application.paper.PaperService;
import org.shangbao.client.application.paper.ScanWatch;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ExitCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.paper.ScanFault;
import org.shangbao.wire.v1.PaperByHand;
import org.shangbao.wire.v1.RollUpView;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands on the paper of a finalized report. */
final class PaperCommands {
    private PaperCommands() {}

    static void addTo(CommandLine line, Session session) {
        line.addSubcommand(new Print(session));
        line.addSubcommand(new Scan(session));
        line.addSubcommand(new Submit(session));
    }

    @Command(name = "print", mixinStandardHelpOptions = true)
    static final class Print extends ReportCommands.OnReport {
        @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "print.out")
        private @Nullable Path target;

        @Option(names = "--blank", descriptionKey = "print.blank")
        private boolean blank;
        @Option(names = "--draft", descriptionKey = "print.draft")
        private boolean draft;
        @Option(names = "--explanations", paramLabel = "FILE", descriptionKey = "print.explanations")
        private @Nullable Path explanations;

        Print(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            PaperService.Paper paper = blank
                    ? office.papers().printBlank(report)
                    : draft ? DraftPaper.print(office.reports(), office.reviews(), office.papers(), report) : office.papers().print(report);
            write(paper.pdf(), Session.needed(target, "--out"));
            session.out.println(session.text.of("print.done", paper.pages(), String.valueOf(target)));
            if (explanations != null) {
                RollUpView sum = office.papers().summarySource(report).orElseThrow(() -> new ReportingException(
                        ErrorCode.MOVE_NOT_ALLOWED, Map.of("status", ReportStatus.DRAFT.name(), "act", "ROLL_UP")));
                write(ExplanationTable.csv(sum, session.text.of("print.explanations.heads").lines().toList()), explanations);
                session.out.println(session.text.of("print.explanations.done", sum.explanations().size(), String.valueOf(explanations)));
            }
            return ExitCode.DONE;
        }
    }

    /** Writes a file whole or not at all. */
    static void write(byte[] bytes, Path target) throws ReportingException {
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        try {
            Path parent = target.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(temporary, bytes);
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", String.valueOf(target.getFileName())), e);
        }
    }

    @Command(name = "scan", mixinStandardHelpOptions = true)
    static final class Scan extends ReportCommands.OnReport {
        @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "scan.files")
        private List<Path> files = List.of();

        @Option(names = "--by-hand", descriptionKey = "scan.byHand")
        private boolean byHand;
        @Option(names = "--check-code", paramLabel = "CODE", descriptionKey = "scan.checkCode")
        private String checkCode = "";
        @Option(names = "--hand-filled", descriptionKey = "scan.handFilled")
        private boolean handFilled;
        @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "scan.reason")
        private String reason = "";
        @Option(names = "--unread-page", paramLabel = "PAGE", descriptionKey = "scan.pages")
        private List<Integer> unread = List.of();

        Scan(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            if (byHand) {
                if (handFilled != checkCode.isBlank()) {
                    throw new ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", "--check-code | --hand-filled"));
                }
                PaperByHand.Manner manner = handFilled ? PaperByHand.Manner.HAND_FILLED : PaperByHand.Manner.CHECK_CODE;
                return tell(session,
                        office.papers().takeByHand(report, files, new ByHand(manner, checkCode, unread, reason), new ScanWatch()));
            }
            return tell(session, office.papers().takeScan(report, files));
        }
    }

    /** Prints the verdict; a scan that is not complete needs a person. */
    static ExitCode tell(Session session, PaperService.PaperState state) throws ReportingException {
        state.verdicts().forEach(verdict -> session.out.println(session.text.of("scan.page." + verdict.verdict(), verdict.page())));
        state.advice().forEach(key -> session.out.println(session.text.of("advice." + key)));
        if (!state.complete()) {
            List<ScanFault> faults = state.problems().isEmpty()
                    ? state.verdicts().stream().map(PaperService.PageVerdict::fault).filter(Objects::nonNull).toList()
                    : state.problems();
            String problems = faults.stream().map(session.failures::sentence).collect(Collectors.joining("；"));
            throw new ReportingException(ErrorCode.SCAN_REFUSED, Map.of("problems", problems));
        }
        session.out.println(session.text.of("scan.done", state.pages()));
        return ExitCode.DONE;
    }

    @Command(name = "submit", mixinStandardHelpOptions = true)
    static final class Submit extends ReportCommands.OnReport {
        Submit(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            office.papers().submit(report);
            session.out.println(session.text.of("submit.done"));
            return ExitCode.DONE;
        }
    }
}
