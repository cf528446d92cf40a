package org.shangbao.client.ui.fill;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.shangbao.client.application.report.Answer;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.Item;

/**
 * Two columns copied from an office's own sheet: the code or the name of a figure, and its value. Each line is matched by itself, so their
 * order does not matter. Either every line names one figure of this report and its value fits, or nothing is taken and the line is named; a
 * head line and empty values are passed over.
 */
final class NamedCells {
    private static final int MOST_LINES = 2000;

    private NamedCells() {}

    /** True if every line of the clipboard that is not empty has two cells. */
    static boolean isPairs(String clipboard) {
        return clipboard.lines().anyMatch(line -> !line.isBlank())
                && clipboard.lines().filter(line -> !line.isBlank()).allMatch(line -> line.split("\t", -1).length == 2);
    }

    /**
     * Finds the figures.
     *
     * @param codes figures that are asked of this office
     */
    static PastedCells.Result match(FormEdition edition, Collection<String> codes, String clipboard) {
        List<String> lines = clipboard.lines().toList();
        if (lines.size() > MOST_LINES || clipboard.length() > PastedCells.MOST) {
            return new PastedCells.Result.Refused(Text.of("fill.pairs.long", lines.size()));
        }
        Map<String, Set<String>> known = known(edition, codes);
        List<Answer> figures = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int line = 0; line < lines.size(); line++) {
            String[] cells = lines.get(line).split("\t", -1);
            if (lines.get(line).isBlank() || cells[1].isBlank() || isHead(line, cells, known)) {
                continue;
            }
            Set<String> found = known.getOrDefault(key(cells[0]), Set.of());
            if (found.size() != 1) {
                return new PastedCells.Result.Refused(found.isEmpty()
                        ? Text.of("fill.pairs.unknown", line + 1, shown(cells[0]))
                        : Text.of("fill.pairs.several", line + 1, shown(cells[0]), String.join("、", found)));
            }
            String code = found.iterator().next();
            if (!seen.add(code)) {
                return new PastedCells.Result.Refused(Text.of("fill.pairs.twice", line + 1, code));
            }
            Text fault = PastedCells.take(code, Objects.requireNonNull(edition.figures().get(code)), cells[1], figures);
            if (!fault.isEmpty()) {
                return new PastedCells.Result.Refused(Text.of("fill.pairs.wrong", line + 1, code, fault));
            }
        }
        return new PastedCells.Result.Taken(figures);
    }

    private static boolean isHead(int line, String[] cells, Map<String, Set<String>> known) {
        return line == 0 && !known.containsKey(key(cells[0])) && cells[1].codePoints().noneMatch(Character::isDigit);
    }

    /** Codes by everything a sheet may call them: the code, what the figure counts, the item if it has one figure only. */
    private static Map<String, Set<String>> known(FormEdition edition, Collection<String> codes) {
        Map<String, Set<String>> known = new HashMap<>();
        for (String code : codes) {
            FigureDefinition figure = edition.figures().get(code);
            if (figure != null) {
                List.of(code, figure.label(), figure.labelEn()).forEach(name -> learn(known, name, code));
            }
        }
        edition.indicators().stream().flatMap(indicator -> indicator.items().stream())
                .filter(item -> item.figures().size() == 1 && codes.contains(item.figures().getFirst().code()))
                .forEach(item -> learn(known, item));
        return known;
    }

    private static void learn(Map<String, Set<String>> known, Item item) {
        String code = item.figures().getFirst().code();
        List.of(item.code(), item.shortName(), item.shortNameEn()).forEach(name -> learn(known, name, code));
    }

    private static void learn(Map<String, Set<String>> known, String name, String code) {
        if (!key(name).isEmpty()) {
            known.computeIfAbsent(key(name), unknown -> new TreeSet<>()).add(code);
        }
    }

    /** What is compared: full-width as half-width, without spaces and a colon at the end. */
    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}]+", "").replaceAll(":$", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String shown(String cell) {
        String name = cell.strip().replaceAll("\\p{C}", "");
        return name.codePointCount(0, name.length()) <= 20 ? name : name.substring(0, name.offsetByCodePoints(0, 20)) + "…";
    }
}
