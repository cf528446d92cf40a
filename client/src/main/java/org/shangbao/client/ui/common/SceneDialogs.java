package org.shangbao.client.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;

/**
 * Questions drawn over the scene itself, so they look the same everywhere, can be driven without a window system, and give the focus back to
 * where it was. Files are chosen with the system's own choosers. FX thread only.
 */
public final class SceneDialogs implements Dialogs {
    private final StackPane overlay;
    private final Messages messages;
    private final Controls controls;
    private final Consumer<Path> opener;

    /**
     * Dialogs over a scene.
     *
     * @param overlay pane above everything else, empty and invisible until something is asked
     * @param opener  opens a file with the system's program
     */
    public SceneDialogs(StackPane overlay, Messages messages, Controls controls, Consumer<Path> opener) {
        this.overlay = overlay;
        this.messages = messages;
        this.controls = controls;
        this.opener = opener;
        overlay.getStyleClass().add("dialog-overlay");
        overlay.setVisible(false);
    }

    @Override
    public void confirm(Confirmation question, Runnable confirmed) { show(question, new VBox(), null, confirmed); }

    @Override
    public void askReason(Confirmation question, Consumer<String> given) {
        TextArea reason = words("dialog-reason");
        VBox field = new VBox(4, controls.label(messages.text("common.dialog.reason"), "strong"), reason);
        show(question, field, reason, () -> given.accept(reason.getText().strip()));
    }

    @Override
    public void askWords(Confirmation question, Text label, int most, Consumer<String> given) {
        TextArea words = words("dialog-words");
        words.setTextFormatter(new TextFormatter<>(change -> change.isContentChange() && change.getControlNewText().length() > most
                ? null
                : change));
        VBox field = new VBox(4, controls.label(messages.text(label), "strong"), words);
        show(question, field, null, () -> given.accept(words.getText().strip()));
    }

    private static TextArea words(String id) {
        TextArea words = new TextArea();
        words.setId(id);
        words.getStyleClass().add("sb-text");
        words.setWrapText(true);
        words.setPrefRowCount(3);
        return words;
    }

    private void show(Confirmation question, VBox extra, @Nullable TextArea reason, Runnable confirmed) {
        Scene scene = overlay.getScene();
        Node before = scene == null ? null : scene.getFocusOwner();
        Action act = new Action(question.action(), "Ctrl+Enter", () -> {
            close(before);
            confirmed.run();
        });
        if (reason != null) {
            act.enabledProperty().bind(Bindings.createBooleanBinding(() -> !reason.getText().isBlank(), reason.textProperty()));
        }
        Button primary = controls.primary(act);
        primary.setId("dialog-confirm");
        Button back = controls.secondary(new Action(Text.of("common.dialog.back"), "Esc", () -> close(before)));
        back.setId("dialog-back");
        HBox buttons = Controls.row(8, Controls.grow(), back, primary);
        VBox facts = new VBox(6);
        question.facts().forEach(fact -> facts.getChildren().add(controls.wrapping(messages.text(fact))));
        facts.getStyleClass().add("dialog-facts");
        facts.setVisible(!question.facts().isEmpty());
        facts.setManaged(!question.facts().isEmpty());
        VBox card = new VBox(12, controls.wrapping(messages.text(question.headline()), "headline"),
                controls.wrapping(messages.text(question.sentence())), facts, extra, buttons);
        card.getStyleClass().add("dialog-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.setPrefWidth(520);
        card.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close(before);
            } else if (event.getCode() == KeyCode.ENTER && event.isControlDown()) {
                event.consume();
                act.perform();
            }
        });
        overlay.getChildren().setAll(card);
        overlay.setVisible(true);
        if (reason != null) {
            reason.requestFocus();
        } else {
            back.requestFocus();
        }
    }

    private void close(@Nullable Node before) {
        overlay.setVisible(false);
        overlay.getChildren().clear();
        if (before != null) {
            before.requestFocus();
        }
    }

    /** True while a question stands on the screen; the keys of the screen behind it rest. */
    public boolean isAsking() {
        return overlay.isVisible();
    }

    @Override
    public void chooseFiles(FileRequest request, Consumer<List<Path>> chosen) {
        List<File> files = chooser(request).showOpenMultipleDialog(overlay.getScene().getWindow());
        if (files != null && !files.isEmpty()) {
            chosen.accept(files.stream().map(File::toPath).toList());
        }
    }

    @Override
    public void chooseSaveTarget(FileRequest request, Consumer<Path> chosen) {
        FileChooser chooser = chooser(request);
        chooser.setInitialFileName(request.suggestedName());
        File file = chooser.showSaveDialog(overlay.getScene().getWindow());
        if (file != null) {
            chosen.accept(file.toPath());
        }
    }

    @Override
    public void chooseFolder(Text title, Consumer<Path> chosen) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(messages.text(title));
        File folder = chooser.showDialog(overlay.getScene().getWindow());
        if (folder != null) {
            chosen.accept(folder.toPath());
        }
    }

    @Override
    public void openWithSystem(Path file) { opener.accept(file); }

    private FileChooser chooser(FileRequest request) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text(request.title()));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(messages.text(request.kind()), request.patterns()));
        return chooser;
    }
}
