/**
 * 上报数据包: what an office without a link sends and receives in files. The calls' own services take and give what is in them; here is only who
 * sent a file, and who can read the answer.
 */
@NullMarked
package org.shangbao.server.service.packages;

import org.jspecify.annotations.NullMarked;
