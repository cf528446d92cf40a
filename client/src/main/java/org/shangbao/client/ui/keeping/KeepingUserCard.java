package org.shangbao.client.ui.keeping;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.keeping.KeepingUser.Standing;

/** Whether the user of the operating system may set a forgotten password anew, and what was done to passwords. */
final class KeepingUserCard extends VBox {
    private final KeepingUser model;
    private final Messages messages;
    private final Controls controls;
    private final VBox standing = new VBox(8);
    private final VBox acts = new VBox(4);

    KeepingUserCard(KeepingUser model, Messages messages, Controls controls) {
        super(8);
        this.model = model;
        this.messages = messages;
        this.controls = controls;
        getStyleClass().add("card");
        standing.setId("keeping-user");
        acts.setId("keeping-acts");
        getChildren().addAll(controls.wrapping(messages.text("keeping.user"), "section"),
                controls.wrapping(messages.text("keeping.user.hint"), "secondary"), standing,
                controls.label(messages.text("keeping.acts"), "strong"), acts);
        model.standingProperty().subscribe(this::show);
        model.actsProperty().subscribe(this::list);
    }

    private void show(Standing found) {
        var allow = controls.small(model.allowAction());
        allow.setId("keeping-user-allow");
        HBox buttons = Controls.row(8, allow);
        if (found.isAllowed()) {
            var forbid = controls.small(model.forbidAction());
            forbid.setId("keeping-user-forbid");
            buttons.getChildren().add(forbid);
        }
        standing.getChildren().setAll(controls.mark(found.mark(), found.words()), buttons);
    }

    private void list(List<Text> lines) {
        acts.getChildren().setAll(lines.stream().map(line -> controls.wrapping(messages.text(line), "secondary")).toList());
        if (lines.isEmpty()) {
            acts.getChildren().add(controls.wrapping(messages.text("keeping.acts.none"), "secondary"));
        }
    }
}
