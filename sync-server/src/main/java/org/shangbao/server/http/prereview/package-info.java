/** Calls about drafts sent for a look. */
@NullMarked
package org.shangbao.server.http.prereview;

import org.jspecify.annotations.NullMarked;
