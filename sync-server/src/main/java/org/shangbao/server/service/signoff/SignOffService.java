package org.shangbao.server.service.signoff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportAct;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportLifecycle;
import org.shangbao.model.report.Standing;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.server.service.account.Permissions;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.report.ReportRepository.StoredReport;
import org.shangbao.server.service.report.ReportRepository.StoredRevision;
import org.shangbao.server.service.review.ReviewRepository.StoredOperation;
import org.shangbao.server.service.review.ReviewRepository.StoredReview;
import org.shangbao.server.service.review.ReviewRows;
import org.shangbao.server.service.signoff.SignOffRepository.ChainStep;
import org.shangbao.server.service.signoff.SignOffRepository.DoneStep;
import org.shangbao.server.service.signoff.SignOffRepository.SignOffPaper;
import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.server.service.transaction.Transactions;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.server.service.unit.UnitList;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.SignOffView;
import org.shangbao.wire.v1.WireJson;

/**
 * 审签 of the form of a unit that has no level above that reviews: the steps of its chain in order, then 报部. The chain is data, per unit;
 * without one of its own a unit has the one stored for {@value #EVERY_UNIT}. Safe to share between threads.
 */
public final class SignOffService {
    private static final String EVERY_UNIT = "*";
    private static final int MOST_STEPS = 12;
    private final Transactions transactions;
    private final UnitDirectory units;
    private final ReviewRows rows;
    private final AuditTrail audit;

    /** Makes the service. */
    public SignOffService(Transactions transactions, UnitDirectory units, ReviewRows rows, AuditTrail audit) {
        this.transactions = transactions;
        this.units = units;
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * Returns where sign-off of a form stands.
     *
     * @throws ReportingException NOT_PERMITTED; NOT_YOUR_TURN if the unit's form is reviewed instead
     */
    public SignOffView view(PersonRecord person, ReportId reportId) throws ReportingException {
        return transactions.read(transaction -> {
            UnitList list = units.in(transaction);
            Permissions.see(person, list, reportId.unit());
            requireSigningUnit(list, reportId.unit());
            return view(transaction, reportId);
        });
    }

    /**
     * Records the next step.
     *
     * @throws ReportingException SIGNOFF_ORDER if another step comes first; SCAN_MISSING while the form's own scan is not accepted;
     *                            REVISION_MOVED_ON, NOT_PERMITTED, NOT_YOUR_TURN, MOVE_NOT_ALLOWED, TEXT_TOO_LONG
     */
    public SignOffView step(PersonRecord person, ReportId reportId, SignOffView.StepDone step) throws ReportingException {
        if (step.opinion().length() > 2_000 || step.name().length() > 100 || step.role().length() > 100
                || !List.of("PAPER", "OA").contains(step.medium())) {
            throw new ReportingException(ErrorCode.TEXT_TOO_LONG, Map.of("code", "", "length", "", "most", "2000"));
        }
        String digest = digest(person, reportId, step);
        return transactions.write(transaction -> {
            Permissions.signOff(person, reportId.unit());
            requireSigningUnit(units.in(transaction), reportId.unit());
            if (isRepeated(transaction, step.operation(), digest)) {
                return view(transaction, reportId);
            }
            StoredRevision head = head(transaction, reportId, step.revision());
            List<ChainStep> chain = chain(transaction, reportId.unit());
            int next = transaction.signOffs().done(head.id()).size();
            if (next >= chain.size() || !chain.get(next).role().equals(step.role())) {
                String before = next < chain.size() ? chain.get(next).role() : chain.getLast().role();
                throw new ReportingException(ErrorCode.SIGNOFF_ORDER, Map.of("step", step.role(), "before", before));
            }
            needPaper(head);
            transaction.signOffs()
                    .addDone(new DoneStep(head.id(), next, step.role(), step.name(), step.opinion(), step.date(), step.medium(),
                            person.account()));
            if (next + 1 == chain.size()) {
                move(transaction, reportId, head, ReportAct.SIGN_OFF, person, step.role() + " " + step.name());
            } else {
                rows.changed(transaction, reportId.toString());
            }
            remember(transaction, step.operation(), digest, reportId, person);
            audit.record(transaction, person.account(), "SIGN_OFF_STEP", reportId.toString(), step.role() + " " + step.name());
            return view(transaction, reportId);
        });
    }

    /**
     * Records 报部.
     *
     * @throws ReportingException SIGNOFF_OPEN before the last step; REVISION_MOVED_ON, NOT_PERMITTED, NOT_YOUR_TURN, MOVE_NOT_ALLOWED
     */
    public SignOffView reported(PersonRecord person, ReportId reportId, SignOffView.Reported reported) throws ReportingException {
        String digest = digest(person, reportId, reported);
        return transactions.write(transaction -> {
            Permissions.reportToMinistry(person, reportId.unit());
            requireSigningUnit(units.in(transaction), reportId.unit());
            if (isRepeated(transaction, reported.operation(), digest)) {
                return view(transaction, reportId);
            }
            StoredRevision head = head(transaction, reportId, reported.revision());
            if (transaction.signOffs().done(head.id()).size() < chain(transaction, reportId.unit()).size()) {
                throw new ReportingException(ErrorCode.SIGNOFF_OPEN, Map.of());
            }
            move(transaction, reportId, head, ReportAct.REPORT_TO_MINISTRY, person, "");
            remember(transaction, reported.operation(), digest, reportId, person);
            audit.record(transaction, person.account(), ReportAct.REPORT_TO_MINISTRY.name(), reportId.toString(), head.digest());
            return view(transaction, reportId);
        });
    }

    /**
     * Sets the chain of a unit.
     *
     * @throws ReportingException UNIT_UNKNOWN; COMMAND_LINE if there is no step, there are too many, or a role is missing or occurs twice
     */
    public void setChain(UnitId unit, List<ChainStep> steps, String actor) throws ReportingException {
        boolean sound = !steps.isEmpty() && steps.size() <= MOST_STEPS
                && steps.stream().map(ChainStep::role).distinct().count() == steps.size()
                && steps.stream().allMatch(step -> !step.role().isBlank() && step.role().length() <= 100 && step.name().length() <= 100);
        if (!sound) {
            throw new ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", "steps"));
        }
        transactions.write(transaction -> {
            units.in(transaction).require(unit);
            transaction.signOffs().setChain(unit.value(), steps);
            audit.record(transaction, actor, "SIGN_OFF_CHAIN", unit.value(), steps.toString());
            return true;
        });
    }

    /** Returns the chain that holds for a unit. */
    public List<ChainStep> chain(UnitId unit) {
        return transactions.read(transaction -> chain(transaction, unit));
    }

    private static List<ChainStep> chain(Transaction transaction, UnitId unit) {
        List<ChainStep> own = transaction.signOffs().chain(unit.value());
        return own.isEmpty() ? transaction.signOffs().chain(EVERY_UNIT) : own;
    }

    private void move(Transaction transaction, ReportId reportId, StoredRevision head, ReportAct act, PersonRecord person, String words)
            throws ReportingException {
        StoredReport report = transaction.reports().find(reportId.toString()).orElseThrow();
        StoredReview row = transaction.reviews().of(report.id()).getFirst();
        Standing after = ReportLifecycle.moveTo(new Standing(report.status(), row.status()), act, words);
        Instant now = audit.now();
        transaction.reviews().replace(report.id(), List.of(new StoredReview(report.id(), row.unit(), row.rank(), after.review(), head.id(),
                words, List.of(), null, person.name(), now)));
        rows.history(transaction, report.id(), now, act.name(), person.name(), reportId.unit().value(), head.number(), words);
        rows.changed(transaction, report.id());
    }

    private static StoredRevision head(Transaction transaction, ReportId reportId, UUID looked) throws ReportingException {
        UUID head = transaction.reports().find(reportId.toString()).map(StoredReport::head)
                .orElseThrow(() -> new ReportingException(ErrorCode.REPORT_UNKNOWN, Map.of("report", reportId.toString())));
        StoredRevision revision = transaction.reports().revision(head).orElseThrow();
        if (!head.equals(looked)) {
            throw new ReportingException(ErrorCode.REVISION_MOVED_ON,
                    Map.of("unit", reportId.unit().value(), "number", Integer.toString(revision.number())));
        }
        return revision;
    }

    private static void needPaper(StoredRevision head) throws ReportingException {
        if (head.paper() != ReportState.Paper.ACCEPTED && head.paper() != ReportState.Paper.NOT_NEEDED) {
            throw new ReportingException(ErrorCode.SCAN_MISSING, Map.of());
        }
    }

    private static void requireSigningUnit(UnitList list, UnitId unit) throws ReportingException {
        Unit signing = list.require(unit);
        if (!list.signsOff(signing)) {
            throw new ReportingException(ErrorCode.NOT_YOUR_TURN, Map.of("unit", signing.name()));
        }
    }

    private SignOffView view(Transaction transaction, ReportId reportId) {
        StoredReport report = transaction.reports().find(reportId.toString()).orElse(null);
        StoredRevision head = report == null || report.head() == null
                ? null
                : transaction.reports().revision(report.head()).orElseThrow();
        List<DoneStep> done = head == null ? List.of() : transaction.signOffs().done(head.id());
        List<SignOffView.Step> steps = new ArrayList<>();
        List<ChainStep> chain = chain(transaction, reportId.unit());
        for (int position = 0; position < chain.size(); position++) {
            ChainStep step = chain.get(position);
            if (position < done.size()) {
                DoneStep recorded = done.get(position);
                steps.add(
                        new SignOffView.Step(recorded.role(), recorded.name(), true, recorded.opinion(), recorded.day(), recorded.medium(),
                                recorded.account()));
            } else {
                steps.add(new SignOffView.Step(step.role(), step.name(), false, "", null, "PAPER", ""));
            }
        }
        ReportState.Paper paper = head == null
                ? ReportState.Paper.NOT_THERE
                : transaction.signOffs().paper(head.id()).map(SignOffPaper::paper).orElse(ReportState.Paper.NOT_THERE);
        Instant reportedAt = transaction.reviews().of(reportId.toString()).stream().filter(row -> row.status() == ReviewStatus.REPORTED)
                .map(StoredReview::at).findFirst().orElse(null);
        return new SignOffView(reportId.toString(), head == null ? null : head.id(), head == null ? "" : head.digest(), steps, paper,
                reportedAt);
    }

    private static boolean isRepeated(Transaction transaction, UUID operation, String digest) throws ReportingException {
        StoredOperation known = transaction.reviews().operation(operation).orElse(null);
        if (known != null && !known.digest().equals(digest)) {
            throw new ReportingException(ErrorCode.REVISION_REUSED, Map.of("number", "0"));
        }
        return known != null;
    }

    private void remember(Transaction transaction, UUID operation, String digest, ReportId reportId, PersonRecord person) {
        transaction.reviews().addOperation(new StoredOperation(operation, digest, reportId.toString(), person.account(), audit.now()));
    }

    private static String digest(PersonRecord person, ReportId reportId, Object request) {
        String asked = person.account() + " " + reportId + " " + Sha256.of(WireJson.writeCanonical(request)).hex();
        return Sha256.of(asked.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex();
    }
}
