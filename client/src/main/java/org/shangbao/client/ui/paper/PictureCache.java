package org.shangbao.client.ui.paper;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;

import org.jspecify.annotations.Nullable;

/** Pictures looked at last, by name, as many as fit into so many pixels; a page costs four bytes a pixel. FX thread only. */
final class PictureCache {
    private final Map<String, Image> pictures = new LinkedHashMap<>(16, 0.75f, true);
    private final long mostPixels;
    private long pixels;

    PictureCache(long mostPixels) { this.mostPixels = mostPixels; }

    @Nullable
    Image get(String name) { return pictures.get(name); }

    /** Keeps a picture, and drops the one not looked at for longest while there are too many; the newest always stays. */
    void put(String name, Image picture) {
        Image before = pictures.put(name, picture);
        pixels += size(picture) - (before == null ? 0 : size(before));
        var oldest = pictures.entrySet().iterator();
        while (pixels > mostPixels && pictures.size() > 1 && oldest.hasNext()) {
            pixels -= size(oldest.next().getValue());
            oldest.remove();
        }
    }

    void clear() {
        pictures.clear();
        pixels = 0;
    }

    int count() { return pictures.size(); }

    private static long size(Image picture) { return (long) picture.getWidth() * (long) picture.getHeight(); }
}
