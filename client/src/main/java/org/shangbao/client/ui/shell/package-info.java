/**
 * The frame around every screen: top bar, step bar, status bar, keys, dialogs. A screen of another package implements {@link Screen} and is
 * registered by the start package; it tells through its {@link ScreenFrame} what the frame shows.
 */
@NullMarked
package org.shangbao.client.ui.shell;

import org.jspecify.annotations.NullMarked;
