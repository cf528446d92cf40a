package org.shangbao.server.service.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.server.service.account.AccountRepository.StoredAccount;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.transaction.Transactions;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.Session;
import org.shangbao.wire.v1.SessionRequest;
import org.shangbao.wire.v1.Sha256;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Signing in. An attempt is counted before the secret is looked at, so that guesses sent at the same time count too; after
 * {@link #MOST_FAILURES} wrong ones in a row the account is paused. Safe to share between threads.
 */
public final class SessionService {
    /** Wrong attempts after which an account is paused. */
    public static final int MOST_FAILURES = 5;
    private final Transactions transactions;
    private final SecretHasher hasher;
    private final AuditTrail audit;
    private final Duration pause;
    private final Duration validity;

    /**
     * @param pause    how long an account is paused after too many wrong attempts
     * @param validity how long a session lasts
     */
    public SessionService(Transactions transactions, SecretHasher hasher, AuditTrail audit, Duration pause, Duration validity) {
        this.transactions = transactions;
        this.hasher = hasher;
        this.audit = audit;
        this.pause = pause;
        this.validity = validity;
    }

    /**
     * Begins a session.
     *
     * @throws ReportingException NOT_SIGNED_IN if account or secret is not right, which of them is not said; LOCKED_OUT while the account is
     *                            paused
     */
    public Session signIn(SessionRequest request) throws ReportingException {
        Instant now = audit.now();
        PersonRecord person = verified(request, now);
        String token = hasher.newSecret();
        return transactions.write(transaction -> {
            transaction.accounts().setAttempts(person.account(), 0, null);
            transaction.accounts().forgetSessionsBefore(now);
            transaction.accounts().addSession(hashOf(token), person.account(), now.plus(validity));
            audit.record(transaction, person.account(), "SIGN_IN", person.account(), "");
            return new Session(token, now.plus(validity), person);
        });
    }

    /**
     * Returns whose account and secret these are, for something that came otherwise than in a session; wrong ones count as they do there.
     *
     * @throws ReportingException as {@link #signIn}
     */
    public PersonRecord identify(SessionRequest request) throws ReportingException {
        PersonRecord person = verified(request, audit.now());
        return transactions.write(transaction -> {
            transaction.accounts().setAttempts(person.account(), 0, null);
            return person;
        });
    }

    private PersonRecord verified(SessionRequest request, Instant now) throws ReportingException {
        Attempt attempt = transactions.write(transaction -> {
            Optional<StoredAccount> found = transaction.accounts().find(request.account());
            if (found.isEmpty()) {
                return new Attempt(found, null);
            }
            Instant locked = found.get().lockedUntil();
            if (locked != null && now.isBefore(locked)) {
                return new Attempt(found, locked);
            }
            int attempts = locked == null ? transaction.accounts().countAttempt(request.account()) : 1;
            Instant until = attempts > MOST_FAILURES ? now.plus(pause) : null;
            transaction.accounts().setAttempts(request.account(), attempts, until);
            if (until != null) {
                audit.record(transaction, request.account(), "LOCKED_OUT", request.account(), "");
            }
            return new Attempt(found, until);
        });
        if (attempt.lockedUntil() != null) {
            throw new ReportingException(ErrorCode.LOCKED_OUT, Map.of("until", attempt.lockedUntil().toString()));
        }
        boolean right = hasher.matches(request.secret(), attempt.account().map(StoredAccount::secretHash).orElse(""));
        if (!right || attempt.account().isEmpty()) {
            throw new ReportingException(ErrorCode.NOT_SIGNED_IN, Map.of());
        }
        return attempt.account().get().person();
    }

    /**
     * Returns whose session a token is.
     *
     * @throws ReportingException NOT_SIGNED_IN if there is no such session or it ended
     */
    public PersonRecord person(String token) throws ReportingException {
        return transactions.read(transaction -> transaction.accounts().session(hashOf(token))
                .filter(session -> session.expiresAt().isAfter(audit.now()))
                .flatMap(session -> transaction.accounts().find(session.account())).map(StoredAccount::person)
                .orElseThrow(() -> new ReportingException(ErrorCode.NOT_SIGNED_IN, Map.of())));
    }

    private static String hashOf(String token) { return Sha256.of(token.getBytes(UTF_8)).hex(); }

    private record Attempt(Optional<StoredAccount> account, @org.jspecify.annotations.Nullable Instant lockedUntil) {}
}
