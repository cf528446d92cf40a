/** 校验与核实说明: what the rules found, the reason written for it, and 生成报表. */
@NullMarked
package org.shangbao.client.ui.check;

import org.jspecify.annotations.NullMarked;
