/** Making a fresh data folder an office's, from the signed 授权文件. */
@NullMarked
package org.shangbao.client.application.enrolment;

import org.jspecify.annotations.NullMarked;
