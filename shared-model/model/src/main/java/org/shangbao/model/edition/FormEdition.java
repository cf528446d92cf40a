package org.shangbao.model.edition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.check.CheckRule;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.FormLevel;

/**
 * A form edition in force, identified by id <em>and</em> digest. Immutable.
 *
 * @param id             its id
 * @param digest         SHA-256 of its bytes, 64 lower-case hexadecimal digits
 * @param title          official title of the form
 * @param version        edition in words, for example 第1版（2023年10月）
 * @param documentNumber 文号 of the document that brought it
 * @param issuer         制定机关
 * @param indicators     groups of items in official order
 * @param rules          check rules; switched-off ones are kept with {@code enabled = false}
 * @param calendar       known periods, oldest first
 * @param paper          what it asks of paper
 * @param explanationMin least number of characters of a 核实说明
 * @param planYear       the year whose plan the figures "计划" and "目前已" speak of; null if the edition names none
 */
public record FormEdition(EditionId id, String digest, String title, String version, String documentNumber, String issuer,
        List<Indicator> indicators, List<CheckRule> rules, List<CalendarEntry> calendar, PaperPolicy paper, int explanationMin,
        @Nullable Integer planYear) {
    /** Copies the lists. */
    public FormEdition {
        indicators = List.copyOf(indicators);
        rules = List.copyOf(rules);
        calendar = List.copyOf(calendar);
    }

    /** Returns all items in official order. */
    public List<Item> items() {
        return indicators.stream().flatMap(indicator -> indicator.items().stream()).toList();
    }

    /** Returns the items a form level fills, in official order. */
    public List<Item> itemsOf(FormLevel level) {
        return items().stream().filter(item -> item.filledBy() == level).toList();
    }

    /** Returns the item with this code, for example {@code 3.4}. */
    public Optional<Item> item(String code) {
        return items().stream().filter(item -> item.code().equals(code)).findFirst();
    }

    /** Returns the item that holds this figure. */
    public Optional<Item> itemOfFigure(String figureCode) {
        return items().stream().filter(item -> item.figures().stream().anyMatch(figure -> figure.code().equals(figureCode))).findFirst();
    }

    /** Returns every figure by its code, in official order. */
    public Map<String, FigureDefinition> figures() {
        Map<String, FigureDefinition> figures = new LinkedHashMap<>();
        items().forEach(item -> item.figures().forEach(figure -> figures.put(figure.code(), figure)));
        return figures;
    }

    /** Returns the figures a form level fills, in official order. */
    public List<FigureDefinition> figuresOf(FormLevel level) {
        List<FigureDefinition> figures = new ArrayList<>();
        itemsOf(level).forEach(item -> figures.addAll(item.figures()));
        return figures;
    }

    /** Returns the calendar's entry for a period. */
    public Optional<CalendarEntry> calendarEntry(PeriodId period) {
        return calendar.stream().filter(entry -> entry.period().equals(period)).findFirst();
    }
}
