package org.shangbao.server.command;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the server until the process is told to end. */
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--port")
    private @Nullable Integer port;

    RunCommand(CommandContext context) { this.context = context; }

    @Override
    public Integer call() throws Exception {
        context.folders().run(context.data(), port, url -> {
            context.say("run.ready", url);
            context.out().flush();
        });
        return 0;
    }
}
