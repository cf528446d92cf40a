package org.shangbao.client.ui.common;

import java.util.Locale;

import org.shangbao.client.application.text.FailureText;
import org.shangbao.model.error.ReportingException;
import org.shangbao.paper.ScanFault;

/** Puts a failure into words that follow the language. */
public final class Failure {
    private static final FailureText CHINESE = new FailureText(Locale.ROOT);
    private static final FailureText ENGLISH = new FailureText(Locale.ENGLISH);

    private Failure() {}

    /** Returns the register's sentence in both languages. */
    public static Text words(ReportingException failure) {
        return new Text.Bilingual(CHINESE.sentence(failure), ENGLISH.sentence(failure));
    }

    /** Returns what is wrong with a scan in both languages, each as a sentence of its own. */
    public static Text words(ScanFault fault) {
        return new Text.Bilingual(closed(CHINESE.sentence(fault), "。"), closed(begun(ENGLISH.sentence(fault)), "."));
    }

    private static String begun(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    private static String closed(String words, String stop) { return words.isEmpty() || words.endsWith(stop) ? words : words + stop; }
}
