/** How long work tells how far it is and hears that nobody waits for it any more. */
@NullMarked
package org.shangbao.client.application.progress;

import org.jspecify.annotations.NullMarked;
