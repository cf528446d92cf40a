package org.shangbao.client.ui.paper;

import javafx.scene.image.WritableImage;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

class PictureCacheTest {
    private final PictureCache pictures = new PictureCache(300);

    @Test
    void picturesNotLookedAtForLongestAreDroppedWhenThereAreTooManyPixels() {
        pictures.put("1", new WritableImage(10, 10));
        pictures.put("2", new WritableImage(10, 10));
        pictures.put("3", new WritableImage(10, 10));
        assertNotNull(pictures.get("1"));
        pictures.put("4", new WritableImage(10, 10));
        assertNull(pictures.get("2"));
        assertNotNull(pictures.get("1"));
        assertEquals(3, pictures.count());
    }

    @Test
    void aPictureLargerThanTheBoundIsKeptAlone() {
        pictures.put("1", new WritableImage(10, 10));
        pictures.put("2", new WritableImage(40, 40));
        assertNotNull(pictures.get("2"));
        assertEquals(1, pictures.count());
    }
}
