package org.shangbao.client.ui.common;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Texts of the screens in the language chosen now. A key begins with the package that owns it: {@code fill.next} stands in
 * {@code messages.properties} (Chinese) and {@code messages_en.properties} of {@code ui.fill}. Used on the FX thread only.
 */
public final class Messages {
    private static final String ROOT = "org.shangbao.client.ui.";

    private final ReadOnlyObjectWrapper<Language> language = new ReadOnlyObjectWrapper<>(Language.CHINESE);
    private final Map<String, ResourceBundle> bundles = new HashMap<>();

    /** Begins in a language. */
    public Messages(Language language) { use(language); }

    /** Returns the language; screens are built anew when it changes. */
    public ReadOnlyObjectProperty<Language> languageProperty() {
        return language.getReadOnlyProperty();
    }

    /** Returns the language. */
    public Language language() { return language.get(); }

    /** True if the screen is in English. */
    public boolean isEnglish() { return language() == Language.ENGLISH; }

    /** Changes the language; whoever listens shows its texts anew. */
    public void use(Language chosen) {
        bundles.clear();
        language.set(chosen);
    }

    /**
     * Returns a text with its arguments filled in; arguments that are {@link Text} are put into the language first.
     *
     * @throws java.util.MissingResourceException if no file has the key
     */
    public String text(String key, Object... arguments) {
        String pattern = bundleOf(key).getString(key);
        Object[] resolved = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            resolved[i] = arguments[i] instanceof Text inner ? text(inner) : arguments[i];
        }
        return new MessageFormat(pattern, language().locale()).format(resolved);
    }

    /** Returns a unit of the form in the language chosen now; one nobody has translated stays as the form has it. */
    public String unit(String official) {
        String key = "common.unit." + official.codePoints().mapToObj(Integer::toHexString).collect(Collectors.joining());
        return isEnglish() && bundleOf(key).containsKey(key) ? text(key) : official;
    }

    /** Returns words in the language chosen now. */
    public String text(Text text) {
        return switch (text) {
            case Text.Keyed keyed -> text(keyed.key(), keyed.arguments().toArray());
            case Text.Plain plain -> plain.words();
            case Text.Counted counted -> counted(counted.figure(), unit(counted.unit()));
            case Text.Bilingual both -> isEnglish() && !both.english().isEmpty() ? both.english() : both.chinese();
        };
    }

    /** A unit that is itself a number, as 10,000 persons is in English, is counted with a sign between. */
    private static String counted(String figure, String unit) {
        return figure + (!unit.isEmpty() && Character.isDigit(unit.charAt(0)) ? " × " : " ") + unit;
    }

    private ResourceBundle bundleOf(String key) {
        String owner = key.substring(0, key.indexOf('.'));
        return bundles.computeIfAbsent(owner,
                name -> ResourceBundle.getBundle(ROOT + name + ".messages", isEnglish() ? Locale.ENGLISH : Locale.ROOT,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }
}
