package org.shangbao.client.ui.fill;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.Item;

/** Figures by everything an office's own sheet may call them: the code, what the figure counts, the item if it has one figure only. */
final class FigureNames {
    private static final int SHOWN = 20;

    private final Map<String, Set<String>> codes = new HashMap<>();

    /**
     * Learns the names.
     *
     * @param asked figures that are asked of this office
     */
    FigureNames(FormEdition edition, Collection<String> asked) {
        for (String code : asked) {
            FigureDefinition figure = edition.figures().get(code);
            if (figure != null) {
                List.of(code, figure.label(), figure.labelEn()).forEach(name -> learn(name, code));
            }
        }
        edition.indicators().stream().flatMap(indicator -> indicator.items().stream())
                .filter(item -> item.figures().size() == 1 && asked.contains(item.figures().getFirst().code())).forEach(this::learn);
    }

    private void learn(Item item) {
        String code = item.figures().getFirst().code();
        List.of(item.code(), item.shortName(), item.shortNameEn()).forEach(name -> learn(name, code));
    }

    private void learn(String name, String code) {
        if (!key(name).isEmpty()) {
            codes.computeIfAbsent(key(name), unknown -> new TreeSet<>()).add(code);
        }
    }

    /** Returns the figures a cell may name; none if it names nothing known. */
    Set<String> find(String cell) {
        return codes.getOrDefault(key(cell), Set.of());
    }

    /** What is compared: full-width as half-width, without spaces and a colon at the end. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}]+", "").replaceAll(":$", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Returns a cell short enough for a sentence. */
    static String shown(String cell) {
        String name = cell.strip().replaceAll("\\p{C}", "");
        return name.codePointCount(0, name.length()) <= SHOWN ? name : name.substring(0, name.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
