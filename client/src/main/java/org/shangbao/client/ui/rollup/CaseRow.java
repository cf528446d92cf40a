package org.shangbao.client.ui.rollup;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import org.shangbao.wire.v1.RollUpView;

/** A case of a unit below that can be passed on. */
public final class CaseRow {
    private final RollUpView.Text text;
    private final BooleanProperty chosen = new SimpleBooleanProperty();

    CaseRow(RollUpView.Text text) { this.text = text; }

    /** Returns the case: unit, item, text, whether the unit was designated. */
    public RollUpView.Text text() { return text; }

    /** Whether it is passed on. */
    public BooleanProperty chosenProperty() { return chosen; }

    /** Returns {@code unit/item}, its name in a summary. */
    public String key() { return text.unit() + "/" + text.item(); }
}
