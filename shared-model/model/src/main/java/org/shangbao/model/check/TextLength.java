package org.shangbao.model.check;

/** Counts characters the way 字数 is counted: every character a reader sees, spaces and invisible signs not. */
public final class TextLength {
    private TextLength() {}

    /** Returns the number of code points that are neither spaces, line ends, control nor invisible format characters. */
    public static int of(String text) {
        return (int) text.codePoints().filter(TextLength::isVisible).count();
    }

    static boolean isVisible(int codePoint) {
        return !Character.isWhitespace(codePoint) && !Character.isSpaceChar(codePoint) && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.FORMAT;
    }
}
