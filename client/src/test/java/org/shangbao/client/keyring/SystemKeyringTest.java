package org.shangbao.client.keyring;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What this computer's operating system really keeps; needs one that answers, see the assumption. */
class SystemKeyringTest {
    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() { threads.shutdownNow(); }

    @Test
    void aKeptSecretComesBackWholeAndIsGoneAfterItWasForgotten() throws ReportingException {
        SystemKeyring keyring = new SystemKeyring(threads, Duration.ofSeconds(20));
        String name = "test-" + UUID.randomUUID();
        byte[] secret = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        boolean isThere;
        try {
            // asked for a thing nobody keeps, so that no keeping of a person's own is ever asked to open itself for this test
            isThere = System.getenv("SHANGBAO_TEST_KEYRING") != null && keyring.find(name).isEmpty();
        } catch (ReportingException e) {
            isThere = false;
        }
        assumeTrue(isThere, "no keeping of passwords was offered to this test: run it under dbus-run-session with an unlocked "
                + "gnome-keyring-daemon and SHANGBAO_TEST_KEYRING=1");
        keyring.keep(name, secret);
        try {
            assertArrayEquals(secret, keyring.find(name).orElseThrow());
            keyring.keep(name, new byte[]{ 1, 2, 3 });
            assertArrayEquals(new byte[]{ 1, 2, 3 }, keyring.find(name).orElseThrow(), "replaced, not doubled");
        } finally {
            keyring.forget(name);
        }
        assertTrue(keyring.find(name).isEmpty());
        keyring.forget(name);
    }

    @Test
    void aSystemThatHangsIsGivenUpAfterItsTimeAndFurtherQuestionsAreRefusedAtOnce() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        ThreadPoolExecutor one = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
        try {
            one.execute(() -> hang(never));
            assertThrows(RejectedExecutionException.class, () -> one.execute(() -> {}));
            SystemKeyring busy = new SystemKeyring(one, Duration.ofSeconds(20));
            assertEquals(ErrorCode.KEYRING_SILENT, assertThrows(ReportingException.class, () -> busy.find("x")).error());
        } finally {
            never.countDown();
            one.shutdownNow();
        }
        CountDownLatch later = new CountDownLatch(1);
        threads.execute(() -> hang(later));
        SystemKeyring waiting = new SystemKeyring(threads, Duration.ofMillis(1));
        assertEquals(ErrorCode.KEYRING_SILENT, assertThrows(ReportingException.class, () -> waiting.find("x")).error());
        later.countDown();
    }

    private static void hang(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
