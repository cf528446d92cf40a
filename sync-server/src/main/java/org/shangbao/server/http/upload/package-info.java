/** tus 1.0 and stored files. */
@NullMarked
package org.shangbao.server.http.upload;

import org.jspecify.annotations.NullMarked;
