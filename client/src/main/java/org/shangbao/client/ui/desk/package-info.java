/** The one report that lies open: filling, checking and paper look at the same state and steps. */
@NullMarked
package org.shangbao.client.ui.desk;

import org.jspecify.annotations.NullMarked;
