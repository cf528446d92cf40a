/** Who may do what. */
@NullMarked
package org.shangbao.model.person;

import org.jspecify.annotations.NullMarked;
