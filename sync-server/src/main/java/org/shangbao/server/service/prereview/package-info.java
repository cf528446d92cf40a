/**
 * 预审: drafts that offices send up for a look before anyone signs. They stand beside the reports: nothing here moves a head, locks a
 * figure or counts in a sum.
 */
@NullMarked
package org.shangbao.server.service.prereview;

import org.jspecify.annotations.NullMarked;
