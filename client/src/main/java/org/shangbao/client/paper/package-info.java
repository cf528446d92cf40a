/** Turns a finalized report into a paper: {@link org.shangbao.client.application.paper.ReportPaper} on {@code client.print}. */
@NullMarked
package org.shangbao.client.paper;

import org.jspecify.annotations.NullMarked;
