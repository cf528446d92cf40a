package org.shangbao.client.sync;

import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.delivery.LinkWatch;
import org.shangbao.client.application.delivery.ReportingServer;
import org.shangbao.client.application.delivery.ServerFailure;
import org.shangbao.client.application.delivery.ServerFailure.Remedy;
import org.shangbao.client.application.delivery.StoreMarks;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.UnitId;
import org.shangbao.wire.v1.Changes;
import org.shangbao.wire.v1.PreReviewAnswer;
import org.shangbao.wire.v1.PreReviewDraft;
import org.shangbao.wire.v1.ProgressRow;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.Session;
import org.shangbao.wire.v1.SessionRequest;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.SignOffView;
import org.shangbao.wire.v1.StoreMark;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;
import org.shangbao.wire.v1.transfer.PackageReceipt;
import org.shangbao.wire.v1.transfer.TransferPackage;

import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** {@link ReportingServer} over HTTP. Signs in at first need and once more when the session has ended. */
public final class HttpReportingServer implements ReportingServer, StoreMarks {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType REPORT = MediaType.get("application/vnd.shangbao.report+json");
    private static final MediaType DRAFT = MediaType.get(PreReviewDraft.MEDIA_TYPE);
    private static final MediaType PACKAGE = MediaType.get(TransferPackage.MEDIA_TYPE);
    private static final long MOST_BODY = WireJson.MOST_BYTES;

    private final HttpUrl base;
    private final Answers answers;
    private final Credentials credentials;
    private final TusUpload tus;
    private @Nullable String token;

    /** Gives account and secret when they are needed. */
    @FunctionalInterface
    public interface Credentials {
        /** Returns them. */
        SessionRequest get() throws ReportingException;
    }

    /**
     * Makes a client.
     *
     * @param serverUrl    base URL without a trailing slash
     * @param certificates PEM of the authority to trust besides the public ones, null for none
     * @throws ReportingException ENROLMENT_BROKEN if URL or certificates cannot be read, or the URL is neither https nor loopback
     */
    public HttpReportingServer(String serverUrl, @Nullable String certificates, Credentials credentials, Clock clock)
            throws ReportingException {
        this(serverUrl, certificates, credentials, clock, new LinkWatch(clock));
    }

    /**
     * Makes a client whose every call is noted.
     *
     * @param watch told whether the server answered
     * @throws ReportingException as above
     */
    public HttpReportingServer(String serverUrl, @Nullable String certificates, Credentials credentials, Clock clock, LinkWatch watch)
            throws ReportingException {
        HttpUrl url = HttpUrl.parse(serverUrl);
        if (url == null || !url.isHttps() && !isLoopback(url.host())) {
            throw new ReportingException(ErrorCode.ENROLMENT_BROKEN, Map.of("reason", "server URL"));
        }
        KeyStore authorities = certificates == null ? null : Trust.read(certificates);
        this.base = url.newBuilder().addPathSegment("v1").build();
        this.answers = new Answers(() -> connections(authorities), url.host() + ":" + url.port(), clock, watch);
        this.credentials = credentials;
        this.tus = new TusUpload(base, this::authorised, clock);
    }

    private static OkHttpClient connections(@Nullable KeyStore authorities) {
        OkHttpClient.Builder http = new OkHttpClient.Builder().connectTimeout(Duration.ofSeconds(15)).readTimeout(Duration.ofSeconds(60))
                .writeTimeout(Duration.ofSeconds(60)).callTimeout(Duration.ofMinutes(10)).followRedirects(false)
                .retryOnConnectionFailure(true);
        if (authorities != null) {
            Trust.install(http, authorities);
        }
        return http.build();
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1") || host.startsWith("127.");
    }

    private synchronized String token() throws ReportingException {
        if (token == null) {
            Request request = new Request.Builder().url(at("sessions")).post(json(credentials.get())).build();
            token = read(answers.send(request, MOST_BODY, 201).body(), Session.class).token();
        }
        return token;
    }

    private synchronized void forgetToken(String used) {
        if (used.equals(token)) {
            token = null;
        }
    }

    /** Sends with a session; one new sign-in if the server no longer knows it. */
    private Answers.Answer authorised(Request request, long most, Integer... expected) throws ReportingException {
        String used = token();
        try {
            return answers.send(request.newBuilder().header("Authorization", "Bearer " + used).build(), most, expected);
        } catch (ServerFailure e) {
            if (e.remedy() != Remedy.SIGN_IN) {
                throw e;
            }
            forgetToken(used);
            return answers.send(request.newBuilder().header("Authorization", "Bearer " + token()).build(), most, expected);
        }
    }

    private HttpUrl at(String... segments) {
        HttpUrl.Builder url = base.newBuilder();
        for (String segment : segments) {
            url.addPathSegment(segment);
        }
        return url.build();
    }

    private HttpUrl at(ReportId report, String... more) {
        HttpUrl.Builder url = at("reports", report.unit().value(), report.period().value(), report.edition().value()).newBuilder();
        for (String segment : more) {
            url.addPathSegment(segment);
        }
        return url.build();
    }

    private static String digest(byte[] content) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(Sha256.of(content).bytes()) + ":";
    }

    private static RequestBody json(Object value) { return RequestBody.create(WireJson.write(value), JSON); }

    private static <T> T read(byte[] body, Class<T> type) throws ServerFailure {
        try {
            return WireJson.read(body, type);
        } catch (WireFormatException e) {
            throw new ServerFailure(ErrorCode.NOT_OUR_SERVER, Map.of(), Remedy.RETRY, null, e);
        }
    }

    private <T> T get(HttpUrl url, Class<T> type) throws ReportingException {
        return read(authorised(new Request.Builder().url(url).build(), MOST_BODY, 200).body(), type);
    }

    private <T> T post(HttpUrl url, Object body, Class<T> type) throws ReportingException {
        return read(authorised(new Request.Builder().url(url).post(json(body)).build(), MOST_BODY, 200).body(), type);
    }

    @Override
    public StoreMark tell(UUID history, StoreMark mark) throws ReportingException {
        return read(authorised(new Request.Builder().url(at("histories", history.toString())).put(json(mark)).build(), MOST_BODY, 200)
                .body(), StoreMark.class);
    }

    @Override
    public Changes changes(String cursor) throws ReportingException {
        return get(at("changes").newBuilder().addQueryParameter("after", cursor).addQueryParameter("with", "package-key").build(),
                Changes.class);
    }

    @Override
    public byte[] putRevision(ReportId report, UUID revision, byte[] canonical, @Nullable UUID parent) throws ReportingException {
        Request.Builder request = new Request.Builder().url(at(report, "revisions", revision.toString()))
                .header("Repr-Digest", digest(canonical)).put(RequestBody.create(canonical, REPORT));
        if (parent == null) {
            request.header("If-None-Match", "*");
        } else {
            request.header("If-Match", "\"" + parent + "\"");
        }
        return authorised(request.build(), MOST_BODY, 200, 201, 202).body();
    }

    @Override
    public byte[] revision(ReportId report, UUID revision) throws ReportingException {
        return authorised(new Request.Builder().url(at(report, "revisions", revision.toString())).build(), MOST_BODY, 200).body();
    }

    @Override
    public ReportState report(ReportId report) throws ReportingException { return get(at(report), ReportState.class); }

    @Override
    public ReportState act(ReportId report, ReviewDecision decision) throws ReportingException {
        return post(at(report, "acts"), decision, ReportState.class);
    }

    @Override
    public ReportState putPreReview(ReportId report, UUID draft, byte[] canonical) throws ReportingException {
        Request request = new Request.Builder().url(at(report, "pre-reviews", draft.toString())).header("Repr-Digest", digest(canonical))
                .put(RequestBody.create(canonical, DRAFT)).build();
        return read(authorised(request, MOST_BODY, 200).body(), ReportState.class);
    }

    @Override
    public byte[] preReview(ReportId report, UUID draft) throws ReportingException {
        return authorised(new Request.Builder().url(at(report, "pre-reviews", draft.toString())).build(), PreReviewDraft.MOST_BYTES, 200)
                .body();
    }

    @Override
    public ReportState answerPreReview(ReportId report, UUID draft, PreReviewAnswer answer) throws ReportingException {
        return post(at(report, "pre-reviews", draft.toString(), "answers"), answer, ReportState.class);
    }

    @Override
    public PackageReceipt passOn(byte[] file) throws ReportingException {
        Request request = new Request.Builder().url(at("packages")).post(RequestBody.create(file, PACKAGE)).build();
        return read(authorised(request, MOST_BODY, 200).body(), PackageReceipt.class);
    }

    @Override
    public byte[] packageFor(UnitId unit) throws ReportingException {
        return authorised(new Request.Builder().url(at("packages", unit.value())).build(), TransferPackage.MOST_BYTES, 200).body();
    }

    @Override
    public void upload(Upload upload, String url, Content content, Progress progress) throws ReportingException {
        tus.send(upload, url, content, progress);
    }

    @Override
    public byte[] file(String sha256, long most) throws ReportingException {
        byte[] body = authorised(new Request.Builder().url(at("files", sha256)).build(), most, 200).body();
        if (!Sha256.of(body).hex().equals(sha256)) {
            throw new ServerFailure(ErrorCode.UPLOAD_DIGEST, Map.of(), Remedy.RETRY, null, null);
        }
        return body;
    }

    @Override
    public List<ProgressRow> progress(String unit, String period, String edition) throws ReportingException {
        return List.of(get(query("progress", unit, period, edition), ProgressRow[].class));
    }

    @Override
    public RollUpView rollUp(String unit, String period, String edition) throws ReportingException {
        return get(query("rollup", unit, period, edition), RollUpView.class);
    }

    private HttpUrl query(String what, String unit, String period, String edition) {
        return at(what).newBuilder().addQueryParameter("unit", unit).addQueryParameter("period", period)
                .addQueryParameter("edition", edition).build();
    }

    @Override
    public SignOffView signOff(ReportId report) throws ReportingException { return get(at(report, "sign-off"), SignOffView.class); }

    @Override
    public SignOffView recordStep(ReportId report, SignOffView.StepDone step) throws ReportingException {
        return post(at(report, "sign-off", "steps"), step, SignOffView.class);
    }

    @Override
    public SignOffView reportToMinistry(ReportId report, SignOffView.Reported reported) throws ReportingException {
        return post(at(report, "sign-off", "reported"), reported, SignOffView.class);
    }

    /** Encodes a value of {@code Upload-Metadata}. */
    static String metadata(String key, String value) {
        return key + " " + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }
}
