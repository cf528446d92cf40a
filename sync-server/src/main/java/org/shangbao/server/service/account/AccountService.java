package org.shangbao.server.service.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.person.Role;
import org.shangbao.model.unit.UnitId;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.transaction.Transactions;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.wire.v1.PersonRecord;

/** Who has an account. Nobody has a secret before an enrolment file was written for the office. Safe to share between threads. */
public final class AccountService {
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.SYSADMIN, Role.SECADMIN, Role.AUDITOR);
    private final Transactions transactions;
    private final UnitDirectory units;
    private final AuditTrail audit;

    /** Makes the service. */
    public AccountService(Transactions transactions, UnitDirectory units, AuditTrail audit) {
        this.transactions = transactions;
        this.units = units;
        this.audit = audit;
    }

    /**
     * Adds a person without a secret.
     *
     * @throws ReportingException COMMAND_LINE if the account is taken or has another form than {@code [a-z0-9][a-z0-9._-]*}, if name or roles
     *                            are missing, or if an administrator's role is not held alone; UNIT_UNKNOWN
     */
    public void add(PersonRecord person, String actor) throws ReportingException {
        if (!ACCOUNT.matcher(person.account()).matches()) {
            throw refused("account " + person.account());
        }
        if (person.name().isBlank() || person.name().length() > 100 || person.telephone().length() > 100) {
            throw refused("name");
        }
        if (person.roles().isEmpty() || person.roles().size() > 1 && person.roles().stream().anyMatch(ADMINISTRATORS::contains)) {
            throw refused("roles " + person.roles());
        }
        UnitId unit = UnitDirectory.unitId(person.unit());
        transactions.write(transaction -> {
            units.in(transaction).require(unit);
            if (transaction.accounts().find(person.account()).isPresent()) {
                throw refused("account " + person.account());
            }
            transaction.accounts().add(person);
            audit.record(transaction, actor, "ACCOUNT", person.account(), person.unit() + " " + person.roles());
            return true;
        });
    }

    /** Returns everybody with an account, by unit. */
    public List<PersonRecord> all() {
        return transactions
                .read(transaction -> transaction.accounts().all().stream().map(AccountRepository.StoredAccount::person).toList());
    }

    private static ReportingException refused(String detail) {
        return new ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", detail));
    }
}
