package org.shangbao.paper;

/**
 * A picture cut from a scan, ready to be shown or stored. Immutable.
 *
 * @param bytes  a PNG file
 * @param width  in pixels
 * @param height in pixels
 */
public record PageImage(byte[] bytes, int width, int height) {
    /** Media type of {@link #bytes}. */
    public static final String MEDIA_TYPE = "image/png";

    /** Copies the bytes. */
    public PageImage {
        bytes = bytes.clone();
    }

    /** Returns a copy of the bytes. */
    @Override
    public byte[] bytes() { return bytes.clone(); }
}
