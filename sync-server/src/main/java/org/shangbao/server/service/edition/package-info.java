/** The form editions this server knows. */
@NullMarked
package org.shangbao.server.service.edition;

import org.jspecify.annotations.NullMarked;
