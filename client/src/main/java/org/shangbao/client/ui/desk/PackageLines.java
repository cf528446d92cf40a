package org.shangbao.client.ui.desk;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;

/** What became of the last files, line by line beside its mark. */
public final class PackageLines extends HBox {

    /** Shows what is told. */
    public PackageLines(PackageDesk.Told told, Messages messages, Controls controls) {
        super(8);
        VBox lines = new VBox(4);
        told.lines().forEach(line -> {
            Label words = controls.wrapping(messages.text(line));
            words.setMaxWidth(Double.MAX_VALUE);
            lines.getChildren().add(words);
        });
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        setId("package-told");
        getChildren().setAll(controls.shape(told.mark(), told.mark().word()), lines);
    }
}
