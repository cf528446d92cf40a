package org.shangbao.server.http.report;

import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.server.http.common.Problems;
import org.shangbao.server.http.common.Requests;
import org.shangbao.server.http.common.Routes;
import org.shangbao.server.service.report.RevisionOutcome;
import org.shangbao.server.service.report.RevisionService;
import org.shangbao.server.service.review.ReviewService;
import org.shangbao.wire.v1.Receipt;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.Sha256;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Revisions, the state of a report, and acts on it. */
public final class RevisionRoutes implements Routes {
    /** Media type of canonical report bytes. */
    public static final String REPORT_TYPE = "application/vnd.shangbao.report+json";
    private static final Pattern ETAG = Pattern.compile("\"([0-9a-f-]{36})\"");
    /** Failures that keep their own status; everything else about a revision is 422. */
    private static final Set<ErrorCode> OWN_STATUS = Set.of(ErrorCode.NOT_SIGNED_IN, ErrorCode.REVISION_REUSED);
    private final Requests requests;
    private final RevisionService revisions;
    private final ReviewService reviews;

    /** Makes the calls. */
    public RevisionRoutes(Requests requests, RevisionService revisions, ReviewService reviews) {
        this.requests = requests;
        this.revisions = revisions;
        this.reviews = reviews;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.put(Requests.REPORT + "/revisions/{revision}", this::put);
        routes.get(Requests.REPORT + "/revisions/{revision}", this::bytes);
        routes.get(Requests.REPORT, this::state);
        routes.post(Requests.REPORT + "/acts", this::act);
    }

    /** 201, 200, 202 with the signed receipt; 409, 412, 422. */
    private void put(Context call) throws IOException, ReportingException {
        var person = requests.person(call);
        try {
            Sha256 digest = Requests.digest(call.header("Repr-Digest"));
            UUID parent = parent(call.header("If-Match"), call.header("If-None-Match"));
            UUID revision = Requests.id(call.pathParam("revision"));
            RevisionOutcome outcome = revisions.take(person, Requests.reportId(call), revision, Requests.body(call), digest, parent);
            if (outcome.head() != null) {
                call.header("ETag", "\"" + outcome.head() + "\"");
            }
            switch (outcome.result()) {
                case TAKEN -> receipt(call, 201, outcome);
                case REPEATED -> receipt(call, 200, outcome);
                case PARKED -> receipt(call, 202, outcome);
                case CONFLICT -> Problems.answer(call,
                        new ReportingException(ErrorCode.REVISION_CONFLICT,
                                Map.of("number", Integer.toString(outcome.headNumber()), "head",
                                        Objects.requireNonNullElse(outcome.head(), "").toString())),
                        412);
            }
        } catch (ReportingException e) {
            Problems.answer(call, e, OWN_STATUS.contains(e.error()) ? e.error().httpStatus() : 422);
        }
    }

    /** 200 with the canonical bytes. */
    private void bytes(Context call) throws ReportingException {
        byte[] bytes = revisions.bytes(requests.person(call), Requests.reportId(call), Requests.id(call.pathParam("revision")));
        call.header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(Sha256.of(bytes).bytes()) + ":");
        call.status(200).contentType(REPORT_TYPE).result(bytes);
    }

    /** 200 with the state. */
    private void state(Context call) throws ReportingException {
        Requests.answer(call, 200, revisions.state(requests.person(call), Requests.reportId(call)));
    }

    /** 200 with the state afterwards; 403, 409, 412, 422. */
    private void act(Context call) throws IOException, ReportingException {
        var person = requests.person(call);
        Requests.answer(call, 200, reviews.act(person, Requests.reportId(call), Requests.json(call, ReviewDecision.class)));
    }

    private static void receipt(Context call, int status, RevisionOutcome outcome) {
        call.status(status).contentType(Receipt.MEDIA_TYPE).result(outcome.receipt());
    }

    private static @Nullable UUID parent(@Nullable String ifMatch, @Nullable String ifNoneMatch) throws ReportingException {
        if (ifMatch == null && "*".equals(ifNoneMatch)) {
            return null;
        }
        Matcher form = ETAG.matcher(ifMatch == null ? "" : ifMatch);
        if (ifNoneMatch != null || !form.matches()) {
            throw new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", "If-Match"));
        }
        return Requests.id(form.group(1));
    }
}
