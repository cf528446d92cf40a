/** What helps when something goes wrong: the 诊断包 for whoever is called. */
@NullMarked
package org.shangbao.client.application.help;

import org.jspecify.annotations.NullMarked;
