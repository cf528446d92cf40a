/**
 * The sync protocol over OkHttp. An answer counts only if it carries our protocol header: a login page or a proxy that answers 200 has
 * received nothing. Files go by tus 1.0 in chunks that grow while the link is fast and shrink when it breaks.
 */
@NullMarked
package org.shangbao.client.sync;

import org.jspecify.annotations.NullMarked;
