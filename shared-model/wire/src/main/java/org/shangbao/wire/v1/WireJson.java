package org.shangbao.wire.v1;

import java.io.IOException;
import java.util.Map;

import org.erdtman.jcs.JsonCanonicalizer;
import org.shangbao.model.error.ErrorCode;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The one JSON reader and writer of the wire: strict, bounded in size and nesting, no type information in the data. Values from outside
 * never choose a class. Safe to share between threads.
 */
public final class WireJson {
    /** Largest document that is read, in bytes. */
    public static final int MOST_BYTES = 8 << 20;
    /** Deepest nesting that is read. */
    public static final int MOST_NESTING = 32;

    private static final JsonMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MOST_NESTING).maxDocumentLength(MOST_BYTES)
                            .maxStringLength(2 << 20).maxNumberLength(40).maxNameLength(500).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .serializationInclusion(JsonInclude.Include.ALWAYS).disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION).build();

    private WireJson() {}

    /** Returns the mapper for readers that need the tree; strict and bounded as described above. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads a document.
     *
     * @throws WireFormatException REPORT_FORMAT if the bytes are too many, nested too deeply, not JSON or not of this shape
     */
    public static <T> T read(byte[] bytes, Class<T> type) throws WireFormatException {
        if (bytes.length > MOST_BYTES) {
            throw new WireFormatException(ErrorCode.REPORT_FORMAT, Map.of("reason", bytes.length + " bytes"));
        }
        try {
            T value = MAPPER.readValue(bytes, type);
            if (value == null) {
                throw new WireFormatException(ErrorCode.REPORT_FORMAT, Map.of("reason", "null"));
            }
            return value;
        } catch (IOException | IllegalArgumentException e) {
            throw new WireFormatException(ErrorCode.REPORT_FORMAT, Map.of("reason", firstLine(e)));
        }
    }

    /** Writes a document; order of fields as declared. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new IllegalStateException("a wire record that cannot be written: " + value.getClass(), e);
        }
    }

    /**
     * Writes a document in canonical form (RFC 8785): the same value gives the same bytes in every program. Figures must be strings, since
     * the canonical form turns JSON numbers into doubles.
     */
    public static byte[] writeCanonical(Object value) {
        try {
            return new JsonCanonicalizer(write(value)).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalStateException("a wire record that has no canonical form: " + value.getClass(), e);
        }
    }

    private static String firstLine(Exception failure) {
        String message = failure.getMessage();
        String line = message == null ? failure.getClass().getSimpleName() : message.lines().findFirst().orElse("");
        return line.length() > 160 ? line.substring(0, 160) : line;
    }
}
