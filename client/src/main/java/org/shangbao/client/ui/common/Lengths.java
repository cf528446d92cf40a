package org.shangbao.client.ui.common;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What grows when words are larger: words, icons, and the heights and widths of what holds a line of them. Edges and gaps stay, and so does
 * what is {@link #PANE} wide or more: the window does not grow with the words.
 */
final class Lengths {
    /** How much larger. */
    static final double LARGER = 1.15;
    private static final double LEAST = 10;
    private static final double PANE = 200;
    private static final Pattern GROWING = Pattern.compile(
            "(-fx-(?:font-size|icon-size|(?:min|pref|max)-(?:width|height)|(?:background|border)-radius): )([0-9.]+)(?=px|;)");

    private Lengths() {}

    /** Returns a length in whole pixels, so that lines and letters stay crisp. */
    static double larger(double length) {
        return length < LEAST || length >= PANE ? length : Math.rint(length * LARGER);
    }

    /** Returns a style sheet with every length that grows made larger. */
    static String larger(String styles) {
        return GROWING.matcher(styles).replaceAll(
                found -> Matcher.quoteReplacement(found.group(1) + larger(Double.parseDouble(found.group(2)))));
    }
}
