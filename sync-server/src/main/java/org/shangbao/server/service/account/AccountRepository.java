package org.shangbao.server.service.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.wire.v1.PersonRecord;

/** Accounts and sessions as stored. Secrets and tokens are never stored, only their hashes. */
public interface AccountRepository {
    /**
     * An account.
     *
     * @param person      who it is
     * @param secretHash  see {@link SecretHasher}; empty while no secret was ever given out
     * @param failures    wrong attempts since the last right one
     * @param lockedUntil until when it is paused, null if it is not
     */
    record StoredAccount(PersonRecord person, String secretHash, int failures, @Nullable Instant lockedUntil) {}

    /** A session: account and when it ends. */
    record StoredSession(String account, Instant expiresAt) {}

    /** Returns all accounts by unit and name. */
    List<StoredAccount> all();

    /** Returns the account. */
    Optional<StoredAccount> find(String account);

    /** Adds an account without a secret; the name must be new. */
    void add(PersonRecord person);

    /** Gives a new secret, ends the pause. */
    void setSecretHash(String account, String secretHash);

    /** Counts an attempt; returns how many there are now. */
    int countAttempt(String account);

    /** Sets the count back and ends or begins a pause. */
    void setAttempts(String account, int failures, @Nullable Instant lockedUntil);

    /** Begins a session. */
    void addSession(String tokenHash, String account, Instant expiresAt);

    /** Returns the session with this token. */
    Optional<StoredSession> session(String tokenHash);

    /** Ends all sessions of an account. */
    void endSessions(String account);

    /** Forgets sessions that ended before. */
    void forgetSessionsBefore(Instant instant);
}
