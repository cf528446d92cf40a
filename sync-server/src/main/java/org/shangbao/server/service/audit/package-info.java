/** The append-only record of who did what. */
@NullMarked
package org.shangbao.server.service.audit;

import org.jspecify.annotations.NullMarked;
