package org.shangbao.wire.v1.transfer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a server's history, as {@code GET /changes} hands it out. Places of one history can be compared, so that an older package does
 * not bring back what is past.
 *
 * @param history 16 hexadecimal digits that name the history
 * @param number  the place
 */
public record ChangeCursor(String history, long number) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{16})-([0-9]{1,18})");

    /** Reads it; empty if it is none. */
    public static Optional<ChangeCursor> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new ChangeCursor(form.group(1), Long.parseLong(form.group(2)))) : Optional.empty();
    }

    /** True if whoever stands here knows everything up to {@code other}; never for another history. */
    public boolean covers(ChangeCursor other) {
        return history.equals(other.history) && number >= other.number;
    }

    @Override
    public String toString() { return history + "-" + number; }
}
