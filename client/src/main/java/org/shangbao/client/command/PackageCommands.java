package org.shangbao.client.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.transfer.PackageService;
import org.shangbao.client.application.transfer.Taken;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ExitCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.wire.v1.transfer.PartOutcome;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about 上报数据包: of an office without a link, and of whoever passes its files on. */
final class PackageCommands {
    private PackageCommands() {}

    static void addTo(CommandLine line, Session session) {
        CommandLine group = new CommandLine(new ReviewCommands.Group(session));
        group.addSubcommand(new Write(session)).addSubcommand(new Reply(session)).addSubcommand(new Read(session));
        line.addSubcommand("package", group);
    }

    @Command(name = "write", mixinStandardHelpOptions = true)
    static final class Write extends ReportCommands.OnReport {
        @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "package.out")
        private @Nullable Path target;

        Write(Session session) { super(session); }

        @Override
        ExitCode on(OpenOffice office, ReportId report) throws ReportingException {
            int drafts = office.packages().save(report, Session.needed(target, "--out"));
            session.out.println(session.text.of("package.written", String.valueOf(target), drafts));
            return ExitCode.DONE;
        }
    }

    @Command(name = "reply", mixinStandardHelpOptions = true)
    static final class Reply implements Callable<Integer> {
        private final Session session;
        @Parameters(index = "0", paramLabel = "UNIT", descriptionKey = "review.unit")
        private String unit = "";
        @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "package.out")
        private @Nullable Path target;

        Reply(Session session) { this.session = session; }

        @Override
        public Integer call() {
            return session.run(office -> {
                PackageService.Reading reading = office.packages().saveFor(ReviewCommands.unit(office, unit),
                        Session.needed(target, "--out"));
                session.out.println(session.text.of("package.reply." + reading, unit, String.valueOf(target)));
                return ExitCode.DONE;
            });
        }
    }

    @Command(name = "read", mixinStandardHelpOptions = true)
    static final class Read implements Callable<Integer> {
        private final Session session;
        @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "package.file")
        private @Nullable Path file;
        @Mixin
        private final AsJson as = new AsJson();

        Read(Session session) { this.session = session; }

        @Override
        public Integer call() {
            return session.run(office -> {
                Taken taken = office.packages().take(Session.needed(file, "FILE"));
                as.print(session, taken, () -> tell(taken));
                return refused(taken).isEmpty() && !(taken instanceof Taken.Waits) ? ExitCode.DONE : ExitCode.DECISION;
            });
        }

        private void tell(Taken taken) {
            switch (taken) {
                case Taken.News news -> {
                    session.out.println(session.text.of("package.news", session.time(news.at()), news.reports(), news.arrived()));
                    news.periods().forEach(period -> session.out.println(session.text.of("package.period", period)));
                    if (news.unknown() > 0) {
                        session.tell(ErrorCode.PACKAGE_NEWER, Map.of());
                    }
                }
                case Taken.NothingNew nothing -> session.out.println(session.text.of("package.nothing", session.time(nothing.at())));
                case Taken.PassedOn passed -> session.out
                        .println(session.text.of("package.passedOn", passed.unitName(), passed.period(), passed.taken()));
                case Taken.Waits waits -> session.out.println(session.text.of("package.waits", waits.unitName(), waits.period()));
            }
            refused(taken).forEach(part -> session.tell(ErrorCode.of(part.code()), part.details()));
        }

        private static List<PartOutcome> refused(Taken taken) {
            return switch (taken) {
                case Taken.News news -> news.refused();
                case Taken.PassedOn passed -> passed.refused();
                case Taken.NothingNew nothing -> List.of();
                case Taken.Waits waits -> List.of();
            };
        }
    }
}
