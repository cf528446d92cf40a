package org.shangbao.client.ui.fill;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.shangbao.client.ui.common.Text;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.Indicator;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.SentencePart;

/** Finds figures and items of the form by code, name, sentence or the office's own words. */
final class Finder {
    private static final int MOST = 50;
    private static final int MOST_QUERY = 60;

    private Finder() {}

    /**
     * A place that was found.
     *
     * @param code  figure or item
     * @param name  what it is
     * @param group its indicator
     */
    record Hit(String code, Text name, Text group) {}

    /**
     * Returns the best matches first: the code itself, a code that begins so, then names, then sentences and own words.
     *
     * @param stops figures and texts that can be gone to, in order
     * @param query what is looked for; full-width signs, spaces and case do not matter
     */
    static List<Hit> find(FormEdition edition, List<String> stops, Map<String, String> notes, String query) {
        String wanted = plain(query.length() > MOST_QUERY ? query.substring(0, MOST_QUERY) : query);
        List<Ranked> found = new ArrayList<>();
        if (!wanted.isEmpty()) {
            for (Indicator indicator : edition.indicators()) {
                for (Item item : indicator.items()) {
                    add(found, stops, notes, wanted, indicator, item);
                }
            }
        }
        return found.stream().sorted(Comparator.comparingInt(Ranked::rank)).limit(MOST).map(Ranked::hit).toList();
    }

    private record Ranked(int rank, Hit hit) {}

    private static void add(List<Ranked> found, List<String> stops, Map<String, String> notes, String wanted, Indicator indicator,
            Item item) {
        Text group = new Text.Bilingual(indicator.name(), indicator.nameEn());
        String sentence = plain(item.sentence().stream()
                .map(part -> part instanceof SentencePart.Words words ? words.text() : "").collect(Collectors.joining())
                + item.shortName() + indicator.name() + item.readingEn());
        for (FigureDefinition figure : item.figures()) {
            if (stops.contains(figure.code())) {
                int rank = rank(wanted, figure.code(), figure.label() + figure.labelEn(), sentence + plain(notes.getOrDefault(
                        figure.code(), "")));
                if (rank >= 0) {
                    found.add(new Ranked(rank, new Hit(figure.code(), new Text.Bilingual(figure.label(), figure.labelEn()), group)));
                }
            }
        }
        if (stops.contains(item.code())) {
            int rank = rank(wanted, item.code(), item.shortName() + item.shortNameEn(), sentence);
            if (rank >= 0) {
                found.add(new Ranked(rank, new Hit(item.code(), new Text.Bilingual(item.shortName(), item.shortNameEn()), group)));
            }
        }
    }

    private static int rank(String wanted, String code, String name, String rest) {
        if (code.equals(wanted)) {
            return 0;
        }
        if (code.startsWith(wanted)) {
            return 1;
        }
        if (plain(name).contains(wanted)) {
            return 2;
        }
        return rest.contains(wanted) ? 3 : -1;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Cf}。]", "");
    }
}
