package org.shangbao.server.service.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

import org.shangbao.wire.v1.Sha256;

/**
 * One act in the audit chain.
 *
 * @param sequence     1, 2, … without gaps
 * @param at           server time, whole milliseconds
 * @param actor        account, or {@code @command} for an administrator at the machine
 * @param act          what was done, for example {@code REVISION}
 * @param subject      what it was done to, for example a report id
 * @param detail       the words that go with it; no secrets
 * @param previousHash hash of the entry before, 64 zeros for the first
 * @param hash         SHA-256 over all of the above
 */
public record AuditEntry(long sequence, Instant at, String actor, String act, String subject, String detail, String previousHash,
        String hash) {

    /** Returns the entry that follows a head. */
    public static AuditEntry following(AuditRepository.ChainHead head, Instant at, String actor, String act, String subject,
            String detail) {
        AuditEntry open = new AuditEntry(head.sequence() + 1, at, actor, act, cut(subject, 200), cut(detail, 1000), head.hash(), "");
        return new AuditEntry(open.sequence, open.at, open.actor, open.act, open.subject, open.detail, open.previousHash,
                open.computedHash());
    }

    /** Returns the hash these fields must have. */
    public String computedHash() {
        MessageDigest digest = Sha256.newDigest();
        for (String field : new String[]{ Long.toString(sequence), Long.toString(at.toEpochMilli()), actor, act, subject, detail,
                previousHash }) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            // each field goes in with its length, so that no two entries read the same
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return Sha256.of(digest).hex();
    }

    private static String cut(String text, int most) { return text.length() <= most ? text : text.substring(0, most); }
}
