/**
 * Everything that crosses the network or outlives a program version: canonical report bytes, digests, signed documents, and the records of
 * the sync protocol v1. Nothing else is serialized. Formats are described in {@code docs/formats}.
 */
@NullMarked
package org.shangbao.wire.v1;

import org.jspecify.annotations.NullMarked;
