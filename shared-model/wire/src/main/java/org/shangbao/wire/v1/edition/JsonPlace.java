package org.shangbao.wire.v1.edition;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.check.TextNoise;

import com.fasterxml.jackson.databind.JsonNode;

/** A value in a JSON document together with its place, read strictly. */
record JsonPlace(JsonNode node, String pointer) {
    /** Checks that this is an object with these fields and no others. */
    void object(Set<String> required, Set<String> optional) throws EditionFormatException {
        if (!node.isObject()) {
            throw fault("an object is expected");
        }
        for (String name : (Iterable<String>) node::fieldNames) {
            if (!required.contains(name) && !optional.contains(name)) {
                throw new EditionFormatException(pointer + "/" + escape(name), "unknown field");
            }
        }
        for (String name : required.stream().sorted().toList()) {
            if (!node.has(name)) {
                throw new EditionFormatException(pointer + "/" + name, "missing");
            }
        }
    }

    boolean has(String name) { return node.has(name); }

    JsonPlace field(String name) { return new JsonPlace(node.path(name), pointer + "/" + escape(name)); }

    /** Returns the elements of an array. */
    List<JsonPlace> elements(int least, int most) throws EditionFormatException {
        if (!node.isArray()) {
            throw fault("an array is expected");
        }
        if (node.size() < least || node.size() > most) {
            throw fault(least + " to " + most + " elements are expected, found " + node.size());
        }
        List<JsonPlace> elements = new ArrayList<>();
        for (int index = 0; index < node.size(); index++) {
            elements.add(new JsonPlace(node.get(index), pointer + "/" + index));
        }
        return elements;
    }

    /** Returns a text of at least one and at most {@code most} characters. */
    String text(int most) throws EditionFormatException {
        String text = textOrEmpty(most);
        if (text.isBlank()) {
            throw fault("a text is expected");
        }
        return text;
    }

    String textOrEmpty(int most) throws EditionFormatException {
        if (!node.isTextual()) {
            throw fault("a text is expected");
        }
        String text = node.textValue();
        if (text.length() > most) {
            throw fault("longer than " + most + " characters");
        }
        if (TextNoise.isFoundIn(text) || text.indexOf('\t') >= 0 || text.indexOf('\r') >= 0) {
            throw fault("a control or direction character");
        }
        return text;
    }

    String matching(Pattern form, String expectation) throws EditionFormatException {
        String text = text(200);
        if (!form.matcher(text).matches()) {
            throw fault(expectation + " is expected");
        }
        return text;
    }

    /** Returns a whole number within bounds. */
    int integer(int least, int most) throws EditionFormatException {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
            throw fault("a whole number from " + least + " to " + most + " is expected");
        }
        return node.intValue();
    }

    boolean truth() throws EditionFormatException {
        if (!node.isBoolean()) {
            throw fault("true or false is expected");
        }
        return node.booleanValue();
    }

    LocalDate date() throws EditionFormatException {
        try {
            return LocalDate.parse(text(10));
        } catch (DateTimeParseException e) {
            throw fault("a date such as 2023-10-31 is expected");
        }
    }

    <E extends Enum<E>> E constant(E[] values) throws EditionFormatException {
        String text = text(60);
        return Arrays.stream(values).filter(value -> value.name().equals(text)).findFirst()
                .orElseThrow(() -> fault("one of " + Arrays.toString(values) + " is expected"));
    }

    /** Makes a value whose constructor knows its own form. */
    <T> T made(Function<String, T> maker) throws EditionFormatException {
        String text = text(200);
        try {
            return maker.apply(text);
        } catch (IllegalArgumentException e) {
            throw new EditionFormatException(pointer, String.valueOf(e.getMessage()));
        }
    }

    <T> @Nullable T ifPresent(String name, Reader<T> reader) throws EditionFormatException {
        return has(name) ? reader.read(field(name)) : null;
    }

    EditionFormatException fault(String reason) { return new EditionFormatException(pointer, reason); }

    private static String escape(String name) { return TextNoise.shown(name, 60).replace("~", "~0").replace("/", "~1"); }

    /** Reads a value at a place. */
    interface Reader<T> {
        T read(JsonPlace place) throws EditionFormatException;
    }
}
