package org.shangbao.walkthrough;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.shangbao.server.command.ServerCommand;
import org.shangbao.server.launcher.LocalServerFolders;

/** What an administrator does before the server runs, by the server's own commands. */
final class ServerAdmin {
    private final Path data;
    private final Clock clock;

    ServerAdmin(Path data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /**
     * Runs {@code shangbao server --data DIR …}.
     *
     * @throws IOException if it does not end with 0; the message holds what it printed
     */
    void run(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--data", data.toString()));
        all.addAll(List.of(arguments));
        StringWriter printed = new StringWriter();
        int code;
        try (PrintWriter writer = new PrintWriter(printed)) {
            code = ServerCommand.execute(new LocalServerFolders(clock), writer, writer, all.toArray(String[]::new));
        }
        if (code != 0) {
            throw new IOException("server " + String.join(" ", arguments) + " ended with " + code + ": " + printed);
        }
    }
}
