package org.shangbao.client.ui.fill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.FormWords;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.edition.Indicator;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.SentencePart;
import org.shangbao.model.unit.FormLevel;

/**
 * The form as a sheet: groups, items, sentences with blanks. It follows the edition and the form level only, so it is built once per report.
 *
 * @param groups    groups in official order; those without an item for this form are left out
 * @param elsewhere numbers of the groups another level fills alone
 */
record Sheet(List<Group> groups, List<Integer> elsewhere) {
    private static final Pattern READING_BLANK = Pattern.compile("\\{([^}]*)}");

    /** A group: number, name, items. */
    record Group(int number, Text name, List<Line> lines) {}

    /**
     * An item on the sheet.
     *
     * @param code      item code
     * @param name      a few words
     * @param tag       kind and level
     * @param chinese   official sentence
     * @param english   reading translation, empty if the edition brings none
     * @param figures   its figures
     * @param editable  true if this office fills it
     * @param narrative true if a text is asked
     * @param files     true if files are asked
     */
    record Line(String code, Text name, Text tag, List<Part> chinese, List<Part> english, List<Figure> figures, boolean editable,
            boolean narrative, boolean files) {
        /** Returns the codes of its figures. */
        List<String> blanks() { return figures.stream().map(Figure::code).toList(); }
    }

    /** A figure: code, what it counts, unit. */
    record Figure(String code, Text name, String unit) {}

    /** A piece of a sentence. */
    sealed interface Part {
        /** Words. */
        record Words(String text) implements Part {}

        /** A blank: figure code and the unit with the punctuation behind it, which never leave the blank. */
        record Blank(String code, String tail) implements Part {}
    }

    /** Lays out the sheet of a report. */
    static Sheet of(ReportDraft draft) {
        List<Group> groups = new ArrayList<>();
        List<Integer> elsewhere = new ArrayList<>();
        for (Indicator indicator : draft.edition().indicators()) {
            List<Line> lines = indicator.items().stream().filter(item -> item.filledBy() == draft.form() || isSummedHere(draft, item))
                    .map(item -> line(item, item.filledBy() == draft.form())).toList();
            if (lines.isEmpty()) {
                elsewhere.add(indicator.number());
            } else {
                groups.add(new Group(indicator.number(), FormWords.of(indicator), lines));
            }
        }
        return new Sheet(groups, elsewhere);
    }

    /** Returns every figure code in the order of the sheet. */
    List<String> codes() {
        return groups.stream().flatMap(group -> group.lines().stream()).flatMap(line -> line.blanks().stream()).toList();
    }

    /** Returns every place to type in, in the order of the sheet: the blanks of an item, then its text. */
    List<String> stops() {
        List<String> stops = new ArrayList<>();
        groups.stream().flatMap(group -> group.lines().stream()).forEach(line -> {
            stops.addAll(line.blanks());
            if (line.narrative() && line.editable()) {
                stops.add(line.code());
            }
        });
        return stops;
    }

    private static boolean isSummedHere(ReportDraft draft, Item item) {
        return draft.form() == FormLevel.PROVINCE && item.filledBy() == FormLevel.COUNTY;
    }

    private static Line line(Item item, boolean editable) {
        List<Figure> figures = item.figures().stream().map(figure -> new Figure(figure.code(), FormWords.of(figure), figure.unit()))
                .toList();
        List<Part> chinese = new ArrayList<>();
        for (SentencePart part : item.sentence()) {
            switch (part) {
                case SentencePart.Words words -> addWords(chinese, words.text(), item);
                case SentencePart.Blank blank -> blank.codes().forEach(code -> chinese.add(new Part.Blank(code, "")));
            }
        }
        return new Line(item.code(), FormWords.of(item), Text.of("fill.tag", FormWords.of(item.kind()), FormWords.of(item.filledBy())),
                List.copyOf(chinese), reading(item), figures, editable, item.narrative() != null, item.attachment() != null);
    }

    private static List<Part> reading(Item item) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = READING_BLANK.matcher(item.readingEn());
        int end = 0;
        while (matcher.find()) {
            addWords(parts, item.readingEn().substring(end, matcher.start()), item);
            Arrays.stream(matcher.group(1).split(" ")).forEach(code -> parts.add(new Part.Blank(code, "")));
            end = matcher.end();
        }
        addWords(parts, item.readingEn().substring(end), item);
        return List.copyOf(parts);
    }

    /** Adds words; the unit and punctuation that follow a blank go to the blank, so that no line begins with them. */
    private static void addWords(List<Part> parts, String words, Item item) {
        int cut = 0;
        if (!parts.isEmpty() && parts.getLast() instanceof Part.Blank blank) {
            String unit = item.figures().stream().filter(figure -> figure.code().equals(blank.code())).findFirst()
                    .map(figure -> figure.unit()).orElse("");
            cut = words.startsWith(unit) ? unit.length() : 0;
            while (cut < words.length() && "，。、；：）,.;:)".indexOf(words.charAt(cut)) >= 0) {
                cut++;
            }
            parts.set(parts.size() - 1, new Part.Blank(blank.code(), words.substring(0, cut)));
        }
        if (cut < words.length()) {
            parts.add(new Part.Words(words.substring(cut)));
        }
    }
}
