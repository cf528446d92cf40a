package org.shangbao.client.application.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.store.OfficeChanges;
import org.shangbao.client.application.store.OutboxItem;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.client.application.store.StoredRevision;
import org.shangbao.client.application.text.FailureText;
import org.shangbao.model.check.CheckRule;
import org.shangbao.model.check.Explanations;
import org.shangbao.model.check.Finding;
import org.shangbao.model.check.Severity;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.person.Role;
import org.shangbao.model.report.ReportAct;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.RollUpView;

/** 生成报表: turns what lies on the desk into an immutable revision. The same steps for a form and for a summary. */
public final class Finalizing {
    private final String program;

    /**
     * Makes it.
     *
     * @param program name and version of this program, written into every revision
     */
    public Finalizing(String program) { this.program = program; }

    /**
     * What a summary adds to the office's own answers; empty for a form.
     *
     * @param figures    summed figures, canonical
     * @param narratives compiled texts
     * @param children   revisions that are summed
     * @param missing    units that are not in it
     * @param cases      cases passed on
     */
    public record SummaryPart(SortedMap<String, @Nullable String> figures, SortedMap<String, String> narratives,
            List<FinalizedReport.ChildRevision> children, List<FinalizedReport.MissingUnit> missing,
            List<FinalizedReport.SelectedCase> cases) {
        /** Nothing is summed. */
        public static final SummaryPart NONE = new SummaryPart(new TreeMap<>(), new TreeMap<>(), List.of(), List.of(), List.of());

        /** Returns what is summed, with the reasons of missing units in the reader's words. */
        public static SummaryPart of(RollUpView view, SortedMap<String, String> narratives, List<FinalizedReport.SelectedCase> cases,
                FailureText texts) {
            return new SummaryPart(new TreeMap<>(view.figures()), narratives,
                    view.included().stream().map(entry -> new FinalizedReport.ChildRevision(entry.unit(), entry.revision(), entry.digest()))
                            .toList(),
                    view.missing().stream().map(entry -> new FinalizedReport.MissingUnit(entry.unit(), entry.unitName(),
                            texts.words("child." + ReviewStatus.valueOf(entry.status()), Map.of()))).toList(),
                    cases);
        }

        /** Returns what a summary finalized before was made from; texts on the desk are newer than those it holds. */
        public static SummaryPart of(FinalizedReport summary, ReportDraft onDesk) {
            SortedMap<String, String> narratives = new TreeMap<>(summary.narratives());
            onDesk.narratives().forEach((code, text) -> {
                if (!text.isBlank()) {
                    narratives.remove(code);
                }
            });
            return new SummaryPart(summary.figures(), narratives, summary.children(), summary.missing(), summary.cases());
        }
    }

    /**
     * Freezes a report.
     *
     * @throws ReportingException MOVE_NOT_ALLOWED if it is frozen already, FINDINGS_OPEN, EXPLANATION_TOO_THIN
     */
    public StoredRevision finalizeReport(OfficeChanges changes, ReportDesk.OnDesk desk, FinalizedReport.Kind kind, SummaryPart summary,
            Instant now) throws ReportingException {
        StoredReport moved = ReportDesk.moved(desk.stored(), ReportAct.FINALIZE, null, now);
        requireClean(desk.draft());
        UUID parent = ReportDesk.lastSubmitted(changes, desk.stored().id()).map(OutboxItem::revision).orElse(null);
        int number = desk.stored().number() + 1;
        UUID revision = UUID.randomUUID();
        FinalizedReport report = content(desk, kind, summary, new Name(revision, number, parent), program, now);
        byte[] bytes = report.canonicalBytes();
        StoredRevision stored = new StoredRevision(revision, desk.draft().id(), number, report.digest().hex(),
                new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
        changes.addRevision(stored);
        changes.putReport(moved.withHead(revision, number, now));
        return stored;
    }

    /** What a revision is called: its id, number and the revision before. */
    private record Name(UUID revision, int number, @Nullable UUID parent) {}

    /**
     * What lies on the desk now, in the shape of a revision, for a proof that is only looked at: it is not a revision, is stored nowhere and
     * nobody may sign it.
     *
     * @param summary what is summed; empty for a form
     */
    public static FinalizedReport forProof(ReportDesk.OnDesk desk, Optional<SummaryPart> summary, Instant now) {
        return content(desk, summary.isPresent() ? FinalizedReport.Kind.SUMMARY : FinalizedReport.Kind.FORM,
                summary.orElse(SummaryPart.NONE), new Name(new UUID(0, 0), 1, null), "", now);
    }

    /** The form without any answer, to be filled by hand, in the shape of a revision. */
    public static FinalizedReport empty(ReportDesk.OnDesk desk, Instant now) {
        ReportDraft draft = desk.draft();
        return new FinalizedReport(FinalizedReport.FORMAT, 1, FinalizedReport.Kind.FORM, draft.unit().id().value(), draft.unit().name(),
                draft.id().period().value(), draft.edition().id().value(), draft.edition().digest(), new UUID(0, 0), 1, null, now,
                new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of(), List.of(), List.of(), List.of(),
                new FinalizedReport.People("", "", "", ""), "");
    }

    private static FinalizedReport content(ReportDesk.OnDesk desk, FinalizedReport.Kind kind, SummaryPart summary, Name name,
            String program,
            Instant now) {
        ReportDraft draft = desk.draft();
        FormEdition edition = draft.edition();
        SortedMap<String, @Nullable String> figures = new TreeMap<>(summary.figures());
        draft.figures().forEach((code, figure) -> figures.put(code, FinalizedReport.figureText(figure.value())));
        SortedMap<String, String> narratives = new TreeMap<>(summary.narratives());
        draft.narratives().forEach((code, text) -> {
            if (!text.isBlank()) {
                narratives.putIfAbsent(code, text);
            }
        });
        SortedMap<String, List<FinalizedReport.FileReference>> files = new TreeMap<>();
        draft.attachments().forEach((code, list) -> files.put(code,
                list.stream().map(file -> new FinalizedReport.FileReference(file.fileName(), file.sha256(), file.size())).toList()));
        return new FinalizedReport(FinalizedReport.FORMAT, 1, kind, draft.unit().id().value(), draft.unit().name(),
                draft.id().period().value(), edition.id().value(), edition.digest(), name.revision(), name.number(), name.parent(), now,
                figures, narratives,
                files, explained(desk), summary.children(), summary.missing(), summary.cases(), people(desk.office()), program);
    }

    private static void requireClean(ReportDraft draft) throws ReportingException {
        long unreadable = draft.figures().values().stream().filter(figure -> figure.problem() != null).count();
        long mustFix = count(draft, finding -> finding.severity() == Severity.MUST_FIX);
        List<Finding> unexplained = draft.findings().stream().filter(finding -> isOpenExplanation(draft, finding)).toList();
        // a blank that cannot be read is mostly also a finding of the rule that wants it filled; it is not counted twice
        long blocking = Math.max(unreadable, mustFix);
        if (blocking == 0 && !unexplained.isEmpty()
                && unexplained.stream().noneMatch(finding -> draft.explanations().getOrDefault(finding.key(), "").isBlank())) {
            throw new ReportingException(ErrorCode.EXPLANATION_TOO_THIN,
                    Map.of("minimum", Integer.toString(draft.edition().explanationMin())));
        }
        if (blocking > 0 || !unexplained.isEmpty()) {
            throw new ReportingException(ErrorCode.FINDINGS_OPEN,
                    Map.of("mustFix", Long.toString(blocking), "mustExplain", Integer.toString(unexplained.size())));
        }
    }

    private static long count(ReportDraft draft, Predicate<Finding> which) {
        return draft.findings().stream().filter(Finalizing::blocksFinalizing).filter(which).count();
    }

    private static boolean blocksFinalizing(Finding finding) {
        return finding.stage() == CheckRule.Stage.FINALIZE && finding.outcome() == Finding.Outcome.FAILED;
    }

    /** True if a finding must be explained before 生成报表 and is not yet. */
    public static boolean isOpenExplanation(ReportDraft draft, Finding finding) {
        return blocksFinalizing(finding) && finding.severity() == Severity.MUST_EXPLAIN
                && !Explanations.isSufficient(draft.explanations().getOrDefault(finding.key(), ""), draft.edition());
    }

    /** True if a finding must be fixed before 生成报表. */
    public static boolean isOpenMustFix(Finding finding) {
        return blocksFinalizing(finding) && finding.severity() == Severity.MUST_FIX;
    }

    /** Returns the explanations of findings as they travel. */
    public static List<FinalizedReport.Explained> explained(ReportDesk.OnDesk desk) {
        List<FinalizedReport.Explained> explained = new ArrayList<>();
        for (Finding finding : desk.draft().findings()) {
            String text = desk.draft().explanations().getOrDefault(finding.key(), "");
            if (blocksFinalizing(finding) && finding.severity() == Severity.MUST_EXPLAIN && !text.isBlank()) {
                String code = finding.codes().isEmpty() ? "" : finding.codes().getFirst();
                DraftFigure figure = desk.draft().figures().get(code);
                explained.add(new FinalizedReport.Explained(finding.key(), code, finding.message(),
                        figure == null ? "" : figure.value().canonical(), figure == null ? "" : figure.previous().canonical(), text));
            }
        }
        return explained;
    }

    /** Returns the names that go with a report. */
    public static FinalizedReport.People people(Office office) {
        PersonRecord filler = office.person();
        return new FinalizedReport.People(filler.name(), nameOf(office, Role.REVIEWER), nameOf(office, Role.OFFICER), filler.telephone());
    }

    private static String nameOf(Office office, Role role) {
        return office.people().stream().filter(person -> person.roles().contains(role)).map(PersonRecord::name).findFirst().orElse("");
    }
}
