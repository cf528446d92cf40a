/** The one register of failures a user can act on: stable codes, exit codes, texts in both languages. */
@NullMarked
package org.shangbao.model.error;

import org.jspecify.annotations.NullMarked;
