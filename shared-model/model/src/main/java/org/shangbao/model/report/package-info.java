/** One unit's answers for one period under one edition, and the table of legal moves in a report's life. */
@NullMarked
package org.shangbao.model.report;

import org.jspecify.annotations.NullMarked;
