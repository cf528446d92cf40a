/**
 * 上报数据包: the same things as the link brings, in a file. What waits in the outbox stays there when it is saved to a file, so whichever way is
 * faster delivers it; a file that comes back is stored as an exchange would store it. No JavaFX, SQL or HTTP here.
 */
@NullMarked
package org.shangbao.client.application.transfer;

import org.jspecify.annotations.NullMarked;
