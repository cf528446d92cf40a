package org.shangbao.client.command;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The commands' own words. */
final class CommandText {
    private final ResourceBundle bundle;

    CommandText(Locale locale) {
        bundle = ResourceBundle.getBundle("org.shangbao.client.command.messages",
                locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    ResourceBundle bundle() { return bundle; }

    String of(String key, Object... values) {
        Object[] texts = new Object[values.length];
        for (int index = 0; index < values.length; index++) {
            texts[index] = String.valueOf(values[index]);
        }
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(texts);
    }
}
