package org.shangbao.client.ui.fill;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the head of a column says of it, in the words clerks head their sheets with. */
enum PastedHeads {
    /** Figures of the period that is filled. */
    NOW,
    /** Figures of another period, or a difference. */
    OTHER_PERIOD,
    /** What the figures are counted in. */
    UNIT,
    /** No figures: a running number, names, remarks. */
    NO_FIGURES,
    /** Not known. */
    UNKNOWN;

    private static final Properties WORDS = words();
    private static final Pattern COMPARING = pattern("comparing");
    private static final Pattern EARLIER = pattern("earlier");
    private static final Pattern CURRENT = pattern("current");
    private static final Pattern PLAIN = pattern("plain");
    private static final Pattern COUNTED_IN = pattern("countedIn");
    private static final Pattern NONE = pattern("noFigures");
    private static final Pattern PERIOD = pattern("period");

    private static Pattern pattern(String name) { return Pattern.compile(WORDS.getProperty(name)); }

    /** Both languages at once: what a sheet is headed with does not depend on the screen's language. */
    private static Properties words() {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(Objects.requireNonNull(PastedHeads.class.getResourceAsStream("heads.properties")),
                StandardCharsets.UTF_8)) {
            words.load(in);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a head.
     *
     * @param period the period that is filled, for example {@code 2024-10}
     */
    static PastedHeads of(String head, String period) {
        String words = FigureNames.key(head);
        if (words.isEmpty()) {
            return UNKNOWN;
        }
        if (COUNTED_IN.matcher(words).matches()) {
            return UNIT;
        }
        if (COMPARING.matcher(words).find()) {
            return OTHER_PERIOD;
        }
        if (CURRENT.matcher(words).find() || PLAIN.matcher(words).matches()) {
            return NOW;
        }
        if (EARLIER.matcher(words).find()) {
            return OTHER_PERIOD;
        }
        Matcher named = PERIOD.matcher(words);
        if (named.matches()) {
            String written = String.format(Locale.ROOT, "%s-%02d", named.group(1), Integer.parseInt(named.group(2)));
            return written.equals(period) ? NOW : OTHER_PERIOD;
        }
        return NONE.matcher(words).matches() ? NO_FIGURES : UNKNOWN;
    }
}
