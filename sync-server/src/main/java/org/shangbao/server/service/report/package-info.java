/** Taking revisions: read, checked, stored, signed for. */
@NullMarked
package org.shangbao.server.service.report;

import org.jspecify.annotations.NullMarked;
