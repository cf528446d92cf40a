/**
 * What is printed on the papers so that a machine can read them back, and how it is read back.
 *
 * <p>Every page of a report carries two QR codes with the same {@link org.shangbao.paper.QrText}. A scan comes as bytes nobody vouches
 * for ({@link org.shangbao.paper.ScanReader}): each file is bounded before it is opened and each page is brought to one size (long side
 * 297 mm at 200 dpi), one at a time. The four corners are searched by a cascade of ever dearer picture treatments
 * ({@link org.shangbao.paper.DecodePass}), all corners by the cheap ones first. Because the codes never move on the sheet
 * ({@link org.shangbao.paper.PaperGeometry}), the corners of the codes found give an affine map from millimetres on the sheet to pixels
 * ({@link org.shangbao.paper.PageFrame}): which way is up, the skew, where the stamp, the signature and each figure must be.
 *
 * <p>{@link org.shangbao.paper.ScanCheck} then compares what was read with what was expected. It alone refuses, and only for codes:
 * stamp, ink and legibility are advice. Streams in, records out: nothing here opens a file, a socket or a thread.
 */
@NullMarked
package org.shangbao.paper;

import org.jspecify.annotations.NullMarked;
