package org.shangbao.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shangbao.model.person.Role;
import org.shangbao.server.service.account.AccountRepository;
import org.shangbao.wire.v1.PersonRecord;

final class JdbiAccountRepository implements AccountRepository {
    private static final String SELECT = "SELECT account, name, unit, roles, telephone, secret_hash, failures, locked_until FROM account";
    private final Handle handle;

    JdbiAccountRepository(Handle handle) { this.handle = handle; }

    @Override
    public List<StoredAccount> all() {
        return handle.createQuery(SELECT + " ORDER BY unit, account").map((row, context) -> account(row)).list();
    }

    @Override
    public Optional<StoredAccount> find(String account) {
        return handle.createQuery(SELECT + " WHERE account = :account").bind("account", account).map((row, context) -> account(row))
                .findOne();
    }

    @Override
    public void add(PersonRecord person) {
        handle.createUpdate("INSERT INTO account (account, name, unit, roles, telephone, secret_hash, failures, locked_until)"
                + " VALUES (:account, :name, :unit, :roles, :telephone, '', 0, NULL)").bind("account", person.account())
                .bind("name", person.name()).bind("unit", person.unit())
                .bind("roles", person.roles().stream().map(Role::name).collect(Collectors.joining(",")))
                .bind("telephone", person.telephone()).execute();
    }

    @Override
    public void setSecretHash(String account, String secretHash) {
        handle.createUpdate("UPDATE account SET secret_hash = :hash, failures = 0, locked_until = NULL WHERE account = :account")
                .bind("account", account).bind("hash", secretHash).execute();
    }

    @Override
    public int countAttempt(String account) {
        handle.createUpdate("UPDATE account SET failures = failures + 1 WHERE account = :account").bind("account", account).execute();
        return handle.createQuery("SELECT failures FROM account WHERE account = :account").bind("account", account).mapTo(Integer.class)
                .one();
    }

    @Override
    public void setAttempts(String account, int failures, @Nullable Instant lockedUntil) {
        handle.createUpdate("UPDATE account SET failures = :failures, locked_until = :lockedUntil WHERE account = :account")
                .bind("account", account).bind("failures", failures).bind("lockedUntil", Columns.at(lockedUntil)).execute();
    }

    @Override
    public void addSession(String tokenHash, String account, Instant expiresAt) {
        handle.createUpdate("INSERT INTO session (token_hash, account, expires_at) VALUES (:tokenHash, :account, :expiresAt)")
                .bind("tokenHash", tokenHash).bind("account", account).bind("expiresAt", Columns.at(expiresAt)).execute();
    }

    @Override
    public Optional<StoredSession> session(String tokenHash) {
        return handle.createQuery("SELECT account, expires_at FROM session WHERE token_hash = :tokenHash").bind("tokenHash", tokenHash)
                .map((row, context) -> new StoredSession(row.getString("account"), Columns.instant(row, "expires_at"))).findOne();
    }

    @Override
    public void endSessions(String account) {
        handle.createUpdate("DELETE FROM session WHERE account = :account").bind("account", account).execute();
    }

    @Override
    public void forgetSessionsBefore(Instant instant) {
        handle.createUpdate("DELETE FROM session WHERE expires_at < :instant").bind("instant", Columns.at(instant)).execute();
    }

    private static StoredAccount account(ResultSet row) throws SQLException {
        List<Role> roles = Arrays.stream(row.getString("roles").split(",")).filter(name -> !name.isEmpty()).map(Role::valueOf).toList();
        return new StoredAccount(
                new PersonRecord(row.getString("account"), row.getString("name"), row.getString("unit"), roles, row.getString("telephone")),
                row.getString("secret_hash"), row.getInt("failures"), Columns.optionalInstant(row, "locked_until"));
    }
}
