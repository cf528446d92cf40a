/**
 * The outbox and what comes back. One loop sends, whether a person asked or not: oldest first, in order within a report, a refused item
 * never holds up another report's, a failed sign-in stops the round. A report counts as 已上报 only with the server's verified receipt.
 */
@NullMarked
package org.shangbao.client.application.delivery;

import org.jspecify.annotations.NullMarked;
