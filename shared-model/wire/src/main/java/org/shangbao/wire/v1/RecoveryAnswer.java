package org.shangbao.wire.v1;

import java.util.Map;

import org.shangbao.model.error.ErrorCode;

/**
 * 恢复答复: what the holder of the recovery key gives an office that asked ({@code docs/formats/recovery-v1.md}). It opens nothing without the
 * password that was chosen when asking.
 *
 * @param format  always {@code shangbao-recovery-answer}
 * @param version always 1
 * @param request digest of the request it answers
 * @param dataKey the folder's data key in a box for that request
 */
public record RecoveryAnswer(String format, int version, String request, SealedBox dataKey) {
    /** Value of {@code format}. */
    public static final String FORMAT = "shangbao-recovery-answer";

    /** Returns what the box of an answer is for. */
    public static String purpose(String requestDigest) {
        return "shangbao-recovery-answer/" + requestDigest;
    }

    /**
     * Reads an answer.
     *
     * @throws WireFormatException RECOVERY_BROKEN if it is none
     */
    public static RecoveryAnswer read(byte[] bytes) throws WireFormatException {
        RecoveryAnswer answer;
        try {
            answer = WireJson.read(bytes, RecoveryAnswer.class);
        } catch (WireFormatException e) {
            throw new WireFormatException(ErrorCode.RECOVERY_BROKEN, Map.of());
        }
        if (!answer.format.equals(FORMAT) || answer.version != 1) {
            throw new WireFormatException(ErrorCode.RECOVERY_BROKEN, Map.of());
        }
        return answer;
    }
}
