package org.shangbao.wire.v1;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * 授权文件: what makes an installed client an office's client. Payload of a {@link SignedDocument} of type {@link #TYPE}; confidential like a
 * key, since it carries the first secrets of its accounts ({@code docs/formats/enrolment-v1.md}).
 *
 * @param serverUrl    base URL of the sync server, without a trailing slash
 * @param serverKey    public key that verifies this file and every receipt: X.509 encoding in Base64
 * @param certificates PEM of the authority that issued the server's TLS certificate, null if a public one or none (loopback)
 * @param unit         the office
 * @param units        the chain above the office and its whole subtree, parents first
 * @param editions     editions in force
 * @param windows      windows of the office and of its children
 * @param designations who is designated for what
 * @param people       accounts of the office
 * @param secrets      first secrets of these accounts, to be exchanged at first contact
 * @param recoveryKey  public key of the province for data recovery, Base64; null until there is one
 * @param packageKey   the server's key for 上报数据包, Base64; null from a server of before there was one
 * @param issuedAt     when
 */
public record EnrolmentFile(String serverUrl, String serverKey, @Nullable String certificates, String unit, List<UnitRecord> units,
        List<EditionRecord> editions,
        List<WindowRecord> windows, List<DesignationRecord> designations, List<PersonRecord> people, List<AccountSecret> secrets,
        @Nullable String recoveryKey, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String packageKey, Instant issuedAt) {
    /** Type in the signed document. */
    public static final String TYPE = "enrolment";

    /** A random secret of an account, Base64. */
    public record AccountSecret(String account, String secret) {}

    /** Copies the lists. */
    public EnrolmentFile {
        units = List.copyOf(units);
        editions = List.copyOf(editions);
        windows = List.copyOf(windows);
        designations = List.copyOf(designations);
        people = List.copyOf(people);
        secrets = List.copyOf(secrets);
    }
}
