package org.shangbao.client.ui.common;

import java.util.List;

/** Words for the screen that a ViewModel can hold without knowing the language. */
public sealed interface Text {

    /** Nothing to say. */
    Text NONE = new Plain("");

    /**
     * A text of the message files.
     *
     * @param key       dotted key, beginning with the screen's package name
     * @param arguments values; a {@link Text} among them is put into the language first
     */
    record Keyed(String key, List<Object> arguments) implements Text {
        /** Copies the list. */
        public Keyed {
            arguments = List.copyOf(arguments);
        }
    }

    /** Words that are the same in every language: names, figures, telephone numbers. */
    record Plain(String words) implements Text {}

    /** Words the edition or the register brings in both languages; English may be empty, then the Chinese is shown. */
    record Bilingual(String chinese, String english) implements Text {}

    /** A figure with its unit, which stands in the form in Chinese and is put into the language where a translation is known. */
    record Counted(String figure, String unit) implements Text {}

    /** Returns a text of the message files. */
    static Text of(String key, Object... arguments) {
        return new Keyed(key, List.of(arguments));
    }

    /** Returns words that need no translation. */
    static Text plain(String words) { return words.isEmpty() ? NONE : new Plain(words); }

    /** True if there is nothing to say. */
    default boolean isEmpty() { return equals(NONE); }
}
