package org.shangbao.server.command;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ErrorTexts;
import org.shangbao.model.error.ReportingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shangbao server}: the tree of commands, what they share, and what they end with. */
@Command(name = "server", mixinStandardHelpOptions = true, subcommands = { InitCommand.class, RunCommand.class, UnitsCommand.class,
        UsersCommand.class, EditionsCommand.class, WindowsCommand.class, PeriodsCommand.class, DesignateCommand.class,
        SignOffCommand.class, AuditCommand.class, RecoveryKeyCommand.class, PackagesCommand.class })
public final class ServerCommand implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerCommand.class);
    private final CommandContext context;

    @Option(names = "--data", paramLabel = "DIR")
    private java.nio.file.@Nullable Path data;

    @Option(names = "--lang", paramLabel = "zh|en", defaultValue = "zh")
    private String language = "zh";

    private ServerCommand(CommandContext context) { this.context = context; }

    /**
     * Runs a command line.
     *
     * @param out where results go
     * @param err where failures go
     * @return the exit code, see {@link org.shangbao.model.error.ExitCode}
     */
    public static int execute(ServerFolders folders, PrintWriter out, PrintWriter err, String... arguments) {
        List<String> given = Arrays.asList(arguments);
        int at = given.indexOf("--lang");
        boolean english = at >= 0 && at + 1 < given.size() && given.get(at + 1).equals("en") || given.contains("--lang=en");
        Locale locale = english ? Locale.ENGLISH : Locale.ROOT;
        ResourceBundle texts = ResourceBundle.getBundle("org.shangbao.server.command.messages", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        ErrorTexts errors = new ErrorTexts(english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        CommandContext context = new CommandContext(folders, out, texts);
        ServerCommand command = new ServerCommand(context);
        context.dataFolder(() -> command.data);
        CommandLine line = new CommandLine(command, new ContextFactory(context)).setResourceBundle(texts).setOut(out).setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((failure, failed, result) -> {
            if (failure instanceof ReportingException known) {
                return refuse(err, errors, known);
            }
            LOG.error("Command failed", failure);
            return refuse(err, errors,
                    new ReportingException(ErrorCode.UNEXPECTED, Map.of("reference", failure.getClass().getSimpleName())));
        });
        line.setParameterExceptionHandler((failure, rest) -> refuse(err, errors,
                new ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", String.valueOf(failure.getMessage())))));
        return line.execute(arguments);
    }

    private static int refuse(PrintWriter err, ErrorTexts errors, ReportingException failure) {
        err.println(errors.sentence(failure) + " [" + failure.error().code() + "]");
        return failure.error().exitCode().number();
    }

    @Override
    public void run() { new CommandLine(this, new ContextFactory(context)).setResourceBundle(context.texts()).usage(context.out()); }

    /** Hands every command the one context. */
    private record ContextFactory(CommandContext context) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                var constructor = type.getDeclaredConstructor(CommandContext.class);
                constructor.setAccessible(true);
                return constructor.newInstance(context);
            } catch (NoSuchMethodException e) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }
}
