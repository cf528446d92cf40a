/** What leaves the office and what comes back: the port to the server, the outbox and the one loop that works through it. */
@NullMarked
package org.shangbao.client.application.delivery;

import org.jspecify.annotations.NullMarked;
