package org.shangbao.model.check;

/** Characters that nobody types on purpose and that can make a text look other than it is. */
public final class TextNoise {
    private TextNoise() {}

    /** True if the text has a control character other than tab and line ends, a direction or other invisible mark, or a broken surrogate. */
    public static boolean isFoundIn(String text) {
        return text.codePoints().anyMatch(TextNoise::isNoise);
    }

    /** Returns at most {@code most} characters of a text for a message, noise shown as �. */
    public static String shown(String text, int most) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(most).map(codePoint -> isNoise(codePoint) ? '\uFFFD' : codePoint).forEach(shown::appendCodePoint);
        return text.codePointCount(0, text.length()) > most ? shown.append('…').toString() : shown.toString();
    }

    private static boolean isNoise(int codePoint) {
        int type = Character.getType(codePoint);
        boolean lineOrTab = codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
        return Character.isISOControl(codePoint) && !lineOrTab || type == Character.FORMAT || type == Character.SURROGATE
                || type == Character.UNASSIGNED || type == Character.PRIVATE_USE;
    }
}
