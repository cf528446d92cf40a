package org.shangbao.client.sync;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.delivery.SyncServer;
import org.shangbao.client.sync.HttpExchange.Answer;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.wire.v1.Changes;
import org.shangbao.wire.v1.ProgressRow;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.Session;
import org.shangbao.wire.v1.SessionRequest;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.SignOffView;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.WireJson;

import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** {@link SyncServer} over OkHttp. */
public final class HttpSyncServer implements SyncServer {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType REPORT = MediaType.get("application/vnd.shangbao.report+json");

    private final HttpExchange exchange;
    private final Supplier<Credentials> credentials;
    private volatile @Nullable String token;

    /**
     * Connects nothing yet.
     *
     * @param http        see {@link #client()}; closed by its owner
     * @param serverUrl   base URL without a trailing slash
     * @param credentials asked when a session is needed
     */
    public HttpSyncServer(OkHttpClient http, String serverUrl, Supplier<Credentials> credentials) {
        this.exchange = new HttpExchange(http, HttpUrl.get(serverUrl));
        this.credentials = credentials;
    }

    /** Returns an HTTP client with the protocol's time limits. */
    public static OkHttpClient client() { return HttpExchange.client(); }

    @Override
    public void ping() throws ReportingException { expect(exchange.send(new Request.Builder().url(exchange.url("ping")).build()), 204); }

    @Override
    public Changes changes(@Nullable String cursor) throws ReportingException {
        HttpUrl.Builder url = exchange.url("changes").newBuilder();
        if (cursor != null) {
            url.addQueryParameter("after", cursor);
        }
        return get(url.build(), Changes.class);
    }

    @Override
    public SignedDocument sendRevision(ReportId report, UUID revision, @Nullable UUID parent, byte[] canonical) throws ReportingException {
        Request.Builder request = new Request.Builder().url(exchange.url("reports/" + report + "/revisions/" + revision))
                .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(Sha256.of(canonical).bytes()) + ":")
                .put(RequestBody.create(canonical, REPORT));
        if (parent == null) {
            request.header("If-None-Match", "*");
        } else {
            request.header("If-Match", "\"" + parent + "\"");
        }
        Answer answer = authorized(request);
        if (answer.status() != 201 && answer.status() != 200 && answer.status() != 202) {
            throw exchange.refusal(answer);
        }
        return WireJson.read(answer.body(), SignedDocument.class);
    }

    @Override
    public byte[] revision(ReportId report, UUID revision) throws ReportingException {
        Request.Builder request = new Request.Builder().url(exchange.url("reports/" + report + "/revisions/" + revision));
        return expect(authorized(request), 200).body();
    }

    @Override
    public ReportState state(ReportId report) throws ReportingException {
        return get(exchange.url("reports/" + report), ReportState.class);
    }

    @Override
    public ReportState act(ReportId report, ReviewDecision decision) throws ReportingException {
        return post("reports/" + report + "/acts", decision, ReportState.class);
    }

    @Override
    public void sendFile(OutgoingFile file, @Nullable String uploadUrl, Progress progress) throws ReportingException {
        new TusUpload(exchange, this::authorized).send(file, uploadUrl, progress);
    }

    @Override
    public byte[] file(String sha256) throws ReportingException {
        byte[] bytes = expect(authorized(new Request.Builder().url(exchange.url("files/" + new Sha256(sha256)))), 200).body();
        if (!Sha256.of(bytes).hex().equals(sha256)) {
            throw new ReportingException(ErrorCode.UPLOAD_DIGEST, Map.of());
        }
        return bytes;
    }

    @Override
    public List<ProgressRow> progress(String unit, String period, String edition) throws ReportingException {
        return Arrays.asList(get(query("progress", unit, period, edition), ProgressRow[].class));
    }

    @Override
    public RollUpView rollUp(String unit, String period, String edition) throws ReportingException {
        return get(query("rollup", unit, period, edition), RollUpView.class);
    }

    @Override
    public SignOffView signOff(ReportId report) throws ReportingException {
        return get(exchange.url("reports/" + report + "/sign-off"), SignOffView.class);
    }

    @Override
    public SignOffView recordStep(ReportId report, SignOffView.StepDone step) throws ReportingException {
        return post("reports/" + report + "/sign-off/steps", step, SignOffView.class);
    }

    @Override
    public SignOffView reportToMinistry(ReportId report, SignOffView.Reported reported) throws ReportingException {
        return post("reports/" + report + "/sign-off/reported", reported, SignOffView.class);
    }

    private HttpUrl query(String path, String unit, String period, String edition) {
        return exchange.url(path).newBuilder().addQueryParameter("unit", unit).addQueryParameter("period", period)
                .addQueryParameter("edition", edition).build();
    }

    private <T> T get(HttpUrl url, Class<T> type) throws ReportingException {
        return WireJson.read(expect(authorized(new Request.Builder().url(url)), 200).body(), type);
    }

    private <T> T post(String path, Object body, Class<T> type) throws ReportingException {
        Request.Builder request = new Request.Builder().url(exchange.url(path)).post(RequestBody.create(WireJson.write(body), JSON));
        return WireJson.read(expect(authorized(request), 200).body(), type);
    }

    private Answer expect(Answer answer, int status) throws ReportingException {
        if (answer.status() != status) {
            throw exchange.refusal(answer);
        }
        return answer;
    }

    /** Sends with the session's token; a session that has run out is renewed once. */
    private Answer authorized(Request.Builder request) throws ReportingException {
        String present = token;
        if (present != null) {
            Answer answer = exchange.send(request.header("Authorization", "Bearer " + present).build());
            if (answer.status() != 401) {
                return answer;
            }
        }
        return exchange.send(request.header("Authorization", "Bearer " + signIn()).build());
    }

    private synchronized String signIn() throws ReportingException {
        Credentials known = credentials.get();
        Request request = new Request.Builder().url(exchange.url("sessions"))
                .post(RequestBody.create(WireJson.write(new SessionRequest(known.account(), known.secret())), JSON)).build();
        String fresh = WireJson.read(expect(exchange.send(request), 201).body(), Session.class).token();
        token = fresh;
        return fresh;
    }
}
