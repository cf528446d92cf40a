package org.shangbao.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Packs black-and-white pictures as JBIG2 (ITU-T T.88), dot by dot, as a PDF holds them. */
final class Jbig2Writer {
    /** Probability of the rarer symbol, next state after it, next state after the other, whether the meaning turns. */
    private static final int[][] STATES = { { 0x5601, 1, 1, 1 }, { 0x3401, 6, 2, 0 }, { 0x1801, 9, 3, 0 }, { 0x0AC1, 12, 4, 0 },
            { 0x0521, 29, 5, 0 }, { 0x0221, 33, 38, 0 }, { 0x5601, 6, 7, 1 }, { 0x5401, 14, 8, 0 }, { 0x4801, 14, 9, 0 },
            { 0x3801, 14, 10, 0 },
            { 0x3001, 17, 11, 0 }, { 0x2401, 18, 12, 0 }, { 0x1C01, 20, 13, 0 }, { 0x1601, 21, 29, 0 }, { 0x5601, 14, 15, 1 },
            { 0x5401, 14, 16, 0 }, { 0x5101, 15, 17, 0 }, { 0x4801, 16, 18, 0 }, { 0x3801, 17, 19, 0 }, { 0x3401, 18, 20, 0 },
            { 0x3001, 19, 21, 0 }, { 0x2801, 19, 22, 0 }, { 0x2401, 20, 23, 0 }, { 0x2201, 21, 24, 0 }, { 0x1C01, 22, 25, 0 },
            { 0x1801, 23, 26, 0 }, { 0x1601, 24, 27, 0 }, { 0x1401, 25, 28, 0 }, { 0x1201, 26, 29, 0 }, { 0x1101, 27, 30, 0 },
            { 0x0AC1, 28, 31, 0 }, { 0x09C1, 29, 32, 0 }, { 0x08A1, 30, 33, 0 }, { 0x0521, 31, 34, 0 }, { 0x0441, 32, 35, 0 },
            { 0x02A1, 33, 36, 0 }, { 0x0221, 34, 37, 0 }, { 0x0141, 35, 38, 0 }, { 0x0111, 36, 39, 0 }, { 0x0085, 37, 40, 0 },
            { 0x0049, 38, 41, 0 }, { 0x0025, 39, 42, 0 }, { 0x0015, 40, 43, 0 }, { 0x0009, 41, 44, 0 }, { 0x0005, 42, 45, 0 },
            { 0x0001, 43, 45, 0 }, { 0x5601, 46, 46, 0 } };
    /** Neighbours a dot is told from, {across, down}; the last four are those a region may move. */
    private static final int[][] NEIGHBOURS = { { -1, -2 }, { 0, -2 }, { 1, -2 }, { -2, -1 }, { -1, -1 }, { 0, -1 }, { 1, -1 }, { 2, -1 },
            { -4, 0 }, { -3, 0 }, { -2, 0 }, { -1, 0 }, { 3, -1 }, { -3, -1 }, { 2, -2 }, { -2, -2 } };

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int[] state = new int[1 << NEIGHBOURS.length];
    private final int[] likely = new int[1 << NEIGHBOURS.length];
    private long code;
    private int interval = 0x8000;
    private int count = 12;
    private int last = -1;

    private Jbig2Writer() {}

    /** A page with one region that covers it. */
    static byte[] page(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] packed = new Jbig2Writer().pack(picture);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DataOutputStream region = new DataOutputStream(data)) {
            region.writeInt(width);
            region.writeInt(height);
            region.writeLong(0);
            region.writeShort(0);
            region.write(new byte[]{ 3, -1, -3, -1, 2, -2, -2, -2 });
            region.write(packed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return joined(segment(0, 48, pageData(width, height)), segment(1, 38, data.toByteArray()), segment(2, 49, new byte[0]));
    }

    static byte[] pageData(int width, int height) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DataOutputStream page = new DataOutputStream(data)) {
            page.writeInt(width);
            page.writeInt(height);
            page.writeLong(0);
            page.write(0);
            page.writeShort(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return data.toByteArray();
    }

    static byte[] segment(int number, int type, byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream segment = new DataOutputStream(bytes)) {
            segment.writeInt(number);
            segment.write(type);
            segment.write(0);
            segment.write(1);
            segment.writeInt(data.length);
            segment.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private byte[] pack(BufferedImage picture) {
        int width = picture.getWidth();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                int context = 0;
                for (int[] neighbour : NEIGHBOURS) {
                    context = context << 1 | dark(picture, x + neighbour[0], y + neighbour[1]);
                }
                encode(context, dark(picture, x, y));
            }
        }
        long most = code + interval;
        code |= 0xFFFF;
        if (code >= most) {
            code -= 0x8000;
        }
        code <<= count;
        byteOut();
        code <<= count;
        byteOut();
        if (last >= 0) {
            out.write(last);
        }
        out.write(0xFF);
        out.write(0xAC);
        return out.toByteArray();
    }

    private static int dark(BufferedImage picture, int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < picture.getWidth() && y < picture.getHeight();
        return inside && picture.getRaster().getSample(x, y, 0) == 0 ? 1 : 0;
    }

    private void encode(int context, int dot) {
        int[] entry = STATES[state[context]];
        int rare = entry[0];
        interval -= rare;
        if (dot == likely[context]) {
            if ((interval & 0x8000) != 0) {
                code += rare;
                return;
            }
            if (interval < rare) {
                interval = rare;
            } else {
                code += rare;
            }
            state[context] = entry[2];
        } else {
            if (interval < rare) {
                code += rare;
            } else {
                interval = rare;
            }
            likely[context] ^= entry[3];
            state[context] = entry[1];
        }
        do {
            interval <<= 1;
            code <<= 1;
            count--;
            if (count == 0) {
                byteOut();
            }
        } while ((interval & 0x8000) == 0);
    }

    private void byteOut() {
        if (last != 0xFF && code >= 0x8000000) {
            last++;
            if (last == 0xFF) {
                code &= 0x7FFFFFF;
            }
        }
        boolean stuffed = last == 0xFF;
        if (last >= 0) {
            out.write(last);
        }
        last = (int) (code >> (stuffed ? 20 : 19)) & 0xFF;
        code &= stuffed ? 0xFFFFF : 0x7FFFF;
        count = stuffed ? 7 : 8;
    }
}
