/** Help: the seven steps, the keys, 填报说明 of every item, 诊断包. */
@NullMarked
package org.shangbao.client.ui.help;

import org.jspecify.annotations.NullMarked;
