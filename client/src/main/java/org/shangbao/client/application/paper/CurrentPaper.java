package org.shangbao.client.application.paper;

import java.util.Optional;
import java.util.UUID;

import org.shangbao.client.application.report.ReportDesk;
import org.shangbao.client.application.store.PaperKind;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.client.application.store.StoredRevision;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.paper.ExpectedPaper;
import org.shangbao.paper.PageDigest;
import org.shangbao.paper.PageKind;
import org.shangbao.wire.v1.RollUpView;

/** The current revision of a report with what belongs to it. */
record CurrentPaper(ReportDesk.OnDesk onDesk, StoredRevision revision, Optional<RollUpView> source) {
    ReportPaper.Surroundings surroundings() { return new ReportPaper.Surroundings(onDesk.draft().edition(), onDesk.office(), source); }

    /** An earlier revision of the same report. */
    record Earlier(int number, PageDigest digest) {}

    StoredReport stored() { return onDesk.stored(); }

    UUID id() { return revision.revision(); }

    UnitTree units() { return onDesk.office().units(); }

    /** Bytes of the canonical report. */
    int dataSize() { return revision.bytes().length; }

    String fileName(PaperKind kind) {
        return PaperNames.numbered(kind, onDesk.draft().unit().name(), revision.report().period(), revision.number());
    }

    ExpectedPaper expected(PaperKind kind, int pages) {
        ReportId report = revision.report();
        return new ExpectedPaper(report.unit(), report.period(), kind == PaperKind.REPORT ? PageKind.REPORT : PageKind.SIGN_OFF,
                revision.number(), pages, PageDigest.ofSha256Hex(revision.digest()));
    }
}
