package org.shangbao.client.application.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Map;

import org.shangbao.client.application.office.Editions;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.office.OfficeReading;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.Setting;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.wire.v1.EditionRecord;
import org.shangbao.wire.v1.EnrolmentFile;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;

/** Takes an enrolment file in, whole or not at all. */
public final class EnrolmentService {
    private final OfficeStore store;
    private final OfficeReading reading;

    /** Makes the service. */
    public EnrolmentService(OfficeStore store, OfficeReading reading) {
        this.store = store;
        this.reading = reading;
    }

    /**
     * Verifies an enrolment file without using it: signature by the key it brings, unit list, editions, people.
     *
     * @throws ReportingException ENROLMENT_BROKEN with the reason
     */
    public static EnrolmentFile verify(byte[] document, Editions editions) throws ReportingException {
        try {
            SignedDocument signed = WireJson.read(document, SignedDocument.class);
            // the file brings the key that every later receipt is verified with; that it is the right one is vouched for by whoever hands it over
            EnrolmentFile unverified = signed.payloadAs(EnrolmentFile.class);
            PublicKey key = SignedDocument.publicKey(unverified.serverKey());
            if (!signed.isSignedBy(key, EnrolmentFile.TYPE)) {
                throw broken("signature", null);
            }
            UnitTree tree = OfficeReading.tree(unverified.units());
            if (tree.find(new UnitId(unverified.unit())).isEmpty() || unverified.people().isEmpty() || unverified.editions().isEmpty()) {
                throw broken("incomplete", null);
            }
            for (EditionRecord edition : unverified.editions()) {
                editions.load(edition);
            }
            return unverified;
        } catch (WireFormatException | IllegalArgumentException e) {
            throw broken(String.valueOf(e.getMessage()), e);
        } catch (ReportingException e) {
            if (e.error() == ErrorCode.ENROLMENT_BROKEN) {
                throw e;
            }
            throw broken(String.valueOf(e.getMessage()), e);
        }
    }

    private static ReportingException broken(String reason, @org.jspecify.annotations.Nullable Throwable cause) {
        return new ReportingException(ErrorCode.ENROLMENT_BROKEN, Map.of("reason", reason), cause);
    }

    /**
     * Makes the store an office's.
     *
     * @param account account that works here, empty for the first one the file names
     * @throws ReportingException ALREADY_ENROLLED, ENROLMENT_BROKEN if it has no such account
     */
    public Office enrol(EnrolmentFile file, String account) throws ReportingException {
        return store.write("office.enrol", changes -> {
            if (changes.setting(Setting.UNIT).isPresent()) {
                throw new ReportingException(ErrorCode.ALREADY_ENROLLED, Map.of("unit", reading.office(changes).unit().name()));
            }
            String chosen = account.isEmpty() ? file.people().getFirst().account() : account;
            if (file.people().stream().noneMatch(person -> person.account().equals(chosen))) {
                throw broken("account " + chosen, null);
            }
            changes.putSetting(Setting.UNIT, file.unit());
            changes.putSetting(Setting.SERVER_URL, file.serverUrl());
            changes.putSetting(Setting.SERVER_KEY, file.serverKey());
            changes.putSetting(Setting.ACCOUNT, chosen);
            changes.putSetting(Setting.ENROLMENT_ISSUED_AT, file.issuedAt().toString());
            if (file.certificates() != null) {
                changes.putSetting(Setting.CERTIFICATES, file.certificates());
            }
            if (file.recoveryKey() != null) {
                changes.putSetting(Setting.RECOVERY_KEY, file.recoveryKey());
            }
            if (file.packageKey() != null) {
                changes.putSetting(Setting.PACKAGE_KEY, file.packageKey());
            }
            changes.replaceUnits(file.units());
            for (EditionRecord edition : file.editions()) {
                changes.putEdition(edition);
            }
            changes.replaceWindows(file.windows());
            changes.replaceDesignations(file.designations());
            changes.replacePeople(file.people());
            for (EnrolmentFile.AccountSecret secret : file.secrets()) {
                changes.putSecret(secret.account(), secret.secret());
            }
            return reading.office(changes);
        }).value();
    }

    /**
     * Takes a later file of the same office and the same server: its accounts' new secrets, since those of the file before have stopped working,
     * and its recovery key. Nothing else is touched; units, windows and editions come from the server.
     *
     * @throws ReportingException NOT_ENROLLED; ALREADY_ENROLLED if it is another office's; ENROLMENT_BROKEN if it is another server's or older
     */
    public Office renew(EnrolmentFile file) throws ReportingException {
        return store.write("office.renew", changes -> {
            Office office = reading.office(changes);
            if (!file.unit().equals(office.unit().id().value())) {
                throw new ReportingException(ErrorCode.ALREADY_ENROLLED, Map.of("unit", office.unit().name()));
            }
            if (!file.serverKey().equals(changes.setting(Setting.SERVER_KEY).orElse(""))) {
                throw broken("server key", null);
            }
            String before = changes.setting(Setting.ENROLMENT_ISSUED_AT).orElse("");
            if (!before.isEmpty() && file.issuedAt().isBefore(Instant.parse(before))) {
                throw broken("older", null);
            }
            changes.putSetting(Setting.ENROLMENT_ISSUED_AT, file.issuedAt().toString());
            if (file.recoveryKey() != null) {
                changes.putSetting(Setting.RECOVERY_KEY, file.recoveryKey());
            }
            if (file.packageKey() != null) {
                changes.putSetting(Setting.PACKAGE_KEY, file.packageKey());
            }
            for (EnrolmentFile.AccountSecret secret : file.secrets()) {
                changes.putSecret(secret.account(), secret.secret());
            }
            return office;
        }).value();
    }

    /** Returns the text of the folder's plain description: which office it is and whom to call; no secret. */
    public static byte[] about(Office office) {
        return WireJson.write(new About("shangbao-about", 1, office.unit().id().value(), office.unit().name(), office.abovePhone()));
    }

    /** What may be known of a folder without its key. */
    public record About(String format, int version, String unit, String unitName, String contact) {
        /** Reads it. */
        public static About read(String text) throws WireFormatException {
            return WireJson.read(text.getBytes(StandardCharsets.UTF_8), About.class);
        }
    }
}
