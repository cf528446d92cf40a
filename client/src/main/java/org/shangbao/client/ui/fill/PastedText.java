package org.shangbao.client.ui.fill;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.shangbao.client.ui.common.Text;

/**
 * Text from the clipboard made fit for a field: formatting goes, content stays. Either all of it is taken or none, and then the place is
 * named. Works in one pass, so that a clipboard of any size costs no noticeable time.
 */
final class PastedText {
    private PastedText() {}

    /** What becomes of pasted text. */
    sealed interface Result {
        /**
         * It is taken.
         *
         * @param text    without invisible marks, every kind of line end as one
         * @param removed number of invisible marks that were left out
         */
        record Taken(String text, int removed) implements Result {}

        /** Nothing is taken. */
        record Refused(Text why) implements Result {}
    }

    /** Prepares text for a blank: one figure, so no line ends inside. */
    static Result forBlank(String code, String clipboard, int most) {
        if (clipboard.length() > most * 4) {
            return new Result.Refused(Text.of("fill.paste.long", code, clipboard.length(), most));
        }
        // a cell copied from a spreadsheet ends with a line end; text copied from the system often begins with a direction mark
        String text = clipboard.replaceAll("^[\\s\\p{Cf}]+|[\\s\\p{Cf}]+$", "");
        long lines = text.split("[\\r\\n\\t\\x0B\\f\\u0085\\u2028\\u2029]+", -1).length;
        if (lines > 1) {
            return new Result.Refused(Text.of("fill.paste.lines", code, lines));
        }
        if (text.length() > most) {
            return new Result.Refused(Text.of("fill.paste.long", code, text.length(), most));
        }
        OptionalInt strange = firstStrange(text);
        if (strange.isPresent()) {
            return strange(code, text, strange.getAsInt());
        }
        return new Result.Taken(text, 0);
    }

    /**
     * Prepares text for an item.
     *
     * @param room most characters that can be added
     */
    static Result forText(String code, String clipboard, int room) {
        // every code point is at most two characters, and invisible marks are rare: what is far too long need not be looked at
        if (clipboard.length() > 4L * room + 1000) {
            return new Result.Refused(Text.of("fill.paste.long", code, clipboard.length(), room));
        }
        OptionalInt strange = firstStrange(clipboard);
        if (strange.isPresent()) {
            return strange(code, clipboard, strange.getAsInt());
        }
        StringBuilder taken = new StringBuilder(clipboard.length());
        int removed = 0;
        for (int at = 0; at < clipboard.length();) {
            int letter = clipboard.codePointAt(at);
            at += Character.charCount(letter);
            if (letter == '\r') {
                at += at < clipboard.length() && clipboard.charAt(at) == '\n' ? 1 : 0;
                taken.append('\n');
            } else if (isLineEnd(letter)) {
                taken.append('\n');
            } else if (isInvisible(letter)) {
                removed++;
            } else {
                taken.appendCodePoint(letter);
            }
        }
        int length = taken.codePointCount(0, taken.length());
        return length > room
                ? new Result.Refused(Text.of("fill.paste.long", code, length, room))
                : new Result.Taken(taken.toString(), removed);
    }

    private static boolean isLineEnd(int letter) {
        return letter == '\n' || letter == 0x0B || letter == '\f' || letter == 0x85 || letter == 0x2028 || letter == 0x2029;
    }

    private static boolean isInvisible(int letter) {
        return Character.getType(letter) == Character.FORMAT || Character.isISOControl(letter) && letter != '\t' && letter != 0;
    }

    /** A NUL, half a character, or one that no font has: whatever it was meant to be, it is lost already. */
    private static OptionalInt firstStrange(String text) {
        return IntStream.range(0, text.length()).filter(at -> isStrange(text, at)).findFirst();
    }

    private static boolean isStrange(String text, int at) {
        char letter = text.charAt(at);
        if (Character.isLowSurrogate(letter)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        int whole = text.codePointAt(at);
        int type = Character.getType(whole);
        return letter == 0 || type == Character.SURROGATE || type == Character.PRIVATE_USE || type == Character.UNASSIGNED;
    }

    private static Result strange(String code, String text, int at) {
        return new Result.Refused(Text.of("fill.paste.strange", code, text.codePointCount(0, at) + 1,
                String.format(Locale.ROOT, "U+%04X", text.codePointAt(at))));
    }
}
