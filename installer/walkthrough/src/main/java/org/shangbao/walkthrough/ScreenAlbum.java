package org.shangbao.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;

import org.shangbao.client.ui.common.Language;
import org.shangbao.client.ui.common.Look;
import org.shangbao.client.ui.common.Pictures;
import org.shangbao.client.ui.start.ShangbaoWindow;

/**
 * Pictures of a screen as clerks have it: on the screen of the design and on the same one at 150 %, in both languages, and a sheet of the
 * four; of some screens a second sheet with dark colours and with larger words. What is cut off is listed beside them.
 */
final class ScreenAlbum {
    /** Both make pictures of the same size: at 150 % fewer, larger things are on the same glass. */
    private static final int WIDTH = (int) ShangbaoWindow.WIDTH;
    private static final int HEIGHT = (int) ShangbaoWindow.HEIGHT;
    private static final int GAP = 12;

    private final Path folder;

    ScreenAlbum(Path folder) { this.folder = folder; }

    /** How the screen is scaled. */
    private enum Size {
        /** A window as large as the design. */
        WHOLE("1366", WIDTH, HEIGHT, 1),
        /** The same glass with everything half as large again. */
        ZOOMED("150", 911, 512, 1.5);

        private final String label;
        private final double width;
        private final double height;
        private final double scale;

        Size(String label, double width, double height, double scale) {
            this.label = label;
            this.width = width;
            this.height = height;
            this.scale = scale;
        }
    }

    /** Takes all pictures of a screen that stays when the language changes. */
    void take(String name, DrivenWindow window) {
        take(name, window, () -> {});
    }

    /** Takes all pictures of a screen; {@code show} brings it on in each language. */
    void take(String name, DrivenWindow window, Runnable show) {
        take(name, window, show, () -> {});
    }

    /** Takes all pictures of a screen; {@code show} brings it on in each language, {@code leave} takes it away. */
    void take(String name, DrivenWindow window, Runnable show, Runnable leave) {
        Language before = window.language();
        List<Image> pictures = new ArrayList<>();
        for (Language language : List.of(before.other(), before)) {
            window.use(language);
            pictures.addAll(0, pair(name, language.locale().getLanguage(), window, show, leave));
        }
        write("sheet-" + name, sheet(pictures));
    }

    /** Takes the same and then, in the language the window has, dark colours and larger words. */
    void takeInEveryLook(String name, OfficeWindow window, Runnable show, Runnable leave) {
        take(name, window, show, leave);
        Look before = window.look();
        List<Image> pictures = new ArrayList<>();
        for (Look look : List.of(before.with(Look.Shade.DARK), before.with(Look.Size.LARGE))) {
            window.use(look);
            pictures.addAll(pair(name, look.shade() == Look.Shade.DARK ? "dark" : "large", window, show, leave));
        }
        window.use(before);
        write("sheet-" + name + "-looks", sheet(pictures));
    }

    /** Takes the same of a screen that is left by opening another. */
    void takeInEveryLook(String name, OfficeWindow window, Runnable show) {
        takeInEveryLook(name, window, show, () -> {});
    }

    private List<Image> pair(String name, String suffix, DrivenWindow window, Runnable show, Runnable leave) {
        show.run();
        List<Image> pair = new ArrayList<>();
        for (Size size : Size.values()) {
            window.resize(size.width, size.height);
            Image picture = window.seen(size.scale, WIDTH, HEIGHT);
            String each = name + "-" + size.label + "-" + suffix;
            write(each, picture);
            pair.add(picture);
            note(each, window.cut());
        }
        window.resize(ShangbaoWindow.WIDTH, ShangbaoWindow.HEIGHT);
        leave.run();
        return pair;
    }

    private static Image sheet(List<Image> pictures) {
        WritableImage sheet = new WritableImage(WIDTH * 2 + GAP, HEIGHT * 2 + GAP);
        for (int index = 0; index < pictures.size(); index++) {
            int x = index / 2 * (WIDTH + GAP);
            int y = index % 2 * (HEIGHT + GAP);
            sheet.getPixelWriter().setPixels(x, y, WIDTH, HEIGHT, pictures.get(index).getPixelReader(), 0, 0);
        }
        return sheet;
    }

    private void write(String name, Image picture) {
        try {
            Files.write(folder.resolve(name + ".png"), Pictures.png(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(String name, List<String> cut) {
        List<String> lines = cut.stream().map(words -> name + "\t" + words.replace('\n', ' ')).toList();
        try {
            Files.write(folder.resolve("cut.txt"), lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
