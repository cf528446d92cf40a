/** Calls that pass packages on. */
@NullMarked
package org.shangbao.server.http.packages;

import org.jspecify.annotations.NullMarked;
