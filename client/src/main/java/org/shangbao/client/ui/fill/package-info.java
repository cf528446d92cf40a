/** 填报: the official sentences as a sheet, last period and findings in the margin. */
@NullMarked
package org.shangbao.client.ui.fill;

import org.jspecify.annotations.NullMarked;
