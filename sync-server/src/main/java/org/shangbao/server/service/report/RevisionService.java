package org.shangbao.server.service.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.PaperPolicy;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.unit.Unit;
import org.shangbao.server.service.account.Permissions;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.edition.EditionCatalogue;
import org.shangbao.server.service.period.Windows;
import org.shangbao.server.service.report.ReportRepository.Place;
import org.shangbao.server.service.report.ReportRepository.StoredReport;
import org.shangbao.server.service.report.ReportRepository.StoredRevision;
import org.shangbao.server.service.report.RevisionOutcome.Result;
import org.shangbao.server.service.review.ReviewRows;
import org.shangbao.server.service.transaction.CounterRepository.Counter;
import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.server.service.transaction.Transactions;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.server.service.unit.UnitList;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.Receipt;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.Sha256;

/**
 * Takes finalized revisions. Whatever was once checked and sent stays stored, whether it became the head or not; sending it again changes
 * nothing. Safe to share between threads.
 */
public final class RevisionService {
    private final Transactions transactions;
    private final UnitDirectory units;
    private final EditionCatalogue editions;
    private final RevisionChecks checks;
    private final ReviewRows reviews;
    private final ReceiptSigner signer;
    private final AuditTrail audit;

    /** Makes the service. */
    public RevisionService(Transactions transactions, UnitDirectory units, EditionCatalogue editions, RevisionChecks checks,
            ReviewRows reviews, ReceiptSigner signer, AuditTrail audit) {
        this.transactions = transactions;
        this.units = units;
        this.editions = editions;
        this.checks = checks;
        this.reviews = reviews;
        this.signer = signer;
        this.audit = audit;
    }

    /**
     * Takes a revision.
     *
     * @param person   who sends it
     * @param reportId natural key it was sent to
     * @param revision id it was sent under
     * @param bytes    canonical bytes
     * @param digest   SHA-256 the sender gave for them
     * @param parent   parent the sender named, null for none
     * @return what became of it; the receipt is durable when this returns
     * @throws ReportingException DIGEST_MISMATCH, REPORT_FORMAT, NOT_PERMITTED, UNIT_UNKNOWN, EDITION_UNKNOWN, REVISION_REUSED, or what
     *                            {@link RevisionChecks} throws; nothing is stored then
     */
    public RevisionOutcome take(PersonRecord person, ReportId reportId, UUID revision, byte[] bytes, Sha256 digest,
            @Nullable UUID parent) throws ReportingException {
        if (!Sha256.of(bytes).equals(digest)) {
            throw new ReportingException(ErrorCode.DIGEST_MISMATCH, Map.of());
        }
        FinalizedReport report = FinalizedReport.read(bytes);
        if (!report.reportId().equals(reportId) || !report.revision().equals(revision)
                || !Optional.ofNullable(report.parent()).equals(Optional.ofNullable(parent)) || revision.equals(parent)) {
            throw new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", "address"));
        }
        return transactions.write(transaction -> {
            UnitList list = units.in(transaction);
            Unit unit = list.require(reportId.unit());
            Permissions.submit(person, list, unit);
            Optional<StoredRevision> known = transaction.reports().revision(revision);
            if (known.isPresent()) {
                return repeated(transaction, reportId, known.get(), digest);
            }
            FormEdition edition = editions.require(transaction, report.edition());
            if (!edition.digest().equals(report.editionDigest())) {
                throw new ReportingException(ErrorCode.EDITION_UNKNOWN, Map.of("edition", report.edition()));
            }
            checks.check(transaction, list, unit, edition, report);
            return new Intake(transaction, list, unit, person, audit.now()).store(report, bytes, digest, paper(unit, edition));
        });
    }

    private static RevisionOutcome repeated(Transaction transaction, ReportId reportId, StoredRevision known, Sha256 digest)
            throws ReportingException {
        if (!known.digest().equals(digest.hex()) || !known.report().equals(reportId.toString())) {
            throw new ReportingException(ErrorCode.REVISION_REUSED, Map.of("number", Integer.toString(known.number())));
        }
        return switch (known.place()) {
            case LINE -> new RevisionOutcome(Result.REPEATED, known.receipt(), known.id(), known.number());
            case PARKED -> new RevisionOutcome(Result.PARKED, known.receipt(), null, 0);
            case BRANCH -> conflict(transaction, known.report());
        };
    }

    private static RevisionOutcome conflict(Transaction transaction, String report) {
        UUID head = transaction.reports().find(report).map(StoredReport::head).orElse(null);
        int number = head == null ? 0 : transaction.reports().revision(head).map(StoredRevision::number).orElse(0);
        return new RevisionOutcome(Result.CONFLICT, "", head, number);
    }

    private static ReportState.Paper paper(Unit unit, FormEdition edition) {
        boolean none = unit.fills() == null && edition.paper().cityPaper() == PaperPolicy.CityPaper.NONE;
        return none ? ReportState.Paper.NOT_NEEDED : ReportState.Paper.NOT_THERE;
    }

    /** One revision on its way into the store, within one transaction. */
    private final class Intake {
        private final Transaction transaction;
        private final UnitList list;
        private final Unit unit;
        private final PersonRecord person;
        private final Instant now;

        Intake(Transaction transaction, UnitList list, Unit unit, PersonRecord person, Instant now) {
            this.transaction = transaction;
            this.list = list;
            this.unit = unit;
            this.person = person;
            this.now = now;
        }

        RevisionOutcome store(FinalizedReport report, byte[] bytes, Sha256 digest, ReportState.Paper paper) {
            String id = report.reportId().toString();
            StoredReport stored = transaction.reports().find(id).orElseGet(() -> begin(report, id));
            Place place = place(stored, report.parent());
            boolean late = Windows.of(transaction, list).isLate(report.period(), report.edition(), unit.id(), now);
            long sequence = transaction.counters().next(Counter.RECEIPT);
            String receipt = receipt(id, report.revision(), digest.hex(), place, now, late, sequence);
            StoredRevision revision = new StoredRevision(report.revision(), id, report.number(), report.parent(), digest.hex(), place,
                    receipt,
                    sequence, now, late, person.account(), report.explanations().size(), paper, null, 0);
            transaction.reports().add(revision, bytes);
            transaction.reports().setChange(id, transaction.counters().next(Counter.CHANGE));
            audit.record(transaction, person.account(), "REVISION", id, place + " R" + report.number() + " " + digest.hex());
            return switch (place) {
                case LINE -> {
                    becomeHead(stored, revision);
                    applyParked(revision);
                    yield new RevisionOutcome(Result.TAKEN, receipt, revision.id(), revision.number());
                }
                case PARKED -> new RevisionOutcome(Result.PARKED, receipt, stored.head(), 0);
                case BRANCH -> conflict(transaction, id);
            };
        }

        private StoredReport begin(FinalizedReport report, String id) {
            StoredReport begun = new StoredReport(id, report.unit(), report.period(), report.edition(), ReportStatus.DRAFT, null, 0);
            transaction.reports().add(begun);
            return begun;
        }

        private Place place(StoredReport stored, @Nullable UUID parent) {
            if (reviews.isReported(transaction, stored.id())) {
                // 更正 after 报部 is a record of its own; what was reported stays the head
                return Place.BRANCH;
            }
            if (parent == null || parent.equals(stored.head())) {
                boolean fits = parent != null || stored.head() == null;
                return fits ? Place.LINE : Place.BRANCH;
            }
            Optional<StoredRevision> known = transaction.reports().revision(parent).filter(found -> found.report().equals(stored.id()));
            return known.isEmpty() || known.get().place() == Place.PARKED ? Place.PARKED : Place.BRANCH;
        }

        private void becomeHead(StoredReport stored, StoredRevision revision) {
            if (!transaction.reports().moveHead(stored.id(), revision.parent(), revision.id())) {
                throw new IllegalStateException("the head of " + stored.id() + " moved while the chain was held");
            }
            transaction.reports().setStatus(stored.id(), ReportStatus.SUBMITTED);
            reviews.submitted(transaction, list, unit, stored, revision, person, now);
        }

        /** What waited for this revision follows at once; of several, the first to arrive, the others become branches. */
        private void applyParked(StoredRevision arrived) {
            List<StoredRevision> waiting = transaction.reports().parkedBehind(arrived.id()).stream()
                    .filter(parked -> parked.report().equals(arrived.report())).toList();
            for (StoredRevision parked : waiting) {
                boolean first = parked.equals(waiting.getFirst());
                Place place = first ? Place.LINE : Place.BRANCH;
                long sequence = transaction.counters().next(Counter.RECEIPT);
                transaction.reports().place(parked.id(), place,
                        receipt(parked.report(), parked.id(), parked.digest(), place, parked.receivedAt(), parked.late(), sequence),
                        sequence);
                audit.record(transaction, parked.account(), "REVISION", parked.report(),
                        place + " R" + parked.number() + " " + parked.digest());
                if (first) {
                    becomeHead(transaction.reports().find(parked.report()).orElseThrow(), parked);
                    applyParked(parked);
                }
            }
        }

        private String receipt(String report, UUID revision, String digest, Place place, Instant receivedAt, boolean late, long sequence) {
            Receipt.State state = place == Place.LINE ? Receipt.State.HEAD : Receipt.State.PARKED;
            return signer.sign(new Receipt(report, revision, digest, state, receivedAt, late, sequence));
        }
    }

    /**
     * Returns the canonical bytes of a revision.
     *
     * @throws ReportingException REPORT_UNKNOWN if it is not here under this report, NOT_PERMITTED
     */
    public byte[] bytes(PersonRecord person, ReportId reportId, UUID revision) throws ReportingException {
        return transactions.read(transaction -> {
            Permissions.see(person, units.in(transaction), reportId.unit());
            if (transaction.reports().revision(revision).filter(found -> found.report().equals(reportId.toString())).isEmpty()) {
                throw new ReportingException(ErrorCode.REPORT_UNKNOWN, Map.of("report", reportId + " " + revision));
            }
            return transaction.reports().bytes(revision);
        });
    }

    /**
     * Returns a report as the server holds it.
     *
     * @throws ReportingException REPORT_UNKNOWN if nothing of it is here, NOT_PERMITTED
     */
    public ReportState state(PersonRecord person, ReportId reportId) throws ReportingException {
        return transactions.read(transaction -> {
            UnitList list = units.in(transaction);
            Permissions.see(person, list, reportId.unit());
            StoredReport stored = transaction.reports().find(reportId.toString())
                    .orElseThrow(() -> new ReportingException(ErrorCode.REPORT_UNKNOWN, Map.of("report", reportId.toString())));
            return ReportStates.of(transaction, list, stored);
        });
    }
}
