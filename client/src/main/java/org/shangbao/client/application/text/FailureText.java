package org.shangbao.client.application.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ErrorTexts;
import org.shangbao.model.error.ReportingException;

/**
 * The register's sentence of a failure, with names of states and acts in the reader's words. Safe to share between threads.
 */
public final class FailureText {
    private static final String BUNDLE = "org.shangbao.client.application.text.words";
    private final ErrorTexts texts;
    private final ResourceBundle words;

    /**
     * Texts in a language.
     *
     * @param locale English for {@code en}, Chinese for everything else
     */
    public FailureText(Locale locale) {
        texts = new ErrorTexts(locale);
        words = ResourceBundle.getBundle(BUNDLE, locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Returns the sentence of a failure. */
    public String sentence(ReportingException failure) {
        return sentence(failure.error(), failure.details());
    }

    /** Returns the sentence of an entry of the register. */
    public String sentence(ErrorCode error, Map<String, String> details) {
        Map<String, String> readable = new HashMap<>(details);
        readable.computeIfPresent("status", (key, value) -> word("status." + value, value));
        readable.computeIfPresent("act", (key, value) -> word("act." + value, value));
        if (error == ErrorCode.FOLDER_UNSUITABLE) {
            readable.computeIfPresent("reason", (key, value) -> word("folder." + value, value));
        }
        if (error == ErrorCode.STORE_DAMAGED) {
            readable.putIfAbsent("contact", word("contact", ""));
        }
        return texts.sentence(error, readable);
    }

    /**
     * Returns a short text with placeholders like {@code {page}} filled in.
     *
     * @throws MissingResourceException if there is no such key
     */
    public String words(String key, Map<String, String> details) {
        String text = words.getString(key);
        for (Map.Entry<String, String> detail : details.entrySet()) {
            text = text.replace("{" + detail.getKey() + "}", detail.getValue());
        }
        return text;
    }

    private String word(String key, String otherwise) {
        try {
            return words.getString(key);
        } catch (MissingResourceException e) {
            return otherwise;
        }
    }
}
