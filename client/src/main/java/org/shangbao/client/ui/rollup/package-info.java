/** 汇总: the official sentences with summed figures, what each is made of, and the level's own texts. */
@NullMarked
package org.shangbao.client.ui.rollup;

import org.jspecify.annotations.NullMarked;
