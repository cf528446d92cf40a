package org.shangbao.server.service.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.unit.UnitId;
import org.shangbao.server.service.account.AccountRepository.StoredAccount;
import org.shangbao.server.service.account.SecretHasher;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.change.ChangesService;
import org.shangbao.server.service.edition.EditionCatalogue;
import org.shangbao.server.service.period.Windows;
import org.shangbao.server.service.report.ReceiptSigner;
import org.shangbao.server.service.transaction.Transactions;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.server.service.unit.UnitList;
import org.shangbao.wire.v1.EnrolmentFile;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.SignedDocument;

/** Writes 授权文件. Each one gives the office's accounts fresh secrets; those of the file before stop working. Safe to share. */
public final class EnrolmentService {
    private final Transactions transactions;
    private final UnitDirectory units;
    private final SecretHasher hasher;
    private final ReceiptSigner signer;
    private final AuditTrail audit;
    private final String serverUrl;
    private final RecoveryKey recoveryKey;
    private final String packageKey;

    /** Where the public recovery key comes from, Base64; empty if there is none. */
    @FunctionalInterface
    public interface RecoveryKey {
        /** Returns it. */
        String get() throws ReportingException;
    }

    /**
     * Makes the service.
     *
     * @param serverUrl   base URL clients are to use, without a trailing slash
     * @param recoveryKey what offices close an envelope of their data key with
     * @param packageKey  what offices close their packages with, Base64
     */
    public EnrolmentService(Transactions transactions, UnitDirectory units, SecretHasher hasher, ReceiptSigner signer, AuditTrail audit,
            String serverUrl, RecoveryKey recoveryKey, String packageKey) {
        this.transactions = transactions;
        this.units = units;
        this.hasher = hasher;
        this.signer = signer;
        this.audit = audit;
        this.serverUrl = serverUrl;
        this.recoveryKey = recoveryKey;
        this.packageKey = packageKey;
    }

    /**
     * Makes the signed enrolment file of an office.
     *
     * @param certificates PEM of the authority behind the server's certificate, null if a public one or none
     * @throws ReportingException UNIT_UNKNOWN; COMMAND_LINE if the office has no accounts
     */
    public SignedDocument enrol(UnitId office, @Nullable String certificates, String actor) throws ReportingException {
        return transactions.write(transaction -> {
            UnitList list = units.in(transaction);
            list.require(office);
            List<PersonRecord> people = transaction.accounts().all().stream().map(StoredAccount::person)
                    .filter(person -> person.unit().equals(office.value())).toList();
            if (people.isEmpty()) {
                throw new ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", "users add --unit " + office));
            }
            List<EnrolmentFile.AccountSecret> secrets = new ArrayList<>();
            for (PersonRecord person : people) {
                String secret = hasher.newSecret();
                transaction.accounts().setSecretHash(person.account(), hasher.hash(secret));
                transaction.accounts().endSessions(person.account());
                secrets.add(new EnrolmentFile.AccountSecret(person.account(), secret));
            }
            // whoever held the old secrets reads no further answers
            transaction.packages().forgetKeys(office.value());
            String recovery = recoveryKey.get();
            audit.record(transaction, actor, "ENROLMENT", office.value(), Integer.toString(people.size()));
            String key = java.util.Base64.getEncoder().encodeToString(signer.publicKey().getEncoded());
            return signer.signed(EnrolmentFile.TYPE,
                    new EnrolmentFile(serverUrl, key, certificates, office.value(), list.viewOf(office),
                            EditionCatalogue.records(transaction),
                            Windows.of(transaction, list).viewOf(office), ChangesService.designations(transaction, list, office), people,
                            secrets, recovery.isEmpty() ? null : recovery, packageKey, audit.now()));
        });
    }
}
