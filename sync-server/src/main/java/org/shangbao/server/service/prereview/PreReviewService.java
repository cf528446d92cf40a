package org.shangbao.server.service.prereview;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportAct;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.server.service.account.Permissions;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.edition.EditionCatalogue;
import org.shangbao.server.service.prereview.PreReviewRepository.StoredAnswer;
import org.shangbao.server.service.prereview.PreReviewRepository.StoredDraft;
import org.shangbao.server.service.report.AnswerBounds;
import org.shangbao.server.service.report.ReportRepository.StoredReport;
import org.shangbao.server.service.report.ReportStates;
import org.shangbao.server.service.review.ReviewRepository.StoredOperation;
import org.shangbao.server.service.review.ReviewRows;
import org.shangbao.server.service.review.ReviewWords;
import org.shangbao.server.service.transaction.CounterRepository.Counter;
import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.server.service.transaction.Transactions;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.server.service.unit.UnitList;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.PreReviewAnswer;
import org.shangbao.wire.v1.PreReviewDraft;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.WireJson;

/**
 * Takes drafts for a look and the answers to them. A draft is taken wherever the report stands, since one that was on its way while the
 * report was submitted must not get stuck; what came later is what counts, by the server's own order. Safe to share between threads.
 */
public final class PreReviewService {
    /** Act in the history of a report. */
    public static final String ANSWERED = "ANSWER_PRE_REVIEW";
    private final Transactions transactions;
    private final UnitDirectory units;
    private final EditionCatalogue editions;
    private final ReviewRows rows;
    private final AuditTrail audit;

    /** Makes the service. */
    public PreReviewService(Transactions transactions, UnitDirectory units, EditionCatalogue editions, ReviewRows rows, AuditTrail audit) {
        this.transactions = transactions;
        this.units = units;
        this.editions = editions;
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * Takes a draft; the same again changes nothing.
     *
     * @param reportId natural key it was sent to
     * @param id       id it was sent under
     * @param bytes    canonical bytes
     * @param digest   SHA-256 the sender gave for them
     * @return the report as it is now; durable when this returns
     * @throws ReportingException DIGEST_MISMATCH, REPORT_FORMAT; UNIT_UNKNOWN; NOT_PERMITTED if the person may not report for the unit;
     *                            EDITION_UNKNOWN, PERIOD_UNKNOWN; MOVE_NOT_ALLOWED if nobody above could look at it; what
     *                            {@link AnswerBounds} throws; REVISION_REUSED if the id was used for something else; nothing is stored then
     */
    public ReportState take(PersonRecord person, ReportId reportId, UUID id, byte[] bytes, Sha256 digest) throws ReportingException {
        if (!Sha256.of(bytes).equals(digest)) {
            throw new ReportingException(ErrorCode.DIGEST_MISMATCH, Map.of());
        }
        PreReviewDraft draft = PreReviewDraft.read(bytes);
        if (!draft.reportId().equals(reportId) || !draft.draft().equals(id)) {
            throw new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", "address"));
        }
        return transactions.write(transaction -> {
            UnitList list = units.in(transaction);
            Unit unit = list.require(reportId.unit());
            Permissions.submit(person, list, unit);
            Optional<StoredDraft> known = transaction.preReviews().find(id);
            if (known.isPresent()) {
                if (!known.get().digest().equals(digest.hex()) || !known.get().report().equals(reportId.toString())) {
                    throw new ReportingException(ErrorCode.REVISION_REUSED, Map.of("number", Integer.toString(known.get().number())));
                }
            } else {
                check(transaction, list, unit, draft);
                store(transaction, person, draft, bytes, digest);
            }
            return ReportStates.of(transaction, list, transaction.reports().find(reportId.toString()).orElseThrow());
        });
    }

    private void check(Transaction transaction, UnitList list, Unit unit, PreReviewDraft draft) throws ReportingException {
        FormEdition edition = editions.require(transaction, draft.edition());
        if (!edition.digest().equals(draft.editionDigest())) {
            throw new ReportingException(ErrorCode.EDITION_UNKNOWN, Map.of("edition", draft.edition()));
        }
        if (edition.calendarEntry(new PeriodId(draft.period())).isEmpty()) {
            throw new ReportingException(ErrorCode.PERIOD_UNKNOWN, Map.of("period", draft.period()));
        }
        if (!UnitList.fillsOwnFigures(unit) || list.signsOff(unit)) {
            throw new ReportingException(ErrorCode.MOVE_NOT_ALLOWED,
                    Map.of("status", ReportStatus.DRAFT.name(), "act", ReportAct.SEND_FOR_PRE_REVIEW.name()));
        }
        AnswerBounds.check(edition, unit, draft.content(), true);
    }

    private void store(Transaction transaction, PersonRecord person, PreReviewDraft draft, byte[] bytes, Sha256 digest) {
        String report = draft.reportId().toString();
        Instant now = audit.now();
        if (transaction.reports().find(report).isEmpty()) {
            transaction.reports().add(new StoredReport(report, draft.unit(), draft.period(), draft.edition(), ReportStatus.DRAFT, null, 0));
        }
        long sequence = transaction.counters().next(Counter.CHANGE);
        transaction.preReviews().add(new StoredDraft(draft.draft(), report, sequence, draft.number(), digest.hex(), now, person.account(),
                person.name()), bytes);
        transaction.reports().setChange(report, sequence);
        rows.history(transaction, report, now, ReportAct.SEND_FOR_PRE_REVIEW.name(), person.name(), draft.unit(), draft.number(),
                draft.note());
        audit.record(transaction, person.account(), ReportAct.SEND_FOR_PRE_REVIEW.name(), report, draft.number() + " " + digest.hex());
    }

    /**
     * Returns the canonical bytes of a draft.
     *
     * @throws ReportingException REPORT_UNKNOWN if it is not here under this report, NOT_PERMITTED
     */
    public byte[] bytes(PersonRecord person, ReportId reportId, UUID id) throws ReportingException {
        return transactions.read(transaction -> {
            Permissions.see(person, units.in(transaction), reportId.unit());
            require(transaction, reportId, id);
            return transaction.preReviews().bytes(id);
        });
    }

    /**
     * Keeps the answer of a level; the same operation again changes nothing.
     *
     * @throws ReportingException REPORT_UNKNOWN if the draft is not here under this report; NOT_PERMITTED if the person may not review for
     *                            that level; what {@link ReviewWords} throws; REVISION_REUSED if the operation id was used for something else
     */
    public ReportState answer(PersonRecord person, ReportId reportId, UUID id, PreReviewAnswer answer) throws ReportingException {
        UnitId acting = UnitDirectory.unitId(answer.actingUnit());
        String digest = Sha256.of((reportId + " " + id + " " + person.account() + " " + Sha256.of(WireJson.writeCanonical(answer)).hex())
                .getBytes(StandardCharsets.UTF_8)).hex();
        return transactions.write(transaction -> {
            UnitList list = units.in(transaction);
            Permissions.answerPreReview(person, list, acting, reportId.unit());
            StoredDraft draft = require(transaction, reportId, id);
            Optional<StoredOperation> known = transaction.reviews().operation(answer.operation());
            if (known.isPresent() && !known.get().digest().equals(digest)) {
                throw new ReportingException(ErrorCode.REVISION_REUSED, Map.of("number", Integer.toString(draft.number())));
            }
            if (known.isEmpty()) {
                ReviewWords.check(editions.require(transaction, reportId.edition().value()), answer.opinion(), answer.reasons());
                store(transaction, person, draft, answer, digest);
            }
            return ReportStates.of(transaction, list, transaction.reports().find(draft.report()).orElseThrow());
        });
    }

    private void store(Transaction transaction, PersonRecord person, StoredDraft draft, PreReviewAnswer answer, String digest) {
        Instant now = audit.now();
        long sequence = transaction.counters().next(Counter.CHANGE);
        transaction.preReviews().addAnswer(new StoredAnswer(answer.operation(), draft.id(), sequence, answer.actingUnit(), answer.opinion(),
                answer.reasons(), person.name(), now));
        transaction.reviews().addOperation(new StoredOperation(answer.operation(), digest, draft.report(), person.account(), now));
        transaction.reports().setChange(draft.report(), sequence);
        String words = ReviewWords.line(answer.opinion(), answer.reasons());
        rows.history(transaction, draft.report(), now, ANSWERED, person.name(), answer.actingUnit(), draft.number(), words);
        audit.record(transaction, person.account(), ANSWERED, draft.report(), answer.actingUnit() + " " + draft.id() + " " + words);
    }

    private static StoredDraft require(Transaction transaction, ReportId reportId, UUID id) throws ReportingException {
        List<StoredDraft> found = transaction.preReviews().find(id).stream().filter(draft -> draft.report().equals(reportId.toString()))
                .toList();
        if (found.isEmpty()) {
            throw new ReportingException(ErrorCode.REPORT_UNKNOWN, Map.of("report", reportId + " " + id));
        }
        return found.getFirst();
    }
}
