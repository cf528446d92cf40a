package org.shangbao.server.http.common;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.server.service.account.SessionService;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.WireJson;

import io.javalin.http.Context;

/** Reads what every call has: who calls, which report, a body of bounded size. Safe to share between threads. */
public final class Requests {
    /** Path of a report under {@link Routes#BASE}. */
    public static final String REPORT = Routes.BASE + "/reports/{unit}/{period}/{edition}";
    private static final String BEARER = "Bearer ";
    private static final Pattern DIGEST = Pattern.compile("(?:.*,\\s*)?sha-256=:([A-Za-z0-9+/]{43}=):(?:\\s*,.*)?");
    private final SessionService sessions;

    /** Makes the reader. */
    public Requests(SessionService sessions) { this.sessions = sessions; }

    /**
     * Returns who calls.
     *
     * @throws ReportingException NOT_SIGNED_IN without a token that is valid
     */
    public PersonRecord person(Context call) throws ReportingException {
        String header = call.header("Authorization");
        if (header == null || !header.startsWith(BEARER) || header.length() > 200) {
            throw new ReportingException(ErrorCode.NOT_SIGNED_IN, Map.of());
        }
        return sessions.person(header.substring(BEARER.length()));
    }

    /**
     * Returns the report the path names.
     *
     * @throws ReportingException REPORT_UNKNOWN if it can be none
     */
    public static ReportId reportId(Context call) throws ReportingException {
        String text = call.pathParam("unit") + "/" + call.pathParam("period") + "/" + call.pathParam("edition");
        try {
            return ReportId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ReportingException(ErrorCode.REPORT_UNKNOWN, Map.of("report", text.length() > 100 ? "" : text), e);
        }
    }

    /**
     * Reads an id made by a client.
     *
     * @throws ReportingException REPORT_FORMAT if it is none
     */
    public static UUID id(String text) throws ReportingException {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", "id"), e);
        }
        throw new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", "id"));
    }

    /**
     * Reads the SHA-256 out of a {@code Repr-Digest} header (RFC 9530).
     *
     * @throws ReportingException DIGEST_MISMATCH if there is none
     */
    public static Sha256 digest(@Nullable String header) throws ReportingException {
        Matcher form = DIGEST.matcher(header == null || header.length() > 500 ? "" : header);
        if (!form.matches()) {
            throw new ReportingException(ErrorCode.DIGEST_MISMATCH, Map.of());
        }
        return new Sha256(HexFormat.of().formatHex(Base64.getDecoder().decode(form.group(1))));
    }

    /**
     * Returns a query parameter.
     *
     * @throws ReportingException COMMAND_LINE if it is missing
     */
    public static String query(Context call, String name) throws ReportingException {
        String value = call.queryParam(name);
        if (value == null || value.length() > 100) {
            throw new ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", name));
        }
        return value;
    }

    /**
     * Reads the body, unpacked if it is gzip; never more than {@link WireJson#MOST_BYTES}.
     *
     * @throws ReportingException REPORT_FORMAT if it is larger, or not the gzip it says it is
     * @throws IOException        if the connection breaks
     */
    public static byte[] body(Context call) throws IOException, ReportingException {
        ReportingException tooLarge = new ReportingException(ErrorCode.REPORT_FORMAT,
                Map.of("reason", "> " + WireJson.MOST_BYTES + " bytes"));
        return body(call, WireJson.MOST_BYTES, tooLarge);
    }

    /**
     * Reads the body, unpacked if it is gzip; never more than {@code most} bytes.
     *
     * @param tooLarge thrown if it is larger
     * @throws ReportingException {@code tooLarge}; REPORT_FORMAT if it is not the gzip it says it is
     * @throws IOException        if the connection breaks
     */
    public static byte[] body(Context call, int most, ReportingException tooLarge) throws IOException, ReportingException {
        String encoding = Objects.requireNonNullElse(call.header("Content-Encoding"), "identity");
        InputStream raw = call.req().getInputStream();
        return switch (encoding) {
            case "identity" -> bounded(raw, most, tooLarge);
            case "gzip" -> unpacked(raw, most, tooLarge);
            default -> throw new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", "encoding"));
        };
    }

    /**
     * Reads a JSON body.
     *
     * @throws ReportingException REPORT_FORMAT if it is too large or not of this shape
     * @throws IOException        if the connection breaks
     */
    public static <T> T json(Context call, Class<T> shape) throws IOException, ReportingException {
        return WireJson.read(body(call), shape);
    }

    /** Answers with JSON. */
    public static void answer(Context call, int status, Object value) {
        call.status(status).contentType("application/json").result(WireJson.write(value));
    }

    private static byte[] unpacked(InputStream raw, int most, ReportingException tooLarge) throws IOException, ReportingException {
        try (GZIPInputStream in = new GZIPInputStream(raw)) {
            return bounded(in, most, tooLarge);
        } catch (ZipException | EOFException e) {
            throw new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", "gzip"), e);
        }
    }

    private static byte[] bounded(InputStream in, int most, ReportingException tooLarge) throws IOException, ReportingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes.write(buffer, 0, read);
            if (bytes.size() > most) {
                throw tooLarge;
            }
        }
        return bytes.toByteArray();
    }
}
