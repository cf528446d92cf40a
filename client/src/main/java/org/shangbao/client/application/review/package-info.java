/** Reviewing the reports of units below, rolling them up and signing off. No JavaFX, SQL or HTTP here. */
@NullMarked
package org.shangbao.client.application.review;

import org.jspecify.annotations.NullMarked;
