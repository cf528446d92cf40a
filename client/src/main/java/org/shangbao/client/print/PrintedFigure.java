package org.shangbao.client.print;

import org.jspecify.annotations.Nullable;

/**
 * Where a figure stands on the finished paper, read back from the PDF. A figure that breaks over nothing else than one
 * line always has one place.
 *
 * @param code the figure's code, null on papers whose figures have none
 * @param page number of the page, 1 or more
 * @param x left edge in tenths of a millimetre from the page's left edge
 * @param y upper edge in tenths of a millimetre from the page's upper edge
 * @param width width in tenths of a millimetre
 * @param height height in tenths of a millimetre
 * @param text the digits as printed
 */
public record PrintedFigure(@Nullable String code, int page, int x, int y, int width, int height, String text) {}
