package org.shangbao.client.ui.common;

import java.util.List;
import java.util.Locale;

/**
 * How the program looks to whoever sits before it.
 *
 * @param size  how large words are
 * @param shade which colours
 */
public record Look(Size size, Shade shade) {
    /** What the program looks like until somebody chooses. */
    public static final Look STANDARD = new Look(Size.STANDARD, Shade.LIGHT);

    /** How large words are, and with them whatever holds a line of words. */
    public enum Size {
        /** As designed. */
        STANDARD,
        /** Larger by {@link Lengths#LARGER}. */
        LARGE
    }

    /** A table of colours. */
    public enum Shade {
        /** Dark words on light surfaces. */
        LIGHT,
        /** Light words on dark surfaces. */
        DARK
    }

    /** Returns the same with words of another size. */
    public Look with(Size other) { return new Look(other, shade); }

    /** Returns the same in other colours. */
    public Look with(Shade other) { return new Look(size, other); }

    /** Returns it as two words to be kept, for example {@code large dark}. */
    public String words() {
        return (size + " " + shade).toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #words}; what says nothing known counts as the standard, each word by itself. */
    public static Look of(String words) {
        List<String> said = List.of(words.strip().split("\\s+"));
        return new Look(said.contains("large") ? Size.LARGE : Size.STANDARD, said.contains("dark") ? Shade.DARK : Shade.LIGHT);
    }
}
