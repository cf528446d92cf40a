/** 审签 and 报部. */
@NullMarked
package org.shangbao.server.http.signoff;

import org.jspecify.annotations.NullMarked;
