package org.shangbao.client.ui.common;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;

/** Pictures between bytes and screen, without AWT. */
public final class Pictures {
    private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
    private static final int CHANNELS = 3;

    private Pictures() {}

    /** Decodes a PNG or JPEG; may be called off the FX thread. */
    public static Image image(byte[] bytes) {
        return new Image(new ByteArrayInputStream(bytes));
    }

    /** Encodes an opaque picture as PNG (8 bits, RGB); transparency is dropped. */
    public static byte[] png(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.write(SIGNATURE);
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeInt(width);
            fields.writeInt(height);
            fields.write(new byte[]{ 8, 2, 0, 0, 0 });
            chunk(file, "IHDR", header.toByteArray());
            chunk(file, "IDAT", pixels(image.getPixelReader(), width, height));
            chunk(file, "IEND", new byte[0]);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pixels(PixelReader reader, int width, int height) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            byte[] line = new byte[1 + width * CHANNELS];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int colour = reader.getArgb(x, y);
                    line[1 + x * CHANNELS] = (byte) (colour >> 16);
                    line[2 + x * CHANNELS] = (byte) (colour >> 8);
                    line[3 + x * CHANNELS] = (byte) colour;
                }
                out.write(line);
            }
        }
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) throws IOException {
        DataOutputStream out = new DataOutputStream(file);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
