package org.shangbao.model.check;

/** A rule is not written in the rule language. */
public final class RuleSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int position;

    /**
     * Makes one.
     *
     * @param position offset of the first character that is not understood, from 0
     * @param reason   what is wrong there, for whoever writes editions
     */
    public RuleSyntaxException(int position, String reason) {
        super(reason + " at character " + (position + 1));
        this.position = position;
    }

    /** Returns the offset of the first character that is not understood, from 0. */
    public int position() { return position; }
}
