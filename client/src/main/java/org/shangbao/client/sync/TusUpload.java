package org.shangbao.client.sync;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.delivery.SyncServer.OutgoingFile;
import org.shangbao.client.application.delivery.SyncServer.Progress;
import org.shangbao.client.sync.HttpExchange.Answer;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.Sha256;

import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * A file by tus 1.0. A chunk is doubled after one that went through quickly enough and halved after a broken one, so a good link is used and
 * a bad one still gets somewhere.
 */
final class TusUpload {
    static final int FIRST_CHUNK = 256 << 10;
    static final int LARGEST_CHUNK = 4 << 20;
    static final int SMALLEST_CHUNK = 64 << 10;
    private static final int MOST_FAULTS_IN_A_ROW = 4;
    private static final MediaType OFFSET_STREAM = MediaType.get("application/offset+octet-stream");

    /** Sends a request with the session's token. */
    @FunctionalInterface
    interface Sender {
        Answer send(Request.Builder request) throws ReportingException;
    }

    private final HttpExchange exchange;
    private final Sender sender;

    TusUpload(HttpExchange exchange, Sender sender) {
        this.exchange = exchange;
        this.sender = sender;
    }

    void send(OutgoingFile file, @Nullable String earlierUrl, Progress progress) throws ReportingException {
        HttpUrl url = null;
        long offset = 0;
        if (earlierUrl != null) {
            url = sameServer(HttpUrl.parse(earlierUrl));
            offset = url == null ? 0 : offsetAt(url);
            if (offset < 0) {
                url = null;
                offset = 0;
            }
        }
        if (url == null) {
            Answer created = create(file);
            HttpUrl answered = sameServer(exchange.url("uploads").resolve(String.valueOf(created.headers().get("Location"))));
            if (answered == null) {
                throw new ReportingException(ErrorCode.NOT_OUR_SERVER, Map.of());
            }
            url = answered;
            offset = number(created.headers().get("Upload-Offset"), 0);
        }
        progress.reached(url.toString(), offset);
        sendFrom(file, url, offset, progress);
    }

    private void sendFrom(OutgoingFile file, HttpUrl url, long start, Progress progress) throws ReportingException {
        long offset = start;
        int chunk = FIRST_CHUNK;
        int faults = 0;
        while (offset < file.size()) {
            byte[] bytes = read(file, offset, (int) Math.min(chunk, file.size() - offset));
            try {
                Answer answer = patch(url, offset, bytes);
                if (answer.status() == 204) {
                    offset = number(answer.headers().get("Upload-Offset"), offset + bytes.length);
                    faults = 0;
                    chunk = Math.min(LARGEST_CHUNK, chunk * 2);
                    progress.reached(url.toString(), offset);
                    continue;
                }
                if (answer.status() != 409 && answer.status() != 460) {
                    throw exchange.refusal(answer);
                }
            } catch (ReportingException e) {
                if (e.error() != ErrorCode.SERVER_UNREACHABLE || faults + 1 >= MOST_FAULTS_IN_A_ROW) {
                    throw e;
                }
            }
            faults++;
            if (faults >= MOST_FAULTS_IN_A_ROW) {
                throw new ReportingException(ErrorCode.UPLOAD_OFFSET, Map.of("offset", Long.toString(offset)));
            }
            chunk = Math.max(SMALLEST_CHUNK, chunk / 2);
            offset = offsetAt(url);
            if (offset < 0) {
                throw new ReportingException(ErrorCode.UPLOAD_UNKNOWN, Map.of());
            }
            progress.reached(url.toString(), offset);
        }
    }

    private Answer create(OutgoingFile file) throws ReportingException {
        String metadata = "sha256 " + base64(file.sha256()) + ",reportId " + base64(file.report().toString()) + ",revisionId "
                + base64(file.revision().toString()) + ",kind " + base64(file.kind().wireName()) + ",fileName " + base64(file.fileName());
        Answer answer = sender.send(new Request.Builder().url(exchange.url("uploads")).header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", Long.toString(file.size())).header("Upload-Metadata", metadata)
                .post(RequestBody.create(new byte[0], null)));
        if (answer.status() != 201 && answer.status() != 200) {
            throw exchange.refusal(answer);
        }
        return answer;
    }

    private Answer patch(HttpUrl url, long offset, byte[] bytes) throws ReportingException {
        return sender.send(new Request.Builder().url(url).header("Tus-Resumable", "1.0.0").header("Upload-Offset", Long.toString(offset))
                .header("Upload-Checksum", "sha256 " + Base64.getEncoder().encodeToString(Sha256.of(bytes).bytes()))
                .patch(RequestBody.create(bytes, OFFSET_STREAM)));
    }

    /** Returns the offset the server holds, -1 if it does not know the upload any more. */
    private long offsetAt(HttpUrl url) throws ReportingException {
        Answer answer = sender.send(new Request.Builder().url(url).header("Tus-Resumable", "1.0.0").head());
        if (answer.status() == 404 || answer.status() == 410) {
            return -1;
        }
        if (answer.status() != 200 && answer.status() != 204) {
            throw exchange.refusal(answer);
        }
        return number(answer.headers().get("Upload-Offset"), 0);
    }

    /** An upload's URL comes from outside: the token goes to our server only. */
    private @Nullable HttpUrl sameServer(@Nullable HttpUrl url) {
        HttpUrl ours = exchange.url("uploads");
        return url != null && url.scheme().equals(ours.scheme()) && url.host().equals(ours.host()) && url.port() == ours.port()
                ? url
                : null;
    }

    private static byte[] read(OutgoingFile file, long offset, int length) throws ReportingException {
        try (InputStream in = file.content().open()) {
            in.skipNBytes(offset);
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new IOException("file is shorter than " + file.size());
            }
            return bytes;
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", file.fileName()), e);
        }
    }

    private static String base64(String text) { return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)); }

    private static long number(@Nullable String text, long otherwise) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
    }
}
