package org.shangbao.client.print;

/** A paper cannot be made: a template is damaged, or what came out does not hold what went in. */
public final class PrintException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PrintException(String message) { super(message); }

    PrintException(String message, Throwable cause) { super(message, cause); }
}
