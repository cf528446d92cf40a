/** Signing in. */
@NullMarked
package org.shangbao.server.http.session;

import org.jspecify.annotations.NullMarked;
