/** What is new since a cursor. */
@NullMarked
package org.shangbao.server.service.change;

import org.jspecify.annotations.NullMarked;
