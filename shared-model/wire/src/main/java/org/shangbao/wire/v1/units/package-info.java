/** Lists of units as CSV, and the shipped starting tree {@code units-2023-06-30.csv}, which each province confirms for itself. */
@NullMarked
package org.shangbao.wire.v1.units;

import org.jspecify.annotations.NullMarked;
