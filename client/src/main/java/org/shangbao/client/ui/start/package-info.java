/** Opens the window: wires screens of every feature into the frame. The only package of the window that knows all of them. */
@NullMarked
package org.shangbao.client.ui.start;

import org.jspecify.annotations.NullMarked;
