package org.shangbao.model.error;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns an entry of the register into the sentence the user reads. Safe to share between threads. */
public final class ErrorTexts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");
    private final ResourceBundle bundle;

    /**
     * Texts in a language.
     *
     * @param locale English for {@code en}, Chinese for everything else
     */
    public ErrorTexts(Locale locale) {
        Locale supported = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT;
        bundle = ResourceBundle.getBundle("org.shangbao.model.error.errors", supported,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Returns the sentence with the details filled in; a detail that is missing shows as {@code …}. */
    public String sentence(ErrorCode error, Map<String, String> details) {
        return PLACEHOLDER.matcher(bundle.getString(error.code()))
                .replaceAll(match -> Matcher.quoteReplacement(details.getOrDefault(match.group(1), "…")));
    }

    /** Returns the sentence of a failure. */
    public String sentence(ReportingException failure) {
        return sentence(failure.error(), failure.details());
    }
}
