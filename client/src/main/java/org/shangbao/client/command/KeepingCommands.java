package org.shangbao.client.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.keeping.BackupEntry;
import org.shangbao.client.application.keeping.Diagnosis;
import org.shangbao.client.application.keeping.FolderKeeping;
import org.shangbao.client.application.keeping.KeyAct;
import org.shangbao.client.application.keeping.RestorePreview;
import org.shangbao.client.application.keeping.SecondDrive;
import org.shangbao.model.error.ExitCode;
import org.shangbao.model.error.ReportingException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands on the data folder as a whole. */
final class KeepingCommands {
    private static final String RECOVERY = "recovery/";
    private static final String USER = "os-user/";

    private KeepingCommands() {}

    static void addTo(CommandLine line, Session session) {
        List.of(new Backup(session), new Restore(session), new Doctor(session), new Export(session)).forEach(line::addSubcommand);
        CommandLine keys = new CommandLine(new Keys());
        List.of(new ListKeys(session), new AddKey(session), new RemoveKey(session), new AllowUser(session), new ForbidUser(session),
                new KeyLog(session)).forEach(keys::addSubcommand);
        line.addSubcommand(keys);
    }

    /** A command that has the folder for itself. */
    private abstract static class OnFolder implements Callable<Integer> {
        final Session session;

        OnFolder(Session session) { this.session = session; }

        @Override
        public Integer call() {
            return session.guarded(() -> {
                Path data = Session.needed(session.data, "--data");
                byte[] secret = UnlockFile.read(Session.needed(session.unlockFile, "--unlock-file"));
                try (OfficeOpener.Held<FolderKeeping> keeping = session.opener.keeping(data, secret)) {
                    return on(keeping.folder());
                }
            });
        }

        abstract ExitCode on(FolderKeeping folder) throws ReportingException;
    }

    /** A backup for scripts. */
    record BackupLine(String file, String reason, long seq, long bytes, String at) {}

    @Command(name = "backup", mixinStandardHelpOptions = true)
    static final class Backup extends OnFolder {
        @Option(names = "--list", descriptionKey = "backup.list")
        private boolean isListed;
        @Option(names = "--second-drive", paramLabel = "DIR", descriptionKey = "backup.second")
        private @Nullable Path second;
        @Option(names = "--no-second-drive", descriptionKey = "backup.noSecond")
        private boolean isWithoutSecond;
        @Option(names = "--json", descriptionKey = "option.json")
        private boolean json;

        Backup(Session session) { super(session); }

        @Override
        ExitCode on(FolderKeeping folder) throws ReportingException {
            if (second != null || isWithoutSecond) {
                SecondDrive drive = folder.useSecondDrive(isWithoutSecond ? null : second);
                session.out.println(session.text.of("second." + drive.state(), String.valueOf(drive.folder())));
                return ExitCode.DONE;
            }
            List<BackupEntry> entries = isListed ? folder.backups() : List.of(folder.backup());
            if (json) {
                session.printJson(entries.stream().map(entry -> new BackupLine(String.valueOf(entry.file().getFileName()),
                        entry.reason().name(), entry.seq(), entry.bytes(), entry.at().toString())).toList());
                return ExitCode.DONE;
            }
            for (BackupEntry entry : entries) {
                session.out.println(session.text.of(isListed ? "backup.line" : "backup.done", entry.file().getFileName(), entry.seq(),
                        session.time(entry.at()), session.text.of("backup.reason." + entry.reason())));
            }
            if (entries.isEmpty()) {
                session.out.println(session.text.of("backup.none"));
            }
            SecondDrive drive = folder.secondDrive();
            session.out.println(session.text.of("second." + drive.state(), String.valueOf(drive.folder())));
            return ExitCode.DONE;
        }
    }

    @Command(name = "restore", mixinStandardHelpOptions = true)
    static final class Restore extends OnFolder {
        @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "restore.file")
        private @Nullable Path file;
        @Option(names = "--yes", descriptionKey = "restore.yes")
        private boolean isAgreed;

        Restore(Session session) { super(session); }

        @Override
        ExitCode on(FolderKeeping folder) throws ReportingException {
            Path backup = named(folder, Session.needed(file, "FILE"));
            RestorePreview preview = folder.preview(backup);
            session.out.println(session.text.of("restore.head", preview.backup().seq(), session.time(preview.backup().at())));
            if (!preview.isNowReadable()) {
                session.out.println(session.text.of("restore.unreadable"));
            } else if (preview.changes().isEmpty()) {
                session.out.println(session.text.of("restore.same"));
            }
            preview.changes().forEach(change -> session.out.println(
                    session.text.of("restore.change", change.report(), change.figures(), change.texts(), change.revisions())));
            if (!isAgreed) {
                session.out.println(session.text.of("restore.ask"));
                return ExitCode.DECISION;
            }
            session.out.println(session.text.of("restore.done", folder.restore(backup)));
            return ExitCode.DONE;
        }

        /** A name without a folder means one of the folder's own backups. */
        private static Path named(FolderKeeping folder, Path given) throws ReportingException {
            if (given.getNameCount() == 1 && !given.isAbsolute()) {
                for (BackupEntry entry : folder.backups()) {
                    if (entry.file().getFileName().equals(given)) {
                        return entry.file();
                    }
                }
            }
            return given;
        }
    }

    @Command(name = "doctor", mixinStandardHelpOptions = true)
    static final class Doctor extends OnFolder {
        @Option(names = "--json", descriptionKey = "option.json")
        private boolean json;

        Doctor(Session session) { super(session); }

        @Override
        ExitCode on(FolderKeeping folder) throws ReportingException {
            Diagnosis diagnosis = folder.diagnose();
            if (json) {
                session.printJson(diagnosis);
            } else {
                diagnosis.lines().forEach(this::print);
                session.out.println(session.text.of("doctor.worst." + diagnosis.worst()));
            }
            return diagnosis.worst() == Diagnosis.Verdict.DAMAGED ? ExitCode.DAMAGED : ExitCode.DONE;
        }

        private void print(Diagnosis.Line line) {
            String count = line.values().getOrDefault("count", line.values().getOrDefault("megabytes", ""));
            session.out.println(session.text.of("doctor.verdict." + line.verdict()) + "　"
                    + session.text.of("doctor.check." + line.check(), count, line.values().getOrDefault("wrong", "0"),
                            line.values().getOrDefault("newest", "")));
            if (line.verdict() != Diagnosis.Verdict.WELL) {
                session.out.println("　　" + session.text.of("doctor.do." + line.check(), line.values().getOrDefault("detail", "")));
            }
        }
    }

    @Command(name = "export", mixinStandardHelpOptions = true)
    static final class Export extends OnFolder {
        @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "export.out")
        private @Nullable Path target;

        Export(Session session) { super(session); }

        @Override
        ExitCode on(FolderKeeping folder) throws ReportingException {
            long rows = folder.export(Session.needed(target, "--out"));
            session.out.println(session.text.of("export.done", String.valueOf(target), rows));
            return ExitCode.DONE;
        }
    }

    @Command(name = "keys", mixinStandardHelpOptions = true, subcommandsRepeatable = false)
    static final class Keys {}

    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class ListKeys extends OnFolder {
        ListKeys(Session session) { super(session); }

        @Override
        ExitCode on(FolderKeeping folder) throws ReportingException {
            folder.holders().forEach(holder -> session.out.println(words(holder)));
            return ExitCode.DONE;
        }

        private String words(String holder) {
            if (holder.startsWith(USER)) {
                return session.text.of("keys.user");
            }
            return holder.startsWith(RECOVERY) ? session.text.of("keys.recovery", holder.substring(holder.lastIndexOf('/') + 1)) : holder;
        }
    }

    @Command(name = "add", mixinStandardHelpOptions = true)
    static final class AddKey extends OnFolder {
        @Option(names = "--name", required = true, paramLabel = "NAME", descriptionKey = "keys.name")
        private String name = "";
        @Option(names = "--new-unlock-file", required = true, paramLabel = "FILE", descriptionKey = "keys.newFile")
        private @Nullable Path file;

        AddKey(Session session) { super(session); }

        @Override
        ExitCode on(FolderKeeping folder) throws ReportingException {
            Path made = Session.needed(file, "--new-unlock-file");
            if (java.nio.file.Files.exists(made)) {
                throw new ReportingException(org.shangbao.model.error.ErrorCode.KEY_NAME, java.util.Map.of("name", name));
            }
            UnlockFile.create(made);
            boolean isAdded = false;
            try {
                folder.addHolder(name, UnlockFile.read(made));
                isAdded = true;
            } finally {
                if (!isAdded) {
                    UnlockFile.discard(made);
                }
            }
            session.out.println(session.text.of("keys.added", name, made));
            return ExitCode.DONE;
        }
    }

    @Command(name = "remove", mixinStandardHelpOptions = true)
    static final class RemoveKey extends OnFolder {
        @Option(names = "--name", required = true, paramLabel = "NAME", descriptionKey = "keys.name")
        private String name = "";

        RemoveKey(Session session) { super(session); }

        @Override
        ExitCode on(FolderKeeping folder) throws ReportingException {
            folder.removeHolder(name);
            session.out.println(session.text.of("keys.removed", name));
            return ExitCode.DONE;
        }
    }

    @Command(name = "allow-user", mixinStandardHelpOptions = true)
    static final class AllowUser extends OnFolder {
        AllowUser(Session session) { super(session); }

        @Override
        ExitCode on(FolderKeeping folder) throws ReportingException {
            folder.allowUser();
            session.out.println(session.text.of("keys.allowed"));
            return ExitCode.DONE;
        }
    }

    @Command(name = "forbid-user", mixinStandardHelpOptions = true)
    static final class ForbidUser extends OnFolder {
        ForbidUser(Session session) { super(session); }

        @Override
        ExitCode on(FolderKeeping folder) throws ReportingException {
            folder.forbidUser();
            session.out.println(session.text.of("keys.forbidden"));
            return ExitCode.DONE;
        }
    }

    @Command(name = "log", mixinStandardHelpOptions = true)
    static final class KeyLog extends OnFolder {
        KeyLog(Session session) { super(session); }

        @Override
        ExitCode on(FolderKeeping folder) throws ReportingException {
            for (KeyAct act : folder.keyActs()) {
                session.out.println(
                        session.text.of("keys.act", session.time(act.at()), session.text.of("keys.act." + act.kind(), act.holder()),
                                act.by().isEmpty() ? "—" : act.by(), act.user()));
            }
            return ExitCode.DONE;
        }
    }
}
