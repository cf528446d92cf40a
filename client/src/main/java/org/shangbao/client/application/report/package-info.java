/** Filling, checking and finalizing one report. No JavaFX, SQL or HTTP here. */
@NullMarked
package org.shangbao.client.application.report;

import org.jspecify.annotations.NullMarked;
