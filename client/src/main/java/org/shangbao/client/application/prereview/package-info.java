/**
 * 预审: a draft goes up for a look before anyone signs, and what is said to it comes back onto the figures. The draft waits in the outbox like
 * everything else and is sent again until the server has it; nothing is locked meanwhile. No JavaFX, SQL or HTTP here.
 */
@NullMarked
package org.shangbao.client.application.prereview;

import org.jspecify.annotations.NullMarked;
