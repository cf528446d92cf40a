package org.shangbao.wire.v1;

/**
 * Signing in: {@code POST /v1/sessions}.
 *
 * @param account account
 * @param secret  its secret
 */
public record SessionRequest(String account, String secret) {}
