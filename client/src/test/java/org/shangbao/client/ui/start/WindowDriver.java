package org.shangbao.client.ui.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.stage.Stage;

import org.shangbao.client.ui.PretendOffice;
import org.shangbao.client.ui.common.SameThreadTaskRunner;

/** Opens the window on a pretended office for a test and takes pictures of it into {@code target/screens}. */
public final class WindowDriver {
    private static final Path PICTURES = Path.of("target", "screens");

    private WindowDriver() {}

    /** Shows the window of an office at the size of the design. */
    public static ShangbaoWindow show(Stage stage, PretendOffice office, Locale locale) {
        ShangbaoWindow window = new ShangbaoWindow(office.services(new SameThreadTaskRunner(), locale), office.office());
        stage.setScene(window.scene());
        stage.setWidth(ShangbaoWindow.WIDTH);
        stage.setHeight(ShangbaoWindow.HEIGHT);
        stage.show();
        return window;
    }

    /** Takes a picture. */
    public static Path picture(ShangbaoWindow window, String name) {
        try {
            Files.createDirectories(PICTURES);
            return Files.write(PICTURES.resolve(name + ".png"), window.picture());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
