package org.shangbao.client.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.delivery.Delivery;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.office.OfficeService;
import org.shangbao.client.application.office.ReportTask;
import org.shangbao.model.error.ExitCode;
import org.shangbao.model.error.ReportingException;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands of an office as a whole: enrolling, what is owed, sending. */
final class OfficeCommands {
    private OfficeCommands() {}

    static void addTo(CommandLine line, Session session) {
        List.of(new Enrol(session), new Tasks(session), new Send(session), new Status(session)).forEach(line::addSubcommand);
    }

    @Command(name = "enrol", mixinStandardHelpOptions = true)
    static final class Enrol implements Callable<Integer> {
        private final Session session;
        @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "enrol.file")
        private @Nullable Path file;
        @Option(names = "--account", paramLabel = "NAME", descriptionKey = "enrol.account")
        private String account = "";

        Enrol(Session session) { this.session = session; }

        @Override
        public Integer call() {
            return session.guarded(() -> {
                Path unlock = Session.needed(session.unlockFile, "--unlock-file");
                boolean isNew = !Files.exists(unlock);
                if (isNew) {
                    UnlockFile.create(unlock);
                }
                boolean done = false;
                try {
                    Office office = session.opener.enrol(Session.needed(session.data, "--data"), Session.needed(file, "FILE"), account,
                            UnlockFile.read(unlock));
                    done = true;
                    session.out.println(session.text.of("enrol.done", office.unit().name(), office.unit().id(), office.person().name()));
                } finally {
                    if (isNew && !done) {
                        deleteQuietly(unlock);
                    }
                }
                if (isNew) {
                    session.out.println(session.text.of("enrol.unlockFile", unlock));
                }
                return ExitCode.DONE;
            });
        }

        private static void deleteQuietly(Path unlock) {
            try {
                Files.deleteIfExists(unlock);
            } catch (IOException e) {
                LoggerFactory.getLogger(OfficeCommands.class).warn("An unused unlock file stays behind", e);
            }
        }
    }

    /** A task for scripts. */
    record TaskLine(String report, String period, String kind, String status, String review, String dueAt, int number, int filled,
            int asked,
            boolean scanAccepted, boolean delivered, List<String> reasons) {}

    @Command(name = "tasks", mixinStandardHelpOptions = true)
    static final class Tasks implements Callable<Integer> {
        private final Session session;
        @Mixin
        private final AsJson as = new AsJson();

        Tasks(Session session) { this.session = session; }

        @Override
        public Integer call() {
            return session.run(office -> {
                List<ReportTask> tasks = office.offices().tasks();
                return as.print(session, tasks.stream().map(Tasks::line).toList(), () -> tell(tasks));
            });
        }

        private void tell(List<ReportTask> tasks) {
            tasks.forEach(task -> session.out.println(session.text.of("tasks.line", task.report().period(),
                    session.text.of("status." + task.status()), task.filled(), task.asked(), session.time(task.dueAt()),
                    task.reviewWords())));
            if (tasks.isEmpty()) {
                session.out.println(session.text.of("tasks.none"));
            }
        }

        private static TaskLine line(ReportTask task) {
            return new TaskLine(task.report().toString(), task.report().period().value(), task.kind().name(), task.status().name(),
                    task.review().name(), task.dueAt() == null ? "" : task.dueAt().toString(), task.number(), task.filled(), task.asked(),
                    task.scanAccepted(), task.delivered(),
                    task.reasons().stream().map(reason -> reason.code() + " " + reason.text()).toList());
        }
    }

    @Command(name = "send", mixinStandardHelpOptions = true)
    static final class Send implements Callable<Integer> {
        private final Session session;

        Send(Session session) { this.session = session; }

        @Override
        public Integer call() {
            return session.run(office -> {
                Optional<ReportingException> stopped = office.offices().exchange(Delivery.Occasion.ASKED);
                if (stopped.isPresent()) {
                    throw stopped.get();
                }
                OfficeService.LinkState link = office.offices().link();
                printWaiting(session, link);
                return link.waiting().isEmpty() ? ExitCode.DONE : ExitCode.DECISION;
            });
        }
    }

    @Command(name = "status", mixinStandardHelpOptions = true)
    static final class Status implements Callable<Integer> {
        private final Session session;
        @Mixin
        private final AsJson as = new AsJson();

        Status(Session session) { this.session = session; }

        @Override
        public Integer call() {
            return session.run(office -> {
                OfficeService.LinkState link = office.offices().link();
                Office whose = office.offices().office();
                return as.print(session, link, () -> tell(whose, link));
            });
        }

        private void tell(Office whose, OfficeService.LinkState link) {
            session.out.println(session.text.of("status.office", whose.unit().name(), whose.unit().id(), whose.person().name()));
            session.out.println(session.text.of(link.connected() ? "status.link" : "status.noLink",
                    link.lastContact() == null ? "-" : session.time(link.lastContact())));
            printWaiting(session, link);
        }
    }

    private static void printWaiting(Session session, OfficeService.LinkState link) {
        if (link.waiting().isEmpty()) {
            session.out.println(session.text.of("status.nothingWaits"));
        }
        link.waiting().forEach(item -> session.out.println(session.text.of("status.waits", session.text.of("item." + item.kind()),
                item.reportId(), item.sent(), item.size(), item.problem())));
    }
}
