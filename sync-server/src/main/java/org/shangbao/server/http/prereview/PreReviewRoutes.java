package org.shangbao.server.http.prereview;

import java.io.IOException;
import java.util.Base64;
import java.util.UUID;

import org.shangbao.model.error.ReportingException;
import org.shangbao.server.http.common.Requests;
import org.shangbao.server.http.common.Routes;
import org.shangbao.server.service.prereview.PreReviewService;
import org.shangbao.wire.v1.PreReviewAnswer;
import org.shangbao.wire.v1.PreReviewDraft;
import org.shangbao.wire.v1.Sha256;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** 送预审 and the answers. */
public final class PreReviewRoutes implements Routes {
    private static final String DRAFT = Requests.REPORT + "/pre-reviews/{draft}";
    private final Requests requests;
    private final PreReviewService preReviews;

    /** Makes the calls. */
    public PreReviewRoutes(Requests requests, PreReviewService preReviews) {
        this.requests = requests;
        this.preReviews = preReviews;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.put(DRAFT, this::put);
        routes.get(DRAFT, this::bytes);
        routes.post(DRAFT + "/answers", this::answer);
    }

    /** 200 with the report's state, first and on every repetition; 400, 403, 404, 409, 422. */
    private void put(Context call) throws IOException, ReportingException {
        var person = requests.person(call);
        Sha256 digest = Requests.digest(call.header("Repr-Digest"));
        Requests.answer(call, 200, preReviews.take(person, Requests.reportId(call), draft(call), Requests.body(call), digest));
    }

    /** 200 with the canonical bytes; 403, 404. */
    private void bytes(Context call) throws ReportingException {
        byte[] bytes = preReviews.bytes(requests.person(call), Requests.reportId(call), draft(call));
        call.header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(Sha256.of(bytes).bytes()) + ":");
        call.status(200).contentType(PreReviewDraft.MEDIA_TYPE).result(bytes);
    }

    /** 200 with the report's state; 400, 403, 404, 409, 422. */
    private void answer(Context call) throws IOException, ReportingException {
        var person = requests.person(call);
        Requests.answer(call, 200,
                preReviews.answer(person, Requests.reportId(call), draft(call), Requests.json(call, PreReviewAnswer.class)));
    }

    private static UUID draft(Context call) throws ReportingException { return Requests.id(call.pathParam("draft")); }
}
