/** Printing a finalized report and taking its signed scan in; submitting. No JavaFX, SQL or HTTP here. */
@NullMarked
package org.shangbao.client.application.paper;

import org.jspecify.annotations.NullMarked;
