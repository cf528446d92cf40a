/** What every screen shares: the one road off the FX thread, texts, formats, marks, buttons, dialogs, fonts and colours. */
@NullMarked
package org.shangbao.client.ui.common;

import org.jspecify.annotations.NullMarked;
