/** Who this office is, what it owes, and how it is connected. No JavaFX, SQL or HTTP here. */
@NullMarked
package org.shangbao.client.application.office;

import org.jspecify.annotations.NullMarked;
