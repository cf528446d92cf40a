/** People, their secrets, their sessions and their rights. */
@NullMarked
package org.shangbao.server.service.account;

import org.jspecify.annotations.NullMarked;
