package org.shangbao.client.launcher;

import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.shangbao.client.application.keeping.UserKeyring;
import org.shangbao.client.keyring.SystemKeyring;

/** The operating system's keeping for its user, one for the process. */
final class UserKeyrings {
    /** Room for a person to type into a window of the operating system. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_HANGING = 3;

    /** Asks nothing before it is asked; threads that hang do not keep the program from ending. */
    static final UserKeyring SYSTEM = new SystemKeyring(
            new ThreadPoolExecutor(0, MOST_HANGING, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "sb-keyring");
                thread.setDaemon(true);
                return thread;
            }), PATIENCE);

    private UserKeyrings() {}
}
