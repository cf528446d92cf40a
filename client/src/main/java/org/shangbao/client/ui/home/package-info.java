/** 首页: what is owed, by when, and the one thing to do next. */
@NullMarked
package org.shangbao.client.ui.home;

import org.jspecify.annotations.NullMarked;
