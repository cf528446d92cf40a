package org.shangbao.server.http.upload;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.server.http.common.Requests;
import org.shangbao.server.service.upload.UploadRepository.Kind;
import org.shangbao.server.service.upload.UploadService.Announcement;
import org.shangbao.wire.v1.PaperByHand;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.WireJson;

/** The {@code Upload-Metadata} header of tus: names, each with a value in Base64. */
final class UploadMetadata {
    private static final int MOST_CHARACTERS = 4_000;
    private static final Map<String, Kind> KINDS = Map.of("scan", Kind.SCAN, "sign-off-scan", Kind.SIGN_OFF_SCAN, "attachment",
            Kind.ATTACHMENT);

    private UploadMetadata() {}

    /**
     * Reads the headers of a creation.
     *
     * @throws ReportingException REPORT_FORMAT if one is missing or not of its form
     */
    static Announcement read(@Nullable String length, @Nullable String header) throws ReportingException {
        if (length == null || !length.matches("[1-9][0-9]{0,17}") || header == null || header.length() > MOST_CHARACTERS) {
            throw refused("Upload-Length");
        }
        Map<String, String> values = values(header);
        Kind kind = KINDS.get(values.getOrDefault("kind", ""));
        String fileName = values.getOrDefault("fileName", "");
        if (kind == null || fileName.isBlank() || fileName.length() > 200 || fileName.codePoints().anyMatch(Character::isISOControl)
                || fileName.contains("/") || fileName.contains("\\")) {
            throw refused("Upload-Metadata");
        }
        try {
            return new Announcement(Long.parseLong(length), new Sha256(values.getOrDefault("sha256", "")),
                    ReportId.parse(values.getOrDefault("reportId", "")), Requests.id(values.getOrDefault("revisionId", "")), kind,
                    fileName, byHand(kind, values.get("byHand")));
        } catch (IllegalArgumentException e) {
            throw refused("Upload-Metadata");
        }
    }

    private static @Nullable PaperByHand byHand(Kind kind, @Nullable String text) throws ReportingException {
        if (text == null) {
            return null;
        }
        if (kind != Kind.SCAN) {
            throw refused("byHand");
        }
        return WireJson.read(text.getBytes(StandardCharsets.UTF_8), PaperByHand.class);
    }

    private static Map<String, String> values(String header) throws ReportingException {
        Map<String, String> values = new HashMap<>();
        for (String pair : header.split(",")) {
            String[] parts = pair.strip().split(" ", 2);
            try {
                values.put(parts[0],
                        parts.length < 2 ? "" : new String(Base64.getDecoder().decode(parts[1].strip()), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw refused("Upload-Metadata");
            }
        }
        return values;
    }

    private static ReportingException refused(String reason) {
        return new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", reason));
    }
}
