/** 审签 of the form that leaves the top of a deployment. */
@NullMarked
package org.shangbao.server.service.signoff;

import org.jspecify.annotations.NullMarked;
