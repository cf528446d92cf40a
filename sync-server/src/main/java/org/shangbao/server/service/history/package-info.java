/** How far the data folders of the offices have come. */
@NullMarked
package org.shangbao.server.service.history;

import org.jspecify.annotations.NullMarked;
