package org.shangbao.server.service.packages;

import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.UnitId;
import org.shangbao.server.service.account.AccountRepository.StoredAccount;
import org.shangbao.server.service.account.Permissions;
import org.shangbao.server.service.account.SessionService;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.change.ChangesService;
import org.shangbao.server.service.packages.PackageRepository.AnswerKey;
import org.shangbao.server.service.prereview.PreReviewService;
import org.shangbao.server.service.report.ReceiptSigner;
import org.shangbao.server.service.transaction.Transactions;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.wire.v1.Changes;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.SealedBox;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;
import org.shangbao.wire.v1.transfer.DownwardContents;
import org.shangbao.wire.v1.transfer.DownwardContents.Scope;
import org.shangbao.wire.v1.transfer.PackageHeader;
import org.shangbao.wire.v1.transfer.PackageHeader.Direction;
import org.shangbao.wire.v1.transfer.PackagePart;
import org.shangbao.wire.v1.transfer.PackageReceipt;
import org.shangbao.wire.v1.transfer.PartOutcome;
import org.shangbao.wire.v1.transfer.TransferPackage;
import org.shangbao.wire.v1.transfer.UpwardContents;

/**
 * Takes packages in and writes them. Whoever passes a package on lends it the link only: it is judged by the account whose secret lies in it,
 * and each part by the service of its call, in a transaction of its own, so one that is refused does not hold up the others. Safe to share
 * between threads.
 */
public final class PackageService {
    private static final int MOST_KEYS = 4;
    private static final int MOST_OUTCOMES = 100;
    private static final String PRE_REVIEWS = "/pre-reviews/";
    private final Transactions transactions;
    private final UnitDirectory units;
    private final SessionService sessions;
    private final PreReviewService preReviews;
    private final ChangesService changes;
    private final ReceiptSigner signer;
    private final KeyPair key;
    private final AuditTrail audit;

    /**
     * Makes the service.
     *
     * @param signer signs what goes down
     * @param key    opens what comes up
     */
    public PackageService(Transactions transactions, UnitDirectory units, SessionService sessions, PreReviewService preReviews,
            ChangesService changes, ReceiptSigner signer, KeyPair key, AuditTrail audit) {
        this.transactions = transactions;
        this.units = units;
        this.sessions = sessions;
        this.preReviews = preReviews;
        this.changes = changes;
        this.signer = signer;
        this.key = key;
        this.audit = audit;
    }

    /**
     * Takes a package that an office's client passes on; taking it again changes nothing.
     *
     * @param carrier who passes it on
     * @throws ReportingException as {@link #take(byte[])}
     */
    public PackageReceipt take(byte[] file, PersonRecord carrier) throws ReportingException {
        PackageReceipt receipt = take(file, carrier.account());
        boolean maySee = transactions
                .read(transaction -> Permissions.maySee(carrier, units.in(transaction), new UnitId(receipt.unit())));
        return maySee
                ? receipt
                : new PackageReceipt(receipt.id(), receipt.unit(), receipt.parts().stream()
                        .map(part -> new PartOutcome(part.kind(), "", part.code(), Map.of())).toList());
    }

    /**
     * Takes a package that was brought to the server.
     *
     * @throws ReportingException PACKAGE_TOO_LARGE, PACKAGE_BROKEN, PACKAGE_NEWER; PACKAGE_NOT_FOR_US if it was not written for this server;
     *                            PACKAGE_SENDER if account and secret in it are not right, or not of the office it names; LOCKED_OUT; nothing is
     *                            taken then
     */
    public PackageReceipt take(byte[] file) throws ReportingException { return take(file, AuditTrail.COMMAND); }

    private PackageReceipt take(byte[] file, String carrier) throws ReportingException {
        TransferPackage taken = TransferPackage.read(file);
        PackageHeader header = taken.header();
        if (header.direction() != Direction.UP) {
            throw new ReportingException(ErrorCode.PACKAGE_NOT_FOR_US, Map.of("unit", header.unit()));
        }
        TransferPackage.Contents contents = taken.open(key.getPublic(), key.getPrivate());
        UpwardContents list = contents.listAs(UpwardContents.class);
        List<byte[]> parts = contents.cut(list.parts());
        PublicKey answerKey = answerKey(list.answerKey());
        PersonRecord sender = sender(list, header.unit());
        List<PartOutcome> outcomes = new ArrayList<>();
        for (int index = 0; index < parts.size(); index++) {
            outcomes.add(take(sender, list.parts().get(index), parts.get(index)));
        }
        transactions.write(transaction -> {
            transaction.packages().putKey(
                    new AnswerKey(SignedDocument.keyId(answerKey), sender.unit(), sender.account(), list.answerKey()), audit.now());
            outcomes.forEach(outcome -> transaction.packages().putOutcome(sender.unit(), outcome, audit.now()));
            transaction.packages().keepLatest(sender.unit(), MOST_KEYS, MOST_OUTCOMES);
            audit.record(transaction, carrier, "PACKAGE", sender.unit(),
                    header.id() + " " + sender.account() + " " + Sha256.of(file).hex());
            return Boolean.TRUE;
        });
        return new PackageReceipt(header.id(), sender.unit(), outcomes);
    }

    private static PublicKey answerKey(String text) throws ReportingException {
        try {
            return SealedBox.publicKey(text);
        } catch (WireFormatException e) {
            throw new ReportingException(ErrorCode.PACKAGE_BROKEN, Map.of("reason", "answer key"), e);
        }
    }

    private PersonRecord sender(UpwardContents list, String unit) throws ReportingException {
        try {
            PersonRecord person = sessions.identify(list.sender());
            if (person.unit().equals(unit)) {
                return person;
            }
        } catch (ReportingException e) {
            // said otherwise than to somebody who signs in: it is not the carrier's account that is wrong
            if (e.error() != ErrorCode.NOT_SIGNED_IN) {
                throw e;
            }
        }
        throw new ReportingException(ErrorCode.PACKAGE_SENDER, Map.of());
    }

    private PartOutcome take(PersonRecord sender, PackagePart part, byte[] bytes) {
        try {
            if (!part.kind().equals(PackagePart.PRE_REVIEW)) {
                throw new ReportingException(ErrorCode.PACKAGE_NEWER, Map.of());
            }
            takeDraft(sender, part, bytes);
            return new PartOutcome(part.kind(), part.address(), "", Map.of());
        } catch (ReportingException e) {
            return new PartOutcome(part.kind(), part.address(), e.error().code(), e.details());
        }
    }

    private void takeDraft(PersonRecord sender, PackagePart part, byte[] bytes) throws ReportingException {
        int cut = part.address().indexOf(PRE_REVIEWS);
        ReportId report;
        UUID draft;
        try {
            report = ReportId.parse(part.address().substring(0, Math.max(0, cut)));
            draft = UUID.fromString(part.address().substring(cut + PRE_REVIEWS.length()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", "address"), e);
        }
        preReviews.take(sender, report, draft, bytes, new Sha256(part.sha256()));
    }

    /**
     * Writes the package of an office that a level above passes on.
     *
     * @throws ReportingException as {@link #write(UnitId)}; NOT_PERMITTED if the person may not see the office's reports
     */
    public byte[] write(PersonRecord carrier, UnitId unit) throws ReportingException {
        transactions.read(transaction -> {
            var list = units.in(transaction);
            list.require(unit);
            Permissions.see(carrier, list, unit);
            return Boolean.TRUE;
        });
        return write(unit);
    }

    /**
     * Writes the package of an office: everything that is new to it if it ever sent one, closed for it; else only what is not confidential.
     *
     * @throws ReportingException UNIT_UNKNOWN, PACKAGE_TOO_LARGE
     */
    public byte[] write(UnitId unit) throws ReportingException {
        List<PublicKey> to = new ArrayList<>();
        PersonRecord holder = null;
        for (AnswerKey answerKey : transactions.read(transaction -> transaction.packages().keys(unit.value()))) {
            Optional<PersonRecord> found = holder(answerKey);
            if (found.isPresent()) {
                holder = found.get();
                to.add(SealedBox.publicKey(answerKey.publicKey()));
            }
        }
        List<Changes> pages = holder == null ? List.of(changes.lists(unit)) : pages(holder);
        List<byte[]> parts = pages.stream().map(WireJson::writeCanonical).toList();
        UUID id = UUID.randomUUID();
        Instant now = audit.now();
        DownwardContents list = new DownwardContents(id, unit.value(), holder == null ? Scope.LISTS : Scope.EVERYTHING,
                pages.getLast().cursor(), now, parts.stream().map(bytes -> PackagePart.of(PackagePart.CHANGES, "", bytes)).toList(),
                holder == null ? List.of() : transactions.read(transaction -> transaction.packages().outcomes(unit.value())));
        return TransferPackage.of(PackageHeader.down(id, unit, now), to, signer.signed(DownwardContents.TYPE, list), parts).bytes();
    }

    /** All who may see the office's reports see the same ones, so it does not matter for whom the news are asked. */
    private Optional<PersonRecord> holder(AnswerKey answerKey) {
        return transactions.read(transaction -> transaction.accounts().find(answerKey.account()).map(StoredAccount::person)
                .filter(person -> person.unit().equals(answerKey.unit()))
                .filter(person -> Permissions.maySee(person, units.in(transaction), new UnitId(answerKey.unit()))));
    }

    private List<Changes> pages(PersonRecord holder) {
        List<Changes> pages = new ArrayList<>();
        @Nullable
        String cursor = null;
        Set<String> seen = new java.util.HashSet<>();
        Changes page = changes.after(holder, cursor);
        while (seen.add(page.cursor())) {
            pages.add(changes.withPackageKey(page));
            page = changes.after(holder, page.cursor());
        }
        return pages;
    }
}
