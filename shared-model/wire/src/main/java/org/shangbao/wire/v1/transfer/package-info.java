/**
 * 上报数据包: what a client and the server say to each other, in one file that may go by stick, mail or 政务微信
 * ({@code docs/formats/package-v1.md}). The first line says in clear whose it is and which way it goes, so that whoever has a link can pass it
 * on; the rest is closed for the server, or for the office it is for. Ids are those of the calls, so it does not matter which way a thing came,
 * or how often.
 */
@NullMarked
package org.shangbao.wire.v1.transfer;

import org.jspecify.annotations.NullMarked;
