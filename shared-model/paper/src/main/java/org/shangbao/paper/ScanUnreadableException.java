package org.shangbao.paper;

/** A scan file is not read, for a reason its sender can act on. */
public class ScanUnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ScanRefusal refusal;

    /** Creates the exception without a cause: the file broke a bound or a rule. */
    public ScanUnreadableException(ScanRefusal refusal) {
        super(refusal.name());
        this.refusal = refusal;
    }

    /** Creates the exception for a failure of a library that reads the file. */
    public ScanUnreadableException(ScanRefusal refusal, Throwable cause) {
        super(refusal.name(), cause);
        this.refusal = refusal;
    }

    /** Returns the reason. */
    public ScanRefusal refusal() { return refusal; }
}
