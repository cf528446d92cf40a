package org.shangbao.client.sync;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.delivery.LinkWatch;
import org.shangbao.client.application.delivery.ServerFailure;
import org.shangbao.client.application.delivery.ServerFailure.Remedy;
import org.shangbao.client.application.progress.Progress;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.wire.v1.Problem;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;

import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Sends a request and tells our server's answer from everything else. */
final class Answers {
    private static final String HEADER = "Shangbao-Protocol";
    private static final String VERSION = "1";
    private static final Set<Integer> RETRY = Set.of(408, 423, 425, 429);

    private final Supplier<OkHttpClient> connections;
    private final String server;
    private final Clock clock;
    private final LinkWatch watch;
    private @Nullable OkHttpClient http;

    /**
     * Sends to a server.
     *
     * @param connections makes what connects, at the first request: it takes a third of a second that a start need not wait for
     */
    Answers(Supplier<OkHttpClient> connections, String server, Clock clock, LinkWatch watch) {
        this.connections = connections;
        this.server = server;
        this.clock = clock;
        this.watch = watch;
    }

    private synchronized OkHttpClient http() {
        OkHttpClient made = http == null ? connections.get() : http;
        http = made;
        return made;
    }

    /** An answer of our server: status, headers, body within bounds. */
    record Answer(int status, okhttp3.Headers headers, byte[] body) {}

    /**
     * Sends.
     *
     * @param most     most bytes of a body that is read
     * @param expected statuses that are no failure
     * @throws java.util.concurrent.CancellationException if the person gave up what this call belongs to; it is broken off at once
     */
    Answer send(Request request, long most, Integer... expected) throws ServerFailure {
        Progress waiting = Watched.current();
        waiting.orGiveUp();
        Call call = http().newCall(request.newBuilder().header(HEADER, VERSION).build());
        try (Progress.Hook hook = waiting.whenGivenUp(call::cancel); Response response = call.execute()) {
            if (!VERSION.equals(response.header(HEADER))) {
                watch.silent();
                throw new ServerFailure(ErrorCode.NOT_OUR_SERVER, Map.of(), Remedy.RETRY, null, null);
            }
            byte[] body = read(response, most);
            watch.answered();
            if (Set.of(expected).contains(response.code())) {
                return new Answer(response.code(), response.headers(), body);
            }
            throw failure(response, body);
        } catch (IOException e) {
            // a call the person broke off says nothing about the link
            waiting.orGiveUp();
            watch.silent();
            throw new ServerFailure(ErrorCode.SERVER_UNREACHABLE, Map.of("server", server), Remedy.RETRY, null, e);
        }
    }

    private static byte[] read(Response response, long most) throws IOException {
        try (InputStream in = response.body().byteStream()) {
            byte[] body = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
            if (body.length > most) {
                throw new IOException("answer larger than " + most + " bytes");
            }
            return body;
        }
    }

    private ServerFailure failure(Response response, byte[] body) {
        int status = response.code();
        Duration retryAfter = retryAfter(response.header("Retry-After"));
        Problem problem = null;
        if (String.valueOf(response.header("Content-Type")).startsWith(Problem.MEDIA_TYPE)) {
            try {
                problem = WireJson.read(body, Problem.class);
            } catch (WireFormatException e) {
                org.slf4j.LoggerFactory.getLogger(Answers.class).info("Answer {} has an unreadable problem", status, e);
            }
        }
        ErrorCode code = problem == null ? ErrorCode.SERVER_FAILED : ErrorCode.of(problem.code());
        Map<String, String> details = problem == null ? Map.of("reference", Integer.toString(status)) : problem.details();
        if (code == ErrorCode.UNEXPECTED) {
            // a code this program does not know, or the server's own fault: what matters here is that it was not taken
            code = ErrorCode.SERVER_FAILED;
            details = Map.of("reference", details.getOrDefault("reference", Integer.toString(status)));
        }
        Remedy remedy = status == 401
                ? Remedy.SIGN_IN
                : status >= 500 && status != 507 || RETRY.contains(status) ? Remedy.RETRY : Remedy.LOOK;
        return new ServerFailure(code, details, remedy, retryAfter, null);
    }

    private @Nullable Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            if (header.chars().allMatch(Character::isDigit) && header.length() < 8) {
                return Duration.ofSeconds(Long.parseLong(header));
            }
            return Duration.between(clock.instant(), ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
