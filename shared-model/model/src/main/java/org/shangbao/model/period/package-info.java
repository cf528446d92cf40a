/** Filling periods and the windows in which each level is expected to act. */
@NullMarked
package org.shangbao.model.period;

import org.jspecify.annotations.NullMarked;
