package org.shangbao.client.print;

import java.util.Objects;

/** A piece of an item's official sentence, in reading order. */
public sealed interface SentencePiece {

    /** Words of the form edition. */
    record Text(String text) implements SentencePiece {
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * A figure set into its blank.
     *
     * @param code the figure's code, for instance {@code 1.1.2}
     * @param value the canonical decimal string, or the word for "not applicable"; made only of the characters of the
     * figure face (digits, point, minus, 不适用)
     */
    record Figure(String code, String value) implements SentencePiece {

        public Figure {
            Objects.requireNonNull(code, "code");
            if (value.isEmpty() || !value.codePoints().allMatch(Figure::hasGlyph)) {
                throw new IllegalArgumentException("no figure face glyph for some of: " + value);
            }
        }

        private static boolean hasGlyph(int character) { return "0123456789.-不适用".indexOf(character) >= 0; }
    }

    /** A blank without a figure: a grey box in a draft, a line to write on in a blank form. */
    record Blank(String code) implements SentencePiece {
        public Blank {
            Objects.requireNonNull(code, "code");
        }
    }
}
