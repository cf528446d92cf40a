/** 审签报部: the chain of signatures on the province's form and the last step upwards. */
@NullMarked
package org.shangbao.client.ui.signoff;

import org.jspecify.annotations.NullMarked;
