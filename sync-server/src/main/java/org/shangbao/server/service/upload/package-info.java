/** Files that arrive in pieces, and the check of the paper. */
@NullMarked
package org.shangbao.server.service.upload;

import org.jspecify.annotations.NullMarked;
