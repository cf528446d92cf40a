package org.shangbao.wire.v1;

import java.util.Map;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** Bytes from outside that cannot be read; says where and why, and nothing of it was used. */
public class WireFormatException extends ReportingException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes a failure.
     *
     * @param error   entry of the register
     * @param details place and reason for its texts
     */
    public WireFormatException(ErrorCode error, Map<String, String> details) { super(error, details); }
}
