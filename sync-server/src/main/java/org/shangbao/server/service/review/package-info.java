/** What a level decides about the reports below it. */
@NullMarked
package org.shangbao.server.service.review;

import org.jspecify.annotations.NullMarked;
