/** What the machine runs over a report: the expression language of the rules and its evaluation. */
@NullMarked
package org.shangbao.model.check;

import org.jspecify.annotations.NullMarked;
