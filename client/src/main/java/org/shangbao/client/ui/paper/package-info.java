/** 打印签章、回传扫描件、上报: pages of print and scan side by side, verdicts in words. */
@NullMarked
package org.shangbao.client.ui.paper;

import org.jspecify.annotations.NullMarked;
