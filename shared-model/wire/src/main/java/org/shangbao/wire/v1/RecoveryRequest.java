package org.shangbao.wire.v1;

import java.security.PrivateKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.shangbao.model.error.ErrorCode;

/**
 * 恢复申请: an office that cannot open its data folder any more asks the holder of the recovery key for it
 * ({@code docs/formats/recovery-v1.md}). Nothing in it is secret to others: the data key lies in a box for the recovery key, and the answer
 * will lie in a box for {@code answerKey}, whose private half never leaves the office.
 *
 * @param format    always {@code shangbao-recovery-request}
 * @param version   always 1
 * @param unit      the office's unit id, as it stood in its 授权文件; the box opens for no other
 * @param unitName  its name, for the person who answers
 * @param name      person who asks and will open the folder from now on
 * @param dataKeys  the folder's data key for the recovery key; more than one if the folder holds copies that differ, any of which may do
 * @param answerKey public key the answer is for
 * @param at        when, by the office's clock
 */
public record RecoveryRequest(String format, int version, String unit, String unitName, String name, List<SealedBox> dataKeys,
        String answerKey,
        Instant at) {
    /** Value of {@code format}. */
    public static final String FORMAT = "shangbao-recovery-request";
    private static final int CHECK_BYTES = 6;
    private static final int MOST_BOXES = 8;

    /** Copies the list. */
    public RecoveryRequest {
        dataKeys = List.copyOf(dataKeys);
    }

    /** Returns what a box with a folder's data key is for. */
    public static String purpose(String unit) {
        return "shangbao-data-key/" + unit;
    }

    /**
     * Reads a request.
     *
     * @throws WireFormatException RECOVERY_BROKEN if it is none
     */
    public static RecoveryRequest read(byte[] bytes) throws WireFormatException {
        RecoveryRequest request;
        try {
            request = WireJson.read(bytes, RecoveryRequest.class);
        } catch (WireFormatException e) {
            throw new WireFormatException(ErrorCode.RECOVERY_BROKEN, Map.of());
        }
        if (!request.format.equals(FORMAT) || request.version != 1 || request.dataKeys.size() > MOST_BOXES) {
            throw new WireFormatException(ErrorCode.RECOVERY_BROKEN, Map.of());
        }
        return request;
    }

    /** Returns the digest by which an answer names this request. */
    public String digest() {
        return Sha256.of(WireJson.writeCanonical(this)).hex();
    }

    /** Returns the number both sides read to each other on the telephone, for example {@code 3F7A-91C2-05BD}. */
    public String checkNumber() {
        return checkNumber(digest());
    }

    /** Returns the number for a request's digest. */
    public static String checkNumber(String digest) {
        String text = HexFormat.of().formatHex(HexFormat.of().parseHex(digest), 0, CHECK_BYTES).toUpperCase(Locale.ROOT);
        return text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(8);
    }

    /**
     * Answers: opens the data key and closes it again for the office alone.
     *
     * @param recoveryKey the private recovery key
     * @throws WireFormatException RECOVERY_BROKEN if the request is for another recovery key, or was changed
     */
    public RecoveryAnswer answer(PrivateKey recoveryKey) throws WireFormatException {
        WireFormatException failure = new WireFormatException(ErrorCode.RECOVERY_BROKEN, Map.of());
        for (SealedBox box : dataKeys) {
            try {
                byte[] key = box.open(recoveryKey, purpose(unit));
                return new RecoveryAnswer(RecoveryAnswer.FORMAT, 1, digest(),
                        SealedBox.seal(SealedBox.publicKey(answerKey), key, RecoveryAnswer.purpose(digest())));
            } catch (WireFormatException e) {
                failure = e;
            }
        }
        throw failure;
    }
}
