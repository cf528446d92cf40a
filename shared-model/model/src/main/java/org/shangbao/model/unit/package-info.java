/** The tree of reporting units: data, never derived from division codes. */
@NullMarked
package org.shangbao.model.unit;

import org.jspecify.annotations.NullMarked;
