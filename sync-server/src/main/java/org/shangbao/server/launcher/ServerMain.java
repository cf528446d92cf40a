package org.shangbao.server.launcher;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import org.shangbao.server.command.ServerCommand;

/** Program {@code shangbao server}. */
public final class ServerMain {
    private ServerMain() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = ServerCommand.execute(new LocalServerFolders(Clock.systemUTC()), out, err, arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }
}
