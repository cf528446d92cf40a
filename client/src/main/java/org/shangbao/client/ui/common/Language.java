package org.shangbao.client.ui.common;

import java.util.Locale;

/** A language of the screen; the paper is always Chinese. */
public enum Language {
    /** Chinese, the first language of every text. */
    CHINESE(Locale.SIMPLIFIED_CHINESE),
    /** English. */
    ENGLISH(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) { this.locale = locale; }

    /** Returns the locale texts are formatted with. */
    public Locale locale() { return locale; }

    /** Returns the other one, for the switch in the top bar. */
    public Language other() { return this == CHINESE ? ENGLISH : CHINESE; }

    /** Returns the language for a locale: English for {@code en}, Chinese for everything else. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : CHINESE;
    }
}
