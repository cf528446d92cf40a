/** The signed file that makes an installed client an office's client. */
@NullMarked
package org.shangbao.server.service.enrolment;

import org.jspecify.annotations.NullMarked;
