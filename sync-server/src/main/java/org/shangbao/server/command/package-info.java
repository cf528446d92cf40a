/** What an administrator types; the same services as the network uses. */
@NullMarked
package org.shangbao.server.command;

import org.jspecify.annotations.NullMarked;
