/** Sentences about failures, the same in the window and on the command line. */
@NullMarked
package org.shangbao.client.application.text;

import org.jspecify.annotations.NullMarked;
