package org.shangbao.wire.v1;

import java.time.Instant;

/**
 * A session: its token goes into {@code Authorization: Bearer}.
 *
 * @param token     random
 * @param expiresAt server time
 * @param person    who it is
 */
public record Session(String token, Instant expiresAt, PersonRecord person) {}
