/** 汇总 and 报送情况 over what is stored. */
@NullMarked
package org.shangbao.server.service.rollup;

import org.jspecify.annotations.NullMarked;
