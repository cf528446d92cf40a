package org.shangbao.wire.v1.units;

import java.util.Map;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.wire.v1.WireFormatException;

/** A list of units is broken; it is refused as a whole, with the line and the reason ({@link ErrorCode#UNIT_LIST_BROKEN}). */
public final class UnitListException extends WireFormatException {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final String reason;

    /**
     * Makes one.
     *
     * @param line   number of the line, 1 for the head
     * @param reason what is wrong there, in English
     */
    public UnitListException(int line, String reason) {
        super(ErrorCode.UNIT_LIST_BROKEN, Map.of("line", Integer.toString(line), "reason", reason));
        this.line = line;
        this.reason = reason;
    }

    /** Returns the number of the line, 1 for the head. */
    public int line() { return line; }

    /** Returns what is wrong there, in English. */
    public String reason() { return reason; }
}
