package org.shangbao.model.edition;

/** Whether an item must be answered. */
public enum FillObligation {
    /** By every unit of the item's level. */
    REQUIRED,
    /** Only by designated units; others may. */
    OPTIONAL_UNLESS_DESIGNATED
}
