package org.shangbao.client.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.keeping.FolderRecovery;
import org.shangbao.client.application.keeping.UserReset;
import org.shangbao.client.application.office.Office;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ExitCode;
import org.shangbao.model.error.ReportingException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 忘了密码: asking the holder of the recovery key, and taking the answer. */
final class RecoveryCommands {
    private static final int MOST_BYTES = 1 << 16;

    private RecoveryCommands() {}

    static void addTo(CommandLine line, Session session) {
        CommandLine recovery = new CommandLine(new Recovery());
        recovery.addSubcommand(new Ask(session)).addSubcommand(new Finish(session)).addSubcommand(new Show(session))
                .addSubcommand(new Renew(session)).addSubcommand(new Reset(session));
        line.addSubcommand(recovery);
    }

    @Command(name = "recovery", mixinStandardHelpOptions = true, subcommandsRepeatable = false)
    static final class Recovery {}

    private abstract static class OnRecovery implements Callable<Integer> {
        final Session session;

        OnRecovery(Session session) { this.session = session; }

        @Override
        public Integer call() { return session.guarded(() -> on(session.opener.recovery(Session.needed(session.data, "--data")))); }

        abstract ExitCode on(FolderRecovery recovery) throws ReportingException;
    }

    @Command(name = "ask", mixinStandardHelpOptions = true)
    static final class Ask extends OnRecovery {
        @Option(names = "--name", required = true, paramLabel = "NAME", descriptionKey = "recovery.name")
        private String name = "";
        @Option(names = "--new-unlock-file", required = true, paramLabel = "FILE", descriptionKey = "recovery.newFile")
        private @Nullable Path unlockFile;
        @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "recovery.out")
        private @Nullable Path out;

        Ask(Session session) { super(session); }

        @Override
        ExitCode on(FolderRecovery recovery) throws ReportingException {
            Path made = Session.needed(unlockFile, "--new-unlock-file");
            Path target = Session.needed(out, "--out");
            if (!Files.exists(made)) {
                UnlockFile.create(made);
            }
            FolderRecovery.Request request = recovery.ask(name, UnlockFile.read(made));
            try {
                Files.write(target, request.file(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", String.valueOf(target.getFileName())), e);
            }
            session.out.println(session.text.of("recovery.made", target, request.checkNumber()));
            session.out.println(session.text.of("recovery.keep", made));
            return ExitCode.DONE;
        }
    }

    @Command(name = "finish", mixinStandardHelpOptions = true)
    static final class Finish extends OnRecovery {
        @Option(names = "--answer", required = true, paramLabel = "FILE", descriptionKey = "recovery.answer")
        private @Nullable Path answer;
        @Option(names = "--new-unlock-file", required = true, paramLabel = "FILE", descriptionKey = "recovery.sameFile")
        private @Nullable Path unlockFile;

        Finish(Session session) { super(session); }

        @Override
        ExitCode on(FolderRecovery recovery) throws ReportingException {
            byte[] given;
            Path file = Session.needed(answer, "--answer");
            try (InputStream in = Files.newInputStream(file)) {
                given = in.readNBytes(MOST_BYTES);
            } catch (IOException e) {
                throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", String.valueOf(file.getFileName())), e);
            }
            recovery.take(given, UnlockFile.read(Session.needed(unlockFile, "--new-unlock-file")));
            session.out.println(session.text.of("recovery.done", String.valueOf(unlockFile)));
            return ExitCode.DONE;
        }
    }

    /** A folder enrolled before there was a recovery key gets one. */
    @Command(name = "renew", mixinStandardHelpOptions = true)
    static final class Renew implements Callable<Integer> {
        private final Session session;
        @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "enrol.file")
        private @Nullable Path file;

        Renew(Session session) { this.session = session; }

        @Override
        public Integer call() {
            return session.guarded(() -> {
                Path data = Session.needed(session.data, "--data");
                byte[] secret = UnlockFile.read(Session.needed(session.unlockFile, "--unlock-file"));
                Office office = session.opener.renew(data, Session.needed(file, "FILE"), secret);
                boolean isPossible = session.opener.recovery(data).isPossible();
                session.out.println(session.text.of(isPossible ? "recovery.renewed" : "recovery.renewedWithout", office.unit().name()));
                return ExitCode.DONE;
            });
        }
    }

    /** The user of the operating system sets a forgotten password anew. */
    @Command(name = "reset", mixinStandardHelpOptions = true)
    static final class Reset implements Callable<Integer> {
        private final Session session;
        @Option(names = "--name", required = true, paramLabel = "NAME", descriptionKey = "recovery.resetName")
        private String name = "";
        @Option(names = "--new-unlock-file", required = true, paramLabel = "FILE", descriptionKey = "recovery.newFile")
        private @Nullable Path unlockFile;

        Reset(Session session) { this.session = session; }

        @Override
        public Integer call() {
            return session.guarded(() -> {
                try (OfficeOpener.Held<UserReset> held = session.opener.reset(Session.needed(session.data, "--data"))) {
                    Path made = Session.needed(unlockFile, "--new-unlock-file");
                    held.folder().check();
                    if (!Files.exists(made)) {
                        UnlockFile.create(made);
                    }
                    held.folder().reset(name, UnlockFile.read(made));
                    session.out.println(session.text.of("recovery.reset", name, made));
                    return ExitCode.DONE;
                }
            });
        }
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    static final class Show extends OnRecovery {
        Show(Session session) { super(session); }

        @Override
        ExitCode on(FolderRecovery recovery) throws ReportingException {
            session.out.println(session.text.of(recovery.isPossible() ? "recovery.possible" : "recovery.impossible"));
            try (OfficeOpener.Held<UserReset> held = session.opener.reset(Session.needed(session.data, "--data"))) {
                if (held.folder().isOffered()) {
                    session.out.println(session.text.of("recovery.resettable"));
                }
            }
            recovery.asked().ifPresent(asked -> session.out
                    .println(session.text.of("recovery.waits", asked.name(), session.time(asked.at()), asked.checkNumber())));
            return ExitCode.DONE;
        }
    }
}
