package org.shangbao.client.ui.fill;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.shangbao.client.application.report.BroughtForward;
import org.shangbao.client.application.report.DraftFigure;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.desk.DraftFindings;
import org.shangbao.model.check.Finding;
import org.shangbao.model.report.ObservationStatus;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.wire.v1.ReviewDecision;

/** Which look each blank of a draft has. A finding marks the one blank it would jump to. */
record BlankStates(boolean editable, Set<String> mustFix, Set<String> mustExplain, Set<String> explained, Set<String> returned,
        BroughtForward broughtForward) {

    static BlankStates of(ReportDraft draft) {
        DraftFindings findings = DraftFindings.of(draft);
        Set<String> returned = new HashSet<>();
        if (draft.status() == ReportStatus.RETURNED) {
            draft.reasons().stream().map(ReviewDecision.Reason::code).forEach(returned::add);
        }
        return new BlankStates(draft.status().isEditable(), places(findings.mistakes()),
                places(findings.mustExplain().stream().filter(finding -> !findings.isExplained(finding)).toList()),
                places(findings.mustExplain().stream().filter(findings::isExplained).toList()), returned, draft.broughtForward());
    }

    BlankContent content(DraftFigure figure) {
        boolean readable = figure.problem() == null;
        String edited = readable ? figure.value().canonical() : figure.typed();
        return new BlankContent(readable ? Formats.figure(figure.value()) : figure.typed(), edited, state(figure, readable));
    }

    private BlankState state(DraftFigure figure, boolean readable) {
        String code = figure.code();
        if (figure.value().status() == ObservationStatus.NOT_APPLICABLE) {
            return BlankState.NOT_APPLICABLE;
        }
        if (!editable) {
            return BlankState.FIXED;
        }
        if (!readable) {
            return BlankState.UNREADABLE;
        }
        if (mustFix.contains(code)) {
            return BlankState.MUST_FIX;
        }
        if (returned.contains(code)) {
            return BlankState.RETURNED;
        }
        if (figure.value().value().isEmpty()) {
            return BlankState.EMPTY;
        }
        if (mustExplain.contains(code)) {
            return BlankState.MUST_EXPLAIN;
        }
        if (broughtForward.isUnconfirmed(code)) {
            return BlankState.CARRIED_OVER;
        }
        return explained.contains(code) ? BlankState.EXPLAINED : BlankState.FILLED;
    }

    private static Set<String> places(List<Finding> findings) {
        Set<String> places = new HashSet<>();
        findings.forEach(finding -> finding.codes().stream().findFirst().ifPresent(places::add));
        return places;
    }
}
