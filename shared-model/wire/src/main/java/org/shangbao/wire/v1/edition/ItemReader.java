package org.shangbao.wire.v1.edition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.shangbao.model.edition.AttachmentDefinition;
import org.shangbao.model.edition.EditionId;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FillObligation;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.ItemKind;
import org.shangbao.model.edition.NarrativeDefinition;
import org.shangbao.model.edition.RollUpRule;
import org.shangbao.model.edition.SentencePart;
import org.shangbao.model.edition.TextRollUp;
import org.shangbao.model.unit.FormLevel;

/** Reads the items of one indicator. */
final class ItemReader {
    private static final Pattern ITEM_CODE = Pattern.compile("([0-9]{1,3})\\.[0-9]{1,3}");
    private static final Pattern FIGURE_CODE = Pattern.compile("([0-9]{1,3}\\.[0-9]{1,3})\\.[0-9]{1,3}[a-z]?");
    private static final Pattern EDITION_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern BLANK = Pattern.compile("\\{([0-9a-z. ]{1,200})\\}");
    private final int indicator;

    ItemReader(int indicator) { this.indicator = indicator; }

    Item read(JsonPlace place) throws EditionFormatException {
        place.object(Set.of("code", "shortName", "kind", "filledBy", "obligation", "sentence", "figures"),
                Set.of("shortNameEn", "readingEn", "narrative", "attachment", "remark", "guidance", "guidanceEn"));
        String code = place.field("code").matching(ITEM_CODE, "an item code such as 3.4");
        if (!code.startsWith(indicator + ".")) {
            throw place.field("code").fault("an item of indicator " + indicator + " begins with " + indicator + ".");
        }
        List<FigureDefinition> figures = figures(place.field("figures"), code);
        List<String> codes = figures.stream().map(FigureDefinition::code).toList();
        List<SentencePart> sentence = sentence(place.field("sentence"));
        compareBlanks(place.field("sentence"), sentence, codes);
        String reading = optional(place, "readingEn", 4_000);
        if (!reading.isEmpty()) {
            compareReading(place.field("readingEn"), codes);
        }
        NarrativeDefinition narrative = place.ifPresent("narrative", ItemReader::narrative);
        AttachmentDefinition attachment = place.ifPresent("attachment", ItemReader::attachment);
        if (figures.isEmpty() && narrative == null && attachment == null) {
            throw place.fault("an item asks for a figure, a text or a file");
        }
        return new Item(code, place.field("shortName").text(40), optional(place, "shortNameEn", 80),
                place.field("kind").constant(ItemKind.values()), place.field("filledBy").constant(FormLevel.values()),
                place.field("obligation").constant(FillObligation.values()), sentence, figures, narrative, attachment,
                optional(place, "remark", 1_000), optional(place, "guidance", 4_000), optional(place, "guidanceEn", 6_000), reading);
    }

    private static List<FigureDefinition> figures(JsonPlace place, String item) throws EditionFormatException {
        List<FigureDefinition> figures = new ArrayList<>();
        Set<String> codes = new LinkedHashSet<>();
        for (JsonPlace element : place.elements(0, 60)) {
            element.object(Set.of("code", "label", "unit", "scale", "integerDigits", "rollUp", "timeBasis"), Set.of("labelEn", "earlier"));
            String code = element.field("code").matching(FIGURE_CODE, "a figure code such as 3.4.2");
            if (!code.startsWith(item + ".")) {
                throw element.field("code").fault("a figure of item " + item + " begins with " + item + ".");
            }
            if (!codes.add(code)) {
                throw element.field("code").fault("code " + code + " is used twice");
            }
            figures.add(new FigureDefinition(code, element.field("label").text(100), optional(element, "labelEn", 200),
                    element.field("unit").text(20), element.field("scale").integer(0, 6), element.field("integerDigits").integer(1, 15),
                    element.field("rollUp").constant(RollUpRule.values()), element.field("timeBasis").text(60),
                    element.ifPresent("earlier", ItemReader::earlier)));
        }
        return figures;
    }

    private static List<FigureDefinition.Earlier> earlier(JsonPlace place) throws EditionFormatException {
        List<FigureDefinition.Earlier> earlier = new ArrayList<>();
        for (JsonPlace element : place.elements(0, 20)) {
            element.object(Set.of("edition", "code"), Set.of());
            EditionId edition = new EditionId(element.field("edition").matching(EDITION_ID, "an edition id"));
            if (earlier.stream().anyMatch(named -> named.edition().equals(edition))) {
                throw element.field("edition").fault("edition " + edition + " is named twice");
            }
            earlier.add(new FigureDefinition.Earlier(edition, element.field("code").matching(FIGURE_CODE, "a figure code such as 3.4.2")));
        }
        return earlier;
    }

    private static List<SentencePart> sentence(JsonPlace place) throws EditionFormatException {
        String text = place.text(4_000);
        List<SentencePart> parts = new ArrayList<>();
        Matcher blank = BLANK.matcher(text);
        int position = 0;
        while (blank.find()) {
            words(place, text.substring(position, blank.start()), parts);
            parts.add(new SentencePart.Blank(List.of(blank.group(1).split(" ", -1))));
            position = blank.end();
        }
        words(place, text.substring(position), parts);
        return parts;
    }

    private static void words(JsonPlace place, String words, List<SentencePart> parts) throws EditionFormatException {
        if (words.contains("{") || words.contains("}")) {
            throw place.fault("a brace that is not part of a blank such as {3.4.2}");
        }
        if (!words.isEmpty()) {
            parts.add(new SentencePart.Words(words));
        }
    }

    private static void compareBlanks(JsonPlace place, List<SentencePart> sentence, List<String> figures) throws EditionFormatException {
        List<String> blanks = new ArrayList<>();
        for (SentencePart part : sentence) {
            if (part instanceof SentencePart.Blank blank) {
                blanks.addAll(blank.codes());
            }
        }
        for (String code : blanks) {
            if (!figures.contains(code)) {
                throw place.fault("blank {" + code + "} has no figure");
            }
        }
        for (String code : figures) {
            if (!blanks.contains(code)) {
                throw place.fault("figure " + code + " has no blank");
            }
        }
        if (!blanks.equals(figures)) {
            throw place.fault("blanks " + blanks + " are not in the order of the figures " + figures + ", each once");
        }
    }

    private static void compareReading(JsonPlace place, List<String> figures) throws EditionFormatException {
        Set<String> blanks = new LinkedHashSet<>();
        for (SentencePart part : sentence(place)) {
            if (part instanceof SentencePart.Blank blank) {
                blanks.addAll(blank.codes());
            }
        }
        if (!blanks.equals(new LinkedHashSet<>(figures))) {
            throw place.fault("the reading has blanks " + blanks + ", the figures are " + figures);
        }
    }

    private static NarrativeDefinition narrative(JsonPlace place) throws EditionFormatException {
        place.object(Set.of("label", "rollUp", "lengthAbout", "lengthMost"), Set.of());
        return new NarrativeDefinition(place.field("label").text(200), place.field("rollUp").constant(TextRollUp.values()),
                place.field("lengthAbout").integer(0, 20_000), place.field("lengthMost").integer(1, 20_000));
    }

    private static AttachmentDefinition attachment(JsonPlace place) throws EditionFormatException {
        place.object(Set.of("label", "rollUp"), Set.of());
        return new AttachmentDefinition(place.field("label").text(200), place.field("rollUp").constant(TextRollUp.values()));
    }

    private static String optional(JsonPlace place, String name, int most) throws EditionFormatException {
        return place.has(name) ? place.field(name).textOrEmpty(most) : "";
    }
}
