/**
 * Reviewing reports of units below: the list of units, one report with its paper, and the reasons of a return.
 * {@code SubmissionViewModel} and {@code SubmissionView} show one revision and are used wherever a screen drills down to it.
 */
@NullMarked
package org.shangbao.client.ui.review;

import org.jspecify.annotations.NullMarked;
