package org.shangbao.client.ui.fill;

import java.util.List;
import java.util.function.Consumer;

import org.shangbao.client.ui.fill.PastedBlock.Column;

/**
 * More than one column of what was pasted may be this period's figures: which one.
 *
 * @param columns the columns
 * @param done    goes on with the one that was chosen
 */
record ColumnChoice(List<Column> columns, Consumer<Column> done) {
    ColumnChoice {
        columns = List.copyOf(columns);
    }
}
