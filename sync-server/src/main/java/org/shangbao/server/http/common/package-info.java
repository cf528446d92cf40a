/** What every call shares: bounded bodies, who calls, one shape for failures. */
@NullMarked
package org.shangbao.server.http.common;

import org.jspecify.annotations.NullMarked;
