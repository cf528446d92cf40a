package org.shangbao.server.http.upload;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.server.http.common.Problems;
import org.shangbao.server.http.common.Requests;
import org.shangbao.server.http.common.Routes;
import org.shangbao.server.service.upload.UploadService;
import org.shangbao.server.service.upload.UploadService.Announcement;
import org.shangbao.server.service.upload.UploadService.OpenFile;
import org.shangbao.server.service.upload.UploadService.Progress;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.Sha256;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * tus 1.0 (core, {@code creation}, {@code checksum} with sha1 and sha256, {@code termination}) and stored files. Any tus client works; see
 * {@code docs/formats/sync-v1.md} for the metadata.
 */
public final class UploadRoutes implements Routes {
    private static final String UPLOADS = BASE + "/uploads";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String RESUMABLE = "Tus-Resumable";
    private static final String VERSION = "1.0.0";
    private static final int CHECKSUM_MISMATCH = 460;
    private static final Map<String, String> ALGORITHMS = Map.of("sha1", "SHA-1", "sha256", "SHA-256");
    private final Requests requests;
    private final UploadService uploads;

    /** Makes the calls. */
    public UploadRoutes(Requests requests, UploadService uploads) {
        this.requests = requests;
        this.uploads = uploads;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.options(UPLOADS, UploadRoutes::options);
        routes.options(UPLOADS + "/{id}", UploadRoutes::options);
        routes.post(UPLOADS, this::create);
        routes.head(UPLOADS + "/{id}", this::head);
        routes.patch(UPLOADS + "/{id}", this::patch);
        routes.delete(UPLOADS + "/{id}", this::delete);
        routes.get(BASE + "/files/{sha256}", this::file);
    }

    /** 204 with what is spoken here. */
    private static void options(Context call) {
        call.status(204).header(RESUMABLE, VERSION).header("Tus-Version", VERSION).header("Tus-Extension", "creation,checksum,termination")
                .header("Tus-Checksum-Algorithm", "sha1,sha256").header("Tus-Max-Size", Long.toString(UploadService.MOST_BYTES));
    }

    /** 201 with the place; 200 with the offset at the end if exactly this file came for this revision before. */
    private void create(Context call) throws ReportingException {
        PersonRecord person = requests.person(call);
        if (!speaksTus(call)) {
            return;
        }
        Announcement wanted = UploadMetadata.read(call.header(LENGTH), call.header("Upload-Metadata"));
        Progress begun = uploads.begin(person, wanted);
        call.status(begun.isComplete() ? 200 : 201).header("Location", UPLOADS + "/" + begun.id()).header(OFFSET,
                Long.toString(begun.offset()));
    }

    /** 200 with how far it is. */
    private void head(Context call) throws ReportingException {
        PersonRecord person = requests.person(call);
        if (speaksTus(call)) {
            Progress progress = uploads.progress(person, call.pathParam("id"));
            call.status(200).header(OFFSET, Long.toString(progress.offset())).header(LENGTH, Long.toString(progress.length()));
        }
    }

    /** 204 with how far it is then; 409 at a wrong offset, 460 on a false checksum, 422 if the finished file is not the paper. */
    private void patch(Context call) throws IOException, ReportingException {
        PersonRecord person = requests.person(call);
        if (!speaksTus(call)) {
            return;
        }
        String offset = call.header(OFFSET);
        if (!"application/offset+octet-stream".equals(call.header("Content-Type")) || offset == null || !offset.matches("[0-9]{1,18}")) {
            Problems.answer(call, refused(OFFSET), 415);
            return;
        }
        Checksum checksum = checksum(call.header("Upload-Checksum"));
        Optional<Progress> progress = uploads.append(person, call.pathParam("id"), Long.parseLong(offset), call.req().getInputStream(),
                checksum == null ? null : checksum.algorithm(), checksum == null ? null : checksum.digest());
        if (progress.isEmpty()) {
            Problems.answer(call, new ReportingException(ErrorCode.UPLOAD_DIGEST, Map.of("file", "")), CHECKSUM_MISMATCH);
        } else {
            call.status(204).header(OFFSET, Long.toString(progress.get().offset()));
        }
    }

    /** 204, the upload is gone. */
    private void delete(Context call) throws ReportingException {
        PersonRecord person = requests.person(call);
        if (speaksTus(call)) {
            uploads.terminate(person, call.pathParam("id"));
            call.status(204);
        }
    }

    /** 200 with the bytes, never to be shown by a browser. */
    private void file(Context call) throws IOException, ReportingException {
        PersonRecord person = requests.person(call);
        Sha256 digest;
        try {
            digest = new Sha256(call.pathParam("sha256"));
        } catch (IllegalArgumentException e) {
            throw new ReportingException(ErrorCode.REPORT_UNKNOWN, Map.of("report", ""), e);
        }
        OpenFile file = uploads.open(person, digest);
        String name = URLEncoder.encode(file.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
        call.disableCompression().header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("Content-Length", Long.toString(file.length()));
        call.status(200).contentType("application/octet-stream").result(file.bytes());
    }

    private static boolean speaksTus(Context call) {
        call.header(RESUMABLE, VERSION);
        if (VERSION.equals(call.header(RESUMABLE))) {
            return true;
        }
        call.header("Tus-Version", VERSION);
        Problems.answer(call, refused(RESUMABLE), 412);
        return false;
    }

    private static @Nullable Checksum checksum(@Nullable String header) throws ReportingException {
        if (header == null) {
            return null;
        }
        String[] parts = header.split(" ", 2);
        String algorithm = ALGORITHMS.get(parts[0]);
        if (algorithm == null || parts.length < 2 || parts[1].length() > 100) {
            throw refused("Upload-Checksum");
        }
        try {
            return new Checksum(algorithm, Base64.getDecoder().decode(parts[1].strip()));
        } catch (IllegalArgumentException e) {
            throw new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", "Upload-Checksum"), e);
        }
    }

    private static ReportingException refused(String reason) {
        return new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", reason));
    }

    private record Checksum(String algorithm, byte[] digest) {}
}
