/** Puts the client together by hand: paths, executors, adapters, window or command. The only package that knows everything. */
@NullMarked
package org.shangbao.client.launcher;

import org.jspecify.annotations.NullMarked;
