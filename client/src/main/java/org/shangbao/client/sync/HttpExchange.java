package org.shangbao.client.sync;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.Problem;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;

import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/** One request and its answer, with limits of time and size, and failures turned into entries of the register. */
final class HttpExchange {
    static final String PROTOCOL_HEADER = "Shangbao-Protocol";
    private static final String PROTOCOL = "1";
    private static final int MOST_FILE_BYTES = 96 << 20;

    private final OkHttpClient http;
    private final HttpUrl base;

    HttpExchange(OkHttpClient http, HttpUrl base) {
        this.http = http;
        this.base = base;
    }

    /** Returns a client with the time limits of the protocol: a link that says nothing for a minute is broken. */
    static OkHttpClient client() {
        return new OkHttpClient.Builder().connectTimeout(Duration.ofSeconds(20)).readTimeout(Duration.ofSeconds(60))
                .writeTimeout(Duration.ofSeconds(60)).callTimeout(Duration.ofMinutes(10)).followRedirects(false)
                .followSslRedirects(false).retryOnConnectionFailure(true).build();
    }

    HttpUrl url(String path) { return base.newBuilder().addPathSegment("v1").addPathSegments(path).build(); }

    String server() { return base.host(); }

    /** An answer of our server. */
    record Answer(int status, okhttp3.Headers headers, byte[] body) {}

    /** Sends a request; the answer is of our server but may be a refusal. */
    Answer send(Request request) throws ReportingException {
        try (Response response = http.newCall(request).execute()) {
            if (!PROTOCOL.equals(response.header(PROTOCOL_HEADER))) {
                throw new ReportingException(ErrorCode.NOT_OUR_SERVER, Map.of());
            }
            return new Answer(response.code(), response.headers(), bounded(response.body()));
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.SERVER_UNREACHABLE, Map.of("server", server()), e);
        }
    }

    /** Turns a refusal into its entry of the register. */
    ReportingException refusal(Answer answer) {
        String mediaType = answer.headers().get("Content-Type");
        if (mediaType != null && mediaType.startsWith(Problem.MEDIA_TYPE)) {
            try {
                Problem problem = WireJson.read(answer.body(), Problem.class);
                return new ServerRefusal(ErrorCode.of(problem.code()), problem.details(), answer.status(), retryAfter(answer));
            } catch (WireFormatException e) {
                return new ReportingException(ErrorCode.SERVER_FAILED, Map.of("reference", "HTTP " + answer.status()), e);
            }
        }
        return new ServerRefusal(ErrorCode.SERVER_FAILED, Map.of("reference", "HTTP " + answer.status()), answer.status(),
                retryAfter(answer));
    }

    private static Duration retryAfter(Answer answer) {
        String seconds = answer.headers().get("Retry-After");
        return seconds != null && seconds.matches("[0-9]{1,5}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }

    private static byte[] bounded(ResponseBody body) throws IOException {
        BufferedSource source = body.source();
        if (source.request(MOST_FILE_BYTES + 1L)) {
            throw new IOException("answer is larger than " + MOST_FILE_BYTES + " bytes");
        }
        return source.readByteArray();
    }
}
