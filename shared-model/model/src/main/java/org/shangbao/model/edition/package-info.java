/** The versioned form in force: indicators, items, figures, rules, calendar. Data; no rule of any edition is code. */
@NullMarked
package org.shangbao.model.edition;

import org.jspecify.annotations.NullMarked;
