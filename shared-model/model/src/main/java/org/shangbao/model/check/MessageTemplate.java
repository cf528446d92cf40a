package org.shangbao.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentence of a rule with places for live values: <code>{3.4.2}</code> the value, <code>{previous 3.4.2}</code> the earlier value,
 * <code>{label 3.4.2}</code>, <code>{unit 3.4.2}</code>, <code>{code x}</code>, and <code>{length 6.1}</code> for the characters of a text;
 * {@code x} stands for the figure of an each-rule.
 *
 * @param text the sentence as the edition brings it
 */
public record MessageTemplate(String text) {
    private static final Pattern PLACE = Pattern
            .compile("\\{(?:(previous|label|unit|code|length) )?(x|[0-9]{1,3}\\.[0-9]{1,3}(?:\\.[0-9]{1,3}[a-z]?)?)\\}");

    /** What stands in a place. */
    public enum Kind {
        /** This report's value. */
        VALUE,
        /** The earlier report's value. */
        PREVIOUS,
        /** What the figure counts. */
        LABEL,
        /** Its unit. */
        UNIT,
        /** Its code. */
        CODE,
        /** Characters of an item's text. */
        LENGTH
    }

    /**
     * A place in the sentence.
     *
     * @param kind what stands there
     * @param code figure code, item code for {@link Kind#LENGTH}, or {@code x}
     */
    public record Place(Kind kind, String code) {}

    /**
     * Returns the places in order.
     *
     * @throws IllegalArgumentException if a brace in the sentence is not part of a place
     */
    public List<Place> places() {
        List<Place> places = new ArrayList<>();
        String rest = PLACE.matcher(text).replaceAll(match -> {
            places.add(place(match));
            return "";
        });
        if (rest.contains("{") || rest.contains("}")) {
            throw new IllegalArgumentException("a brace that is not part of a place");
        }
        return places;
    }

    /** Returns the sentence with every place filled by {@code words}. */
    String fill(Function<Place, String> words) {
        return PLACE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(words.apply(place(match))));
    }

    private static Place place(MatchResult match) {
        String kind = match.group(1);
        return new Place(kind == null ? Kind.VALUE : Kind.valueOf(kind.toUpperCase(Locale.ROOT)), match.group(2));
    }
}
