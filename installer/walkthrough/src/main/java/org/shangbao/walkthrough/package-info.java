/**
 * The demo: the whole report walked once through a small tree of offices with the real client, the real server in its own process and
 * simulated paper that the real scan check has to accept. Never packaged.
 */
@NullMarked
package org.shangbao.walkthrough;

import org.jspecify.annotations.NullMarked;
