package org.shangbao.client.print;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The fixed words of the papers that are put together by the program; those of the form stand in the templates. */
final class PaperWords {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("org.shangbao.client.print.papers", Locale.ROOT);

    private PaperWords() {}

    static String of(String key, Object... values) {
        String pattern = WORDS.getString(key);
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            // numbers print without a thousands mark
            texts[i] = String.valueOf(values[i]);
        }
        return texts.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(texts);
    }
}
