/** The call with which a data folder tells how far it has come. */
@NullMarked
package org.shangbao.server.http.history;

import org.jspecify.annotations.NullMarked;
