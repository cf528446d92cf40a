/** What the operating system keeps for the user who is signed in to it. */
@NullMarked
package org.shangbao.client.keyring;

import org.jspecify.annotations.NullMarked;
