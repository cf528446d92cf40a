package org.shangbao.client.application.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ErrorTexts;
import org.shangbao.model.error.ReportingException;
import org.shangbao.paper.ScanFault;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The register's sentence of a failure, with names of states and acts in the reader's words. Safe to share between threads.
 */
public final class FailureText {
    private static final Logger LOG = LoggerFactory.getLogger(FailureText.class);
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
        if (error == ErrorCode.SCAN_UNREADABLE) {
            readable.computeIfPresent("reason", (key, value) -> word("refusal." + value, value));
        }
        if (error == ErrorCode.SCAN_REFUSED) {
            String faults = readable.remove("faults");
            if (faults != null) {
                readable.put("problems", problems(faults));
            }
        }
        return texts.sentence(error, readable);
    }

    /** Returns the sentence of what is wrong with a scan. */
    public String sentence(ScanFault fault) {
        Map<String, String> readable = new HashMap<>(fault.values());
        readable.computeIfPresent("reason", (key, value) -> word("refusal." + value, value));
        return filled(word("scan." + fault.code(), word("scan.unknown", "")), readable);
    }

    /** The server's faults in the reader's words; what comes from another program may be anything. */
    private String problems(String faults) {
        try {
            ScanFault[] read = WireJson.read(faults.getBytes(StandardCharsets.UTF_8), ScanFault[].class);
            String sentences = Arrays.stream(read).filter(Objects::nonNull).limit(ScanFault.MOST).map(this::sentence).distinct()
                    .collect(Collectors.joining(word("scan.separator", " ")));
            return sentences.isEmpty() ? word("scan.unknown", "") : sentences;
        } catch (WireFormatException e) {
            LOG.info("The server's reasons cannot be read", e);
            return word("scan.unknown", "");
        }
    }

    /**
     * Returns what is wrong with something typed, and no more: for a table taken whole or not at all, where nothing is kept.
     *
     * @param error one of the refusals of what is typed ({@code INPUT-001} to {@code INPUT-006})
     */
    public String fault(ErrorCode error, Map<String, String> details) { return words("fault." + error.code(), details); }

    /**
     * Returns a short text with placeholders like {@code {page}} filled in.
     *
     * @throws MissingResourceException if there is no such key
     */
    public String words(String key, Map<String, String> details) { return filled(words.getString(key), details); }

    private static String filled(String pattern, Map<String, String> details) {
        String text = pattern;
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
