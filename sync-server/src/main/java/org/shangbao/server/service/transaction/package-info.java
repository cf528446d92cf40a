/** One transaction per write request, opened in one place. */
@NullMarked
package org.shangbao.server.service.transaction;

import org.jspecify.annotations.NullMarked;
