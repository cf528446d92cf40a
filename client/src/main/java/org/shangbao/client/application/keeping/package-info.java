/** Keeping an office's data folder well: backups, restoring, a look at its health, taking everything out. */
@NullMarked
package org.shangbao.client.application.keeping;

import org.jspecify.annotations.NullMarked;
