/** Revisions, states and acts. */
@NullMarked
package org.shangbao.server.http.report;

import org.jspecify.annotations.NullMarked;
