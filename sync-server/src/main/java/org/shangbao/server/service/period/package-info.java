/** Filling windows, 应报 and designations. */
@NullMarked
package org.shangbao.server.service.period;

import org.jspecify.annotations.NullMarked;
