/** What a person of one level decides about a report. */
@NullMarked
package org.shangbao.model.review;

import org.jspecify.annotations.NullMarked;
