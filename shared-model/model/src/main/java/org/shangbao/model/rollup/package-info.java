/** Summing reports up the tree by each answer's own rule. */
@NullMarked
package org.shangbao.model.rollup;

import org.jspecify.annotations.NullMarked;
