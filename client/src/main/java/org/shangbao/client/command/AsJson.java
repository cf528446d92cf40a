package org.shangbao.client.command;

import org.shangbao.model.error.ExitCode;

import picocli.CommandLine.Option;

/** The wish to have what a command lists as JSON, for scripts, in place of words. */
final class AsJson {
    @Option(names = "--json", descriptionKey = "option.json")
    private boolean isWanted;

    /** Prints what was found, one way or the other. */
    ExitCode print(Session session, Object found, Runnable words) {
        if (isWanted) {
            session.printJson(found);
        } else {
            words.run();
        }
        return ExitCode.DONE;
    }
}
