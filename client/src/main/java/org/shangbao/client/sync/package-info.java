/**
 * The sync protocol v1 as a client ({@code docs/formats/sync-v1.md}). An answer counts only with our header; files go up by tus 1.0 in
 * pieces that grow while the link is good and shrink when it is not, each with its own checksum.
 */
@NullMarked
package org.shangbao.client.sync;

import org.jspecify.annotations.NullMarked;
