/** What the use cases ask of the office's own store: rows, revisions, files. Implemented in {@code client.data}. */
@NullMarked
package org.shangbao.client.application.store;

import org.jspecify.annotations.NullMarked;
