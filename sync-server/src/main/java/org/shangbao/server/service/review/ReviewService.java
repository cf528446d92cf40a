package org.shangbao.server.service.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportAct;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportLifecycle;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.report.Standing;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.server.service.account.Permissions;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.edition.EditionCatalogue;
import org.shangbao.server.service.report.ReportRepository.StoredReport;
import org.shangbao.server.service.report.ReportRepository.StoredRevision;
import org.shangbao.server.service.report.ReportStates;
import org.shangbao.server.service.review.ReviewRepository.StoredOperation;
import org.shangbao.server.service.review.ReviewRepository.StoredReview;
import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.server.service.transaction.Transactions;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.server.service.unit.UnitList;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.WireJson;

/**
 * Carries out the acts of offices and levels by the one table of {@link ReportLifecycle}. What an act does to the other levels:
 * <ul>
 * <li>APPROVE: the level next above has it PENDING; a revision without accepted paper is not approved, nor one whose paper no machine has
 * read until somebody says that it was compared by eye.
 * <li>RETURN, RETURN_DIRECTLY: the report is RETURNED; so is the row of the acting level and of every level below it (they learn the reasons
 * and wait for the new revision); before the levels above nothing lies any more.
 * <li>REVIEW_ON_BEHALF: the nearest undecided level below counts as having approved, with the acting person's name.
 * <li>CANCEL_APPROVAL: only while the level above has not opened it; nothing lies before that level any more.
 * <li>WITHDRAW: only while the level next above has not opened it; nothing lies before any level any more.
 * </ul>
 * Safe to share between threads.
 */
public final class ReviewService {
    private static final Set<ReportAct> ACTS = Set.of(ReportAct.OPEN, ReportAct.APPROVE, ReportAct.RETURN, ReportAct.RETURN_DIRECTLY,
            ReportAct.CANCEL_APPROVAL, ReportAct.REVIEW_ON_BEHALF, ReportAct.WITHDRAW, ReportAct.REQUEST_RETURN);
    private final Transactions transactions;
    private final UnitDirectory units;
    private final EditionCatalogue editions;
    private final ReviewRows rows;
    private final AuditTrail audit;

    /** Makes the service. */
    public ReviewService(Transactions transactions, UnitDirectory units, EditionCatalogue editions, ReviewRows rows, AuditTrail audit) {
        this.transactions = transactions;
        this.units = units;
        this.editions = editions;
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * Carries out an act once; the same operation again returns the state as it is now.
     *
     * @throws ReportingException REPORT_UNKNOWN, UNIT_UNKNOWN; NOT_PERMITTED if the person may not do it; REVISION_MOVED_ON if the head is
     *                            another one; NOT_YOUR_TURN if it does not lie before that level; MOVE_NOT_ALLOWED, REASON_MISSING;
     *                            RETURN_NEEDS_REASONS; SCAN_MISSING if an approval finds no accepted paper, PAPER_NOT_CONFIRMED if nobody has seen it; REVISION_REUSED if the operation
     *                            id was used for something else
     */
    public ReportState act(PersonRecord person, ReportId reportId, ReviewDecision decision) throws ReportingException {
        String digest = Sha256.of((reportId + " " + person.account() + " " + Sha256.of(WireJson.writeCanonical(decision)).hex())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex();
        if (!ACTS.contains(decision.act())) {
            throw new ReportingException(ErrorCode.MOVE_NOT_ALLOWED, Map.of("status", "", "act", decision.act().name()));
        }
        UnitId actingUnit = UnitDirectory.unitId(decision.actingUnit());
        return transactions.write(transaction -> {
            UnitList list = units.in(transaction);
            Permissions.act(person, list, decision.act(), actingUnit, reportId.unit());
            Optional<StoredOperation> known = transaction.reviews().operation(decision.operation());
            if (known.isPresent() && !known.get().digest().equals(digest)) {
                throw new ReportingException(ErrorCode.REVISION_REUSED, Map.of("number", "0"));
            }
            StoredReport report = transaction.reports().find(reportId.toString())
                    .orElseThrow(() -> new ReportingException(ErrorCode.REPORT_UNKNOWN, Map.of("report", reportId.toString())));
            if (known.isEmpty()) {
                checkWords(editions.require(transaction, report.edition()), decision);
                Unit unit = list.require(reportId.unit());
                new Act(transaction, list, unit, report, decision, person, audit.now()).carryOut();
                transaction.reviews().addOperation(
                        new StoredOperation(decision.operation(), digest, report.id(), person.account(), audit.now()));
                audit.record(transaction, person.account(), decision.act().name(), report.id(),
                        actingUnit + " " + decision.revision() + " " + ReviewWords.line(decision.opinion(), decision.reasons()));
            }
            return ReportStates.of(transaction, list, transaction.reports().find(report.id()).orElseThrow());
        });
    }

    private static void checkWords(FormEdition edition, ReviewDecision decision) throws ReportingException {
        boolean returns = decision.act() == ReportAct.RETURN || decision.act() == ReportAct.RETURN_DIRECTLY;
        if (returns && decision.reasons().isEmpty()) {
            throw new ReportingException(ErrorCode.RETURN_NEEDS_REASONS, Map.of());
        }
        ReviewWords.check(edition, decision.opinion(), decision.reasons());
    }

    /** One act on one report, within one transaction. */
    private final class Act {
        private final Transaction transaction;
        private final UnitList list;
        private final Unit unit;
        private final StoredReport report;
        private final ReviewDecision decision;
        private final PersonRecord person;
        private final Instant now;
        private final List<StoredReview> levels;

        Act(Transaction transaction, UnitList list, Unit unit, StoredReport report, ReviewDecision decision, PersonRecord person,
                Instant now) {
            this.transaction = transaction;
            this.list = list;
            this.unit = unit;
            this.report = report;
            this.decision = decision;
            this.person = person;
            this.now = now;
            levels = new ArrayList<>(transaction.reviews().of(report.id()));
        }

        void carryOut() throws ReportingException {
            StoredRevision head = head();
            int acting = rank();
            switch (decision.act()) {
                case WITHDRAW -> {
                    move(0);
                    levels.replaceAll(level -> StoredReview.nothingThere(level.report(), level.unit(), level.rank()));
                    transaction.reports().setStatus(report.id(), ReportStatus.WITHDRAWN);
                    rows.markStale(transaction, list, unit, report, now);
                }
                case REQUEST_RETURN -> move(0);
                case OPEN -> decide(acting, move(turn(acting)), null);
                case APPROVE -> {
                    needPaper(head);
                    approve(turn(acting));
                }
                case REVIEW_ON_BEHALF -> {
                    int undecided = nearestUndecided(acting);
                    if (undecided == acting) {
                        throw notYourTurn();
                    }
                    needPaper(head);
                    approve(undecided);
                }
                case RETURN -> giveBack(acting, turn(acting));
                case RETURN_DIRECTLY -> giveBack(acting, nearestUndecided(acting));
                case CANCEL_APPROVAL -> cancelApproval(acting);
                default -> throw new IllegalStateException("not an act of this endpoint: " + decision.act());
            }
            transaction.reviews().replace(report.id(), levels);
            rows.history(transaction, report.id(), now, decision.act().name(), person.name(), decision.actingUnit(), head.number(),
                    ReviewWords.line(decision.opinion(), decision.reasons()));
            rows.changed(transaction, report.id());
        }

        private StoredRevision head() throws ReportingException {
            if (report.head() == null || levels.isEmpty()) {
                throw new ReportingException(ErrorCode.REPORT_UNKNOWN, Map.of("report", report.id()));
            }
            StoredRevision head = transaction.reports().revision(report.head()).orElseThrow();
            if (!head.id().equals(decision.revision())) {
                throw new ReportingException(ErrorCode.REVISION_MOVED_ON,
                        Map.of("unit", unit.name(), "number", Integer.toString(head.number())));
            }
            return head;
        }

        /** Place of the acting level in the chain; the office's own acts look at the level next above. */
        private int rank() throws ReportingException {
            if (decision.act() == ReportAct.WITHDRAW || decision.act() == ReportAct.REQUEST_RETURN) {
                return 0;
            }
            return levels.stream().filter(level -> level.unit().equals(decision.actingUnit())).map(StoredReview::rank).findFirst()
                    .orElseThrow(this::notYourTurn);
        }

        /** A level may act once the level below it approved. */
        private int turn(int acting) throws ReportingException {
            if (levels.get(acting).status() == ReviewStatus.NOT_SUBMITTED && report.status() == ReportStatus.SUBMITTED) {
                throw notYourTurn();
            }
            return acting;
        }

        private int nearestUndecided(int acting) throws ReportingException {
            for (int rank = 0; rank <= acting; rank++) {
                ReviewStatus status = levels.get(rank).status();
                if (status == ReviewStatus.PENDING || status == ReviewStatus.OPENED) {
                    return rank;
                }
            }
            throw notYourTurn();
        }

        private void approve(int rank) throws ReportingException {
            decide(rank, move(rank), null);
            if (rank + 1 < levels.size()) {
                levels.set(rank + 1, levels.get(rank + 1).waiting(decision.revision()));
            }
        }

        private void giveBack(int acting, int looking) throws ReportingException {
            Standing after = move(looking);
            for (int rank = 0; rank < levels.size(); rank++) {
                if (rank <= acting) {
                    decide(rank, after, decision.dueAt());
                } else {
                    levels.set(rank, StoredReview.nothingThere(report.id(), levels.get(rank).unit(), rank));
                }
            }
            transaction.reports().setStatus(report.id(), after.report());
            rows.markStale(transaction, list, unit, report, now);
        }

        private void cancelApproval(int acting) throws ReportingException {
            boolean above = acting + 1 < levels.size();
            if (above && levels.get(acting + 1).status() != ReviewStatus.PENDING) {
                throw notYourTurn();
            }
            decide(acting, move(acting), null);
            if (above) {
                levels.set(acting + 1, StoredReview.nothingThere(report.id(), levels.get(acting + 1).unit(), acting + 1));
            }
            rows.markStale(transaction, list, unit, report, now);
        }

        private Standing move(int rank) throws ReportingException {
            String reason = ReviewWords.line(decision.opinion(), decision.reasons());
            return ReportLifecycle.moveTo(new Standing(report.status(), levels.get(rank).status()), decision.act(), reason);
        }

        private void decide(int rank, Standing after, @Nullable Instant due) {
            levels.set(rank, levels.get(rank).decided(after.review(), decision, due, person.name(), now));
        }

        private void needPaper(StoredRevision head) throws ReportingException {
            switch (head.paper()) {
                case ACCEPTED, NOT_NEEDED -> {
                }
                case NOT_MACHINE_READ -> needEyes(head);
                case NOT_THERE, REFUSED -> throw new ReportingException(ErrorCode.SCAN_MISSING, Map.of());
            }
        }

        /** Paper no machine has read is read by a person, once; the levels above rely on it as on any decision below. */
        private void needEyes(StoredRevision head) throws ReportingException {
            ReportState.ByHand byHand = transaction.reports().byHand(head.id())
                    .orElseThrow(() -> new ReportingException(ErrorCode.SCAN_MISSING, Map.of()));
            if (byHand.wasSeen()) {
                return;
            }
            if (decision.paper() != ReviewDecision.PaperLook.SEEN_BY_EYE) {
                throw new ReportingException(ErrorCode.PAPER_NOT_CONFIRMED, Map.of());
            }
            transaction.reports().putByHand(head.id(), person.account(), new ReportState.ByHand(byHand.declared(), byHand.by(), byHand.at(),
                    decision.actingUnit(), person.name(), now));
            audit.record(transaction, person.account(), "PAPER_SEEN_BY_EYE", report.id(), decision.actingUnit() + " " + head.id());
        }

        private ReportingException notYourTurn() { return new ReportingException(ErrorCode.NOT_YOUR_TURN, Map.of("unit", unit.name())); }
    }
}
