package org.shangbao.client.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.shangbao.client.application.prereview.PreReviewLook;
import org.shangbao.client.application.prereview.PreReviewService;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.wire.v1.ReviewDecision;

/** Drafts kept in memory: what an office sent, what was said to it, and drafts that lie here to be looked at. */
public final class PretendPreReviews implements PreReviewService {
    /** Where the office's own draft stands. */
    public PreReviewLook look = new PreReviewLook(PreReviewLook.Stage.NOT_SENT, 0, null, "阜新市", "", List.of(), 0);
    /** Drafts of units below, by id. */
    public final Map<UUID, Opened> drafts = new HashMap<>();
    /** What was written with the draft sent last. */
    public String words = "";
    /** What was answered: report and reasons. */
    public final List<String> answers = new ArrayList<>();

    @Override
    public PreReviewLook look(ReportId report) { return look; }

    @Override
    public PreReviewLook send(ReportId report, String note) {
        words = note;
        look = new PreReviewLook(PreReviewLook.Stage.LYING, look.number() + 1, Instant.parse("2024-10-24T06:33:00Z"), look.level(), "",
                look.answers(), look.answeredNumber());
        return look;
    }

    /** 阜新市 has answered. */
    public void answered(PreReviewLook.Note... notes) {
        look = new PreReviewLook(PreReviewLook.Stage.ANSWERED, 1, Instant.parse("2024-10-24T02:10:00Z"), "阜新市", "",
                List.of(new PreReviewLook.Answer("阜新市", "李建国", Instant.parse("2024-10-24T06:20:00Z"), "", List.of(notes))), 1);
    }

    @Override
    public Opened open(ReportId report, UUID draft) throws ReportingException {
        Opened found = drafts.get(draft);
        if (found == null) {
            throw new ReportingException(ErrorCode.REPORT_UNKNOWN, Map.of("report", report.toString()));
        }
        return found;
    }

    @Override
    public Sent answer(ReportId report, UUID draft, String opinion, List<ReviewDecision.Reason> reasons) {
        answers.add(report.unit() + " " + reasons.stream().map(reason -> reason.code() + " " + reason.text()).toList());
        return Sent.DELIVERED;
    }
}
