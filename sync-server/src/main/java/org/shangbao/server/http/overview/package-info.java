/** What is new, 报送情况 and 汇总. */
@NullMarked
package org.shangbao.server.http.overview;

import org.jspecify.annotations.NullMarked;
