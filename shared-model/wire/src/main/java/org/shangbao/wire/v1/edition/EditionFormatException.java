package org.shangbao.wire.v1.edition;

import java.util.Map;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.wire.v1.WireFormatException;

/** An edition is broken; it is refused as a whole, with the place and the reason ({@link ErrorCode#EDITION_BROKEN}). */
public final class EditionFormatException extends WireFormatException {
    private static final long serialVersionUID = 1L;
    private final String pointer;
    private final String reason;

    /**
     * Makes one.
     *
     * @param pointer JSON pointer (RFC 6901) of the place, "" for the whole document
     * @param reason  what is wrong there, in English, for whoever writes editions
     */
    public EditionFormatException(String pointer, String reason) {
        super(ErrorCode.EDITION_BROKEN, Map.of("pointer", pointer.isEmpty() ? "/" : pointer, "reason", reason));
        this.pointer = pointer;
        this.reason = reason;
    }

    /** Returns the JSON pointer of the place, "" for the whole document. */
    public String pointer() { return pointer; }

    /** Returns what is wrong there, in English. */
    public String reason() { return reason; }
}
