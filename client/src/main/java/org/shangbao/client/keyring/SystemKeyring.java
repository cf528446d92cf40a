package org.shangbao.client.keyring;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.keeping.UserKeyring;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;

/**
 * The keeping of the operating system this program runs on. It is asked on a thread of its own and given up after a time: a service that
 * hangs, or a question nobody answers, must not stop anything else. Secrets never reach a log, not even by way of an exception's words.
 */
public final class SystemKeyring implements UserKeyring {
    private static final String SERVICE = "shangbao";
    private static final Logger LOG = LoggerFactory.getLogger(SystemKeyring.class);

    private final ExecutorService threads;
    private final Duration patience;

    /**
     * The keeping of this system.
     *
     * @param threads  where it is asked; a call that hangs holds one of them
     * @param patience how long an answer is waited for
     */
    public SystemKeyring(ExecutorService threads, Duration patience) {
        this.threads = threads;
        this.patience = patience;
    }

    /** Something asked of the system's keeping. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(Keyring keyring) throws PasswordAccessException;
    }

    @Override
    public void keep(String name, byte[] secret) throws ReportingException {
        String text = Base64.getEncoder().encodeToString(secret);
        answer(keyring -> {
            keyring.setPassword(SERVICE, name, text);
            return Boolean.TRUE;
        });
    }

    @Override
    public Optional<byte[]> find(String name) throws ReportingException {
        Optional<String> text = answer(keyring -> {
            try {
                return Optional.ofNullable(keyring.getPassword(SERVICE, name));
            } catch (PasswordAccessException e) {
                LOG.info("Nothing is kept for this folder: {}", e.getClass().getSimpleName());
                return Optional.empty();
            }
        });
        try {
            return text.map(Base64.getDecoder()::decode);
        } catch (IllegalArgumentException e) {
            LOG.warn("What is kept for this folder is no key");
            return Optional.empty();
        }
    }

    @Override
    public void forget(String name) throws ReportingException {
        answer(keyring -> {
            try {
                keyring.deletePassword(SERVICE, name);
            } catch (PasswordAccessException e) {
                LOG.info("Nothing was kept: {}", e.getClass().getSimpleName());
            }
            return Boolean.TRUE;
        });
    }

    @Override
    public String user() { return System.getProperty("user.name", ""); }

    private <T> T answer(Question<T> question) throws ReportingException {
        @Nullable
        Future<T> asked = null;
        try {
            asked = threads.submit(() -> {
                try (Keyring keyring = Keyring.create()) {
                    return question.ask(keyring);
                }
            });
            return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            // a locked keeping whose question was turned down answers with nothing the library expects: any failure is a refusal
            throw silent(e.getCause() instanceof BackendNotSupportedException ? "there is none" : failureName(e.getCause()));
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw silent("no answer in time");
        } catch (RejectedExecutionException e) {
            throw silent("earlier questions still hang");
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw silent("interrupted");
        }
    }

    /** The kind of a failure only: its words might hold what was asked. */
    private static String failureName(@Nullable Throwable failure) {
        return failure == null ? "" : failure.getClass().getSimpleName();
    }

    private static ReportingException silent(String why) {
        LOG.info("The system's keeping of passwords: {}", why);
        return new ReportingException(ErrorCode.KEYRING_SILENT, Map.of());
    }
}
