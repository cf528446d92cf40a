package org.shangbao.client.sync;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.delivery.ReportingServer;
import org.shangbao.client.application.delivery.ServerFailure;
import org.shangbao.client.application.delivery.ServerFailure.Remedy;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.PaperByHand;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.WireJson;

import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * tus 1.0 upload that goes on from the server's own offset. Each piece carries its SHA-256; a piece that arrives damaged is sent again.
 */
final class TusUpload {
    private static final MediaType PIECE = MediaType.get("application/offset+octet-stream");
    private static final int FIRST_PIECE = 256 << 10;
    private static final int LARGEST_PIECE = 4 << 20;
    private static final int SMALLEST_PIECE = 64 << 10;
    private static final Duration QUICK = Duration.ofSeconds(5);
    private static final int MOST_REPEATS = 4;
    private static final long MOST_BODY = 1 << 20;

    private final HttpUrl base;
    private final Authorised authorised;
    private final Clock clock;

    /** Sends with a session. */
    @FunctionalInterface
    interface Authorised {
        Answers.Answer send(Request request, long most, Integer... expected) throws ReportingException;
    }

    TusUpload(HttpUrl base, Authorised authorised, Clock clock) {
        this.base = base;
        this.authorised = authorised;
        this.clock = clock;
    }

    void send(ReportingServer.Upload upload, String knownUrl, ReportingServer.Content content, ReportingServer.Progress progress)
            throws ReportingException {
        String url = knownUrl;
        long offset;
        if (url.isEmpty()) {
            Answers.Answer created = authorised.send(creation(upload), MOST_BODY, 200, 201);
            url = location(created);
            offset = offset(created, 0, upload.size());
        } else {
            offset = standing(url, upload.size());
        }
        progress.sent(url, offset);
        sendPieces(upload, url, offset, content, progress);
    }

    private long standing(String url, long size) throws ReportingException {
        return offset(sendToUpload(tus(url).head().build()), -1, size);
    }

    /** tus tells by status alone, and an answer to HEAD has no body to tell more. */
    private Answers.Answer sendToUpload(Request request) throws ReportingException {
        try {
            return authorised.send(request, MOST_BODY, 200, 204);
        } catch (ServerFailure e) {
            ErrorCode error = e.error() != ErrorCode.SERVER_FAILED ? e.error() : switch (e.details().getOrDefault("reference", "")) {
                case "404", "410" -> ErrorCode.UPLOAD_UNKNOWN;
                case "409" -> ErrorCode.UPLOAD_OFFSET;
                case "460" -> ErrorCode.UPLOAD_DIGEST;
                default -> e.error();
            };
            throw error == e.error() ? e : new ServerFailure(error, e.details(), Remedy.RETRY, e.retryAfter(), e);
        }
    }

    private Request creation(ReportingServer.Upload upload) {
        String metadata = String.join(",", HttpReportingServer.metadata("sha256", upload.sha256()),
                HttpReportingServer.metadata("reportId", upload.report().toString()),
                HttpReportingServer.metadata("revisionId", upload.revision().toString()),
                HttpReportingServer.metadata("kind", upload.kind()), HttpReportingServer.metadata("fileName", upload.fileName()));
        PaperByHand byHand = upload.byHand();
        if (byHand != null) {
            metadata += "," + HttpReportingServer.metadata("byHand", new String(WireJson.write(byHand), StandardCharsets.UTF_8));
        }
        return new Request.Builder().url(base.newBuilder().addPathSegment("uploads").build()).header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", Long.toString(upload.size())).header("Upload-Metadata", metadata)
                .post(RequestBody.create(new byte[0])).build();
    }

    private Request.Builder tus(String url) { return new Request.Builder().url(url).header("Tus-Resumable", "1.0.0"); }

    /** The upload lies on the server we know, whatever the header says. */
    private String location(Answers.Answer created) throws ServerFailure {
        String header = created.headers().get("Location");
        HttpUrl url = header == null ? null : base.resolve(header);
        if (url == null || !url.host().equals(base.host()) || url.port() != base.port() || !url.scheme().equals(base.scheme())) {
            throw notOurs();
        }
        return url.toString();
    }

    private static long offset(Answers.Answer answer, long otherwise, long size) throws ServerFailure {
        String header = answer.headers().get("Upload-Offset");
        if (header == null && otherwise >= 0) {
            return otherwise;
        }
        try {
            long offset = Long.parseLong(String.valueOf(header));
            if (offset >= 0 && offset <= size) {
                return offset;
            }
        } catch (NumberFormatException e) {
            throw notOurs();
        }
        throw notOurs();
    }

    private static ServerFailure notOurs() { return new ServerFailure(ErrorCode.NOT_OUR_SERVER, Map.of(), Remedy.RETRY, null, null); }

    private void sendPieces(ReportingServer.Upload upload, String url, long from, ReportingServer.Content content,
            ReportingServer.Progress progress) throws ReportingException {
        long offset = from;
        int piece = FIRST_PIECE;
        int repeats = 0;
        while (offset < upload.size()) {
            byte[] bytes = read(content, offset, (int) Math.min(piece, upload.size() - offset));
            Instant began = clock.instant();
            try {
                long reached = offset(sendToUpload(patch(url, offset, bytes)), offset + bytes.length,
                        upload.size());
                if (reached <= offset) {
                    throw notOurs();
                }
                boolean wasQuick = Duration.between(began, clock.instant()).compareTo(QUICK) < 0;
                piece = wasQuick ? Math.min(LARGEST_PIECE, piece * 2) : piece;
                offset = reached;
                repeats = 0;
                progress.sent(url, offset);
            } catch (ServerFailure e) {
                boolean wasDamaged = e.error() == ErrorCode.UPLOAD_DIGEST;
                boolean isElsewhere = e.error() == ErrorCode.UPLOAD_OFFSET;
                if (++repeats > MOST_REPEATS || !wasDamaged && !isElsewhere && e.error() != ErrorCode.SERVER_UNREACHABLE) {
                    throw e;
                }
                piece = Math.max(SMALLEST_PIECE, piece / 2);
                offset = standing(url, upload.size());
                progress.sent(url, offset);
            }
        }
    }

    private Request patch(String url, long offset, byte[] bytes) {
        String checksum = Base64.getEncoder().encodeToString(Sha256.of(bytes).bytes());
        return tus(url).header("Upload-Offset", Long.toString(offset)).header("Upload-Checksum", "sha256 " + checksum)
                .patch(RequestBody.create(bytes, PIECE)).build();
    }

    private static byte[] read(ReportingServer.Content content, long offset, int length) throws ReportingException {
        byte[] bytes;
        @Nullable
        IOException failure = null;
        try (InputStream in = content.from(offset)) {
            bytes = in.readNBytes(length);
        } catch (IOException e) {
            bytes = new byte[0];
            failure = e;
        }
        if (bytes.length < length) {
            throw new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "files"), failure);
        }
        return bytes;
    }
}
