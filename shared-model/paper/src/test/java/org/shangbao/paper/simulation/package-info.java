/**
 * Paper that never was: prints a PDF into pictures, signs and stamps it and scans it, with the faults scans have. For tests and for the
 * demo; packed as a test jar and never shipped with a program. Every simulated scan is marked as such in its document properties.
 */
@NullMarked
package org.shangbao.paper.simulation;

import org.jspecify.annotations.NullMarked;
