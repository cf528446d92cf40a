package org.shangbao.client.ui.common;

import java.util.Locale;

import org.shangbao.model.error.ErrorTexts;
import org.shangbao.model.error.ReportingException;

/** Puts a failure into words that follow the language. */
public final class Failure {
    private static final ErrorTexts CHINESE = new ErrorTexts(Locale.ROOT);
    private static final ErrorTexts ENGLISH = new ErrorTexts(Locale.ENGLISH);

    private Failure() {}

    /** Returns the register's sentence in both languages. */
    public static Text words(ReportingException failure) {
        return new Text.Bilingual(CHINESE.sentence(failure), ENGLISH.sentence(failure));
    }
}
