package org.shangbao.client.sync;

/**
 * What signs in.
 *
 * @param account account
 * @param secret  its secret; never logged
 */
public record Credentials(String account, String secret) {
    @Override
    public String toString() { return "Credentials[" + account + "]"; }
}
