/** Backups, restoring, the second drive and passwords of an open office. */
@NullMarked
package org.shangbao.client.ui.keeping;

import org.jspecify.annotations.NullMarked;
