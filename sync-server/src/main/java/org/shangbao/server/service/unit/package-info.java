/** The unit list of this server. */
@NullMarked
package org.shangbao.server.service.unit;

import org.jspecify.annotations.NullMarked;
