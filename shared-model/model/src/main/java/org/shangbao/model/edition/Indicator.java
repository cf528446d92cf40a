package org.shangbao.model.edition;

import java.util.List;

/**
 * 指标: a numbered group of items.
 *
 * @param number 1, 2, …
 * @param name   official name
 * @param nameEn English reading, empty if none
 * @param items  its items in official order
 */
public record Indicator(int number, String name, String nameEn, List<Item> items) {
    /** Copies the list. */
    public Indicator {
        items = List.copyOf(items);
    }
}
