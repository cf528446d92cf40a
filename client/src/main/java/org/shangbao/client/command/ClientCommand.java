package org.shangbao.client.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ExitCode;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code shangbao client}: opens the window, or runs one of its commands. */
@Command(name = "client", mixinStandardHelpOptions = true, resourceBundle = "org.shangbao.client.command.messages", sortOptions = false)
public final class ClientCommand implements Runnable {
    private final Session session;
    private int result;

    private ClientCommand(Session session) { this.session = session; }

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data", scope = ScopeType.INHERIT)
    void data(Path folder) { session.data = folder; }

    @Option(names = "--unlock-file", paramLabel = "FILE", descriptionKey = "option.unlockFile", scope = ScopeType.INHERIT)
    void unlockFile(Path file) { session.unlockFile = file; }

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang", scope = ScopeType.INHERIT)
    void lang(String language) {
        // read before parsing, since help is written in it
    }

    @Option(names = "--headless", hidden = true, scope = ScopeType.INHERIT)
    void headless(boolean isHeadless) {
        // the script's business
    }

    /** No subcommand: the window. */
    @Override
    public void run() { result = window(session, session.data, session.unlockFile); }

    private static int window(Session session, @Nullable Path data, @Nullable Path unlockFile) {
        return session.guarded(() -> {
            session.opener.window(data, unlockFile == null ? null : UnlockFile.read(unlockFile), session.locale);
            return ExitCode.DONE;
        });
    }

    /**
     * Runs a command line.
     *
     * @param arguments without {@code client}
     * @return the exit code
     */
    public static int execute(List<String> arguments, PrintWriter out, PrintWriter err, Clock clock, ZoneId zone, OfficeOpener opener) {
        Locale locale = locale(arguments);
        Session session = new Session(out, err, locale, clock, zone, opener);
        WindowLine window = WindowLine.of(arguments);
        if (window != null) {
            return window(session, window.data(), window.unlockFile());
        }
        ClientCommand root = new ClientCommand(session);
        CommandLine line = new CommandLine(root);
        OfficeCommands.addTo(line, session);
        ReportCommands.addTo(line, session);
        PaperCommands.addTo(line, session);
        PreviewCommands.addTo(line, session);
        PackageCommands.addTo(line, session);
        ReviewCommands.addTo(line, session);
        KeepingCommands.addTo(line, session);
        RecoveryCommands.addTo(line, session);
        line.setResourceBundle(session.text.bundle()).setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((failure, given) -> {
            // picocli speaks English; what is wrong is said in its words, what it means in ours
            int code = session.tell(ErrorCode.COMMAND_LINE, Map.of("detail", String.valueOf(failure.getMessage())));
            err.flush();
            return code;
        });
        line.setExecutionExceptionHandler((failure, given, parsed) -> session.guarded(() -> {
            throw new IllegalStateException(failure);
        }));
        line.setExecutionStrategy(new CommandLine.RunLast());
        int code = line.execute(arguments.toArray(String[]::new));
        out.flush();
        err.flush();
        return code == 0 ? root.result : code;
    }

    private static Locale locale(List<String> arguments) {
        int place = arguments.indexOf("--lang");
        @Nullable
        String language = place >= 0 && place + 1 < arguments.size() ? arguments.get(place + 1) : null;
        boolean isEnglish = "en".equals(language) || arguments.contains("--lang=en");
        return isEnglish ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /** Splits {@code CODE=TEXT}. */
    static Map.Entry<String, String> pair(String given) throws org.shangbao.model.error.ReportingException {
        int sign = given.indexOf('=');
        if (sign <= 0) {
            throw new org.shangbao.model.error.ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", given));
        }
        return Map.entry(given.substring(0, sign).strip(), given.substring(sign + 1));
    }

    static List<Path> paths(Path[] given) { return Arrays.asList(given); }
}
