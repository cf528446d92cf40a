package org.shangbao.client.ui.signoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.shangbao.client.application.paper.PaperService;
import org.shangbao.client.application.report.DraftFigure;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.paper.PageDigest;
import org.shangbao.paper.ScanFault;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.SignOffView;

/**
 * Where the sign-off of a province's form stands.
 *
 * @param report    natural key
 * @param unitName  who reports
 * @param number    第R n 稿, 0 before the first is finalized
 * @param status    where it stands in its own office
 * @param paper     its print and scan
 * @param signOff   the chain
 * @param due       units that should report
 * @param counted   units in the sums
 * @param totals    figures of the form in official order
 * @param digest    SHA-256 of the revision, empty before it is finalized
 * @param checkCode 校验码 as printed, empty before it is finalized
 */
public record SignOffStanding(ReportId report, String unitName, int number, ReportStatus status, Paper paper, SignOffView signOff, int due,
        int counted, List<Total> totals, String digest, String checkCode) {

    /** A total: code, label in both languages, printed unit, value. */
    public record Total(String code, String label, String labelEn, String unit, FigureValue value) {}

    /** Print and scan: printed or not, pages, scan accepted or not, the register's sentences about pages that were refused. */
    public record Paper(boolean printed, int pages, boolean complete, List<Text> sentences) {
        /** Copies the list. */
        public Paper {
            sentences = List.copyOf(sentences);
        }
    }

    /** Copies the list. */
    public SignOffStanding {
        totals = List.copyOf(totals);
    }

    static SignOffStanding of(ReportDraft draft, PaperService.PaperState paper, SignOffView signOff, RollUpView sum) {
        String own = draft.digest();
        String digest = signOff.digest().isEmpty() ? own == null ? "" : own : signOff.digest();
        List<Total> totals = new ArrayList<>();
        for (FigureDefinition figure : draft.edition().figures().values()) {
            totals.add(new Total(figure.code(), figure.label(), figure.labelEn(), figure.unit(), value(figure.code(), draft)));
        }
        return new SignOffStanding(draft.id(), draft.unit().name(), draft.number(), draft.status(),
                new Paper(paper.printed(), paper.pages(), paper.complete(), sentences(paper)), signOff, sum.due(), sum.counted(), totals,
                digest, digest.isEmpty() ? "" : PageDigest.ofSha256Hex(digest).checkCodeInGroups());
    }

    static List<Text> sentences(PaperService.PaperState paper) {
        Stream<ScanFault> refused = paper.verdicts().stream()
                .filter(verdict -> verdict.verdict() == PaperService.PageVerdict.Verdict.REFUSED)
                .map(PaperService.PageVerdict::fault).filter(Objects::nonNull);
        return Stream.concat(paper.problems().stream(), refused).distinct().map(Failure::words).toList();
    }

    // what was finalized, not what the server would sum now: a county's later correction must not change a reported total
    private static FigureValue value(String code, ReportDraft draft) {
        String summed = draft.summed().get(code);
        if (summed != null) {
            return summed.equals(FinalizedReport.NOT_APPLICABLE) ? FigureValue.NOT_APPLICABLE : FigureValue.of(summed);
        }
        DraftFigure own = draft.figures().get(code);
        return own == null ? FigureValue.MISSING : own.value();
    }

    /** True once 报部 is done. */
    public boolean isReported() { return signOff.reportedAt() != null; }

    /** True if every step is recorded. */
    public boolean isSigned() { return !signOff.steps().isEmpty() && openSteps() == 0; }

    /** Returns the number of steps that are not recorded. */
    public int openSteps() {
        return (int) signOff.steps().stream().filter(step -> !step.done()).count();
    }

    /** Returns the step that is recorded next. */
    public Optional<SignOffView.Step> nextStep() {
        return signOff.steps().stream().filter(step -> !step.done()).findFirst();
    }
}
