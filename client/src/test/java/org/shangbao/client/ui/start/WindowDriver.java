package org.shangbao.client.ui.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;

import org.shangbao.client.ui.PretendOffice;
import org.shangbao.client.ui.common.Language;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Pictures;
import org.shangbao.client.ui.common.SameThreadTaskRunner;
import org.testfx.api.FxRobot;

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

    /** Takes a picture of a screen at 1366 × 768 and at 150 % in both languages; the window is as it was afterwards. */
    public static void everyPicture(FxRobot robot, Scene scene, Messages messages, String name) {
        Language before = messages.language();
        for (Language language : List.of(before.other(), before)) {
            String suffix = language == Language.ENGLISH ? "-en" : "";
            robot.interact(() -> messages.use(language));
            resize(robot, scene, 911, 512);
            robot.interact(() -> laidOut(scene));
            robot.interact(() -> picture(scene, name + suffix + "-150", 1.5));
            resize(robot, scene, ShangbaoWindow.WIDTH, ShangbaoWindow.HEIGHT);
            robot.interact(() -> laidOut(scene));
            robot.interact(() -> picture(scene, name + suffix, 1));
        }
    }

    private static void laidOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    /** Returns what does not fit into a small window in either language: words that end in dots and have no tooltip, buttons beyond the edge. */
    public static List<String> cut(FxRobot robot, Scene scene, Messages messages) {
        Language before = messages.language();
        List<String> cut = new ArrayList<>();
        for (Language language : List.of(before.other(), before)) {
            robot.interact(() -> messages.use(language));
            resize(robot, scene, 911, 512);
            robot.interact(() -> laidOut(scene));
            robot.interact(() -> laidOut(scene)); // rows that learned their width in the first pass
            robot.interact(() -> {
                for (Node node : scene.getRoot().lookupAll(".text")) {
                    if (node instanceof Text shown && node.getParent() instanceof Labeled label && isSeen(label)
                            && label.getTooltip() == null
                            && !shown.getText().equals(label.getText())
                            && (shown.getText().endsWith("...") || shown.getText().endsWith("…"))) {
                        cut.add(language + " " + label.getText());
                    }
                }
                for (Node node : scene.getRoot().lookupAll(".button")) {
                    if (isSeen(node) && node.localToScene(node.getLayoutBounds()).getMaxX() > 911.5) {
                        cut.add(language + " beyond the edge: " + node.getId());
                    }
                }
            });
        }
        resize(robot, scene, ShangbaoWindow.WIDTH, ShangbaoWindow.HEIGHT);
        return cut;
    }

    /** True if a label that can be seen says these words. */
    public static boolean sees(FxRobot robot, String words) {
        return robot.lookup((Node node) -> node instanceof Label label && label.getText() != null && label.getText().contains(words)
                && isSeen(label)).tryQuery().isPresent();
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Gives the window another size. */
    public static void resize(FxRobot robot, Scene scene, double width, double height) {
        robot.interact(() -> {
            scene.getWindow().setWidth(width);
            scene.getWindow().setHeight(height);
        });
    }

    private static void picture(Scene scene, String name, double scale) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        write(name, Pictures.png(scene.getRoot().snapshot(parameters, null)));
    }

    /** Takes a picture. */
    public static Path picture(ShangbaoWindow window, String name) { return write(name, window.picture()); }

    private static Path write(String name, byte[] png) {
        try {
            Files.createDirectories(PICTURES);
            return Files.write(PICTURES.resolve(name + ".png"), png);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
