package org.shangbao.model.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a rule mentions.
 *
 * @param figures figure codes, {@code x} included; of an implication the conclusion first, since that is where a clerk looks
 * @param items   item codes, in the same order
 */
public record References(List<String> figures, List<String> items) {
    /** Copies the lists. */
    public References {
        figures = List.copyOf(figures);
        items = List.copyOf(items);
    }

    /** Returns what {@code expression} mentions, each code once. */
    public static References of(Expression expression) {
        Set<String> figures = new LinkedHashSet<>();
        Set<String> items = new LinkedHashSet<>();
        collect(expression, figures, items);
        return new References(new ArrayList<>(figures), new ArrayList<>(items));
    }

    private static void collect(Expression expression, Set<String> figures, Set<String> items) {
        switch (expression) {
            case Expression.Constant constant -> {
                /* mentions nothing */ }
            case Expression.Figure figure -> figures.add(figure.code());
            case Expression.ItemReference item -> items.add(item.code());
            case Expression.Call call -> call.arguments().forEach(argument -> collect(argument, figures, items));
            case Expression.Binary binary -> {
                boolean conclusionFirst = binary.operator() == Expression.Operator.IMPLIES;
                collect(conclusionFirst ? binary.right() : binary.left(), figures, items);
                collect(conclusionFirst ? binary.left() : binary.right(), figures, items);
            }
        }
    }
}
