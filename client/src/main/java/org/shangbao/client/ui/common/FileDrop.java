package org.shangbao.client.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Lets files be dropped onto a part of a screen, which is tinted while they hang over it. FX thread only. */
public final class FileDrop {
    private static final String TARGET = "drop-target";

    private FileDrop() {}

    /** Files with this ending that are dropped onto {@code target} go to {@code taker}; others are not taken. */
    public static void onto(Node target, String ending, Consumer<List<Path>> taker) {
        target.setOnDragOver(event -> {
            if (!files(event.getDragboard(), ending).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
                target.getStyleClass().remove(TARGET);
                target.getStyleClass().add(TARGET);
            }
            event.consume();
        });
        target.setOnDragExited(event -> target.getStyleClass().remove(TARGET));
        target.setOnDragDropped(event -> dropped(target, event, files(event.getDragboard(), ending), taker));
    }

    private static void dropped(Node target, DragEvent event, List<Path> files, Consumer<List<Path>> taker) {
        target.getStyleClass().remove(TARGET);
        if (!files.isEmpty()) {
            taker.accept(files);
        }
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }

    private static List<Path> files(Dragboard board, String ending) {
        return board.hasFiles()
                ? board.getFiles().stream().map(File::toPath).filter(file -> file.toString().endsWith(ending)).toList()
                : List.of();
    }
}
