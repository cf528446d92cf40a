package org.shangbao.wire.v1;

import java.util.Map;

/**
 * Failure as the server reports it (media type {@code application/problem+json}).
 *
 * @param code       stable code of the register
 * @param httpStatus as sent
 * @param message    English, for logs; the client translates by code
 * @param details    values for the placeholders of the register's texts
 */
public record Problem(String code, int httpStatus, String message, Map<String, String> details) {
    /** Media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Copies the map. */
    public Problem {
        details = Map.copyOf(details);
    }
}
