package org.shangbao.client.print;

import java.util.List;

/**
 * A finished paper. The bytes are the same for the same input and the same program version. Value object by reference:
 * records compare arrays by identity, compare {@code pdf} with {@link java.util.Arrays#equals(byte[], byte[])}.
 *
 * @param pdf the PDF; not copied, neither side changes it
 * @param pages number of pages, 1 or more
 * @param map place of every figure, in reading order
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes handed over once; a copy would double them
public record PrintedReport(byte[] pdf, int pages, List<PrintedFigure> map) {

    public PrintedReport {
        map = List.copyOf(map);
    }
}
