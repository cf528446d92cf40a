package org.shangbao.client.ui.review;

import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.desk.PackageDesk;
import org.shangbao.client.ui.desk.PackageLines;

/** Files of units without a network, below what is decided: taking one in, giving one back, and what became of the last. */
final class PackageFoot extends VBox {
    private final Messages messages;
    private final Controls controls;
    private final FlowPane files;
    private final Subscription watching;

    PackageFoot(ReviewPackages packages, Messages messages, Controls controls) {
        super(8);
        this.messages = messages;
        this.controls = controls;
        getStyleClass().add("package-foot");
        Button take = controls.small(packages.desk().takeAction(), "fth-download");
        take.setId("review-take");
        Button reply = controls.small(packages.replyAction(), "fth-upload");
        reply.setId("review-reply");
        files = new FlowPane(8, 8, take, reply);
        watching = packages.desk().toldProperty().subscribe(this::show);
    }

    void close() { watching.unsubscribe(); }

    private void show(PackageDesk.Told told) {
        getChildren().setAll(files);
        if (!told.lines().isEmpty()) {
            getChildren().add(new PackageLines(told, messages, controls));
        }
    }
}
