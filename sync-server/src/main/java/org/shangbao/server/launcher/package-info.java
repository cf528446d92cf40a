/** Main, wiring by hand, executors and paths: the only place that knows everything. */
@NullMarked
package org.shangbao.server.launcher;

import org.jspecify.annotations.NullMarked;
