/** Pictures of paper pages: drawing prints and scans for the screen, putting scan files together. Reading codes is {@code org.shangbao.paper}'s. */
@NullMarked
package org.shangbao.client.scan;

import org.jspecify.annotations.NullMarked;
