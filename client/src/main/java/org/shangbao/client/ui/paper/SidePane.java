package org.shangbao.client.ui.paper;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is to be done, at the right: cards that scroll in a low window, and the buttons below them that never do. */
final class SidePane extends VBox {
    private final VBox cards = new VBox(12);
    private final VBox foot = new VBox(10);

    SidePane(double width) {
        getStyleClass().add("paper-side");
        setMinWidth(width);
        setMaxWidth(width);
        setSpacing(12);
        // as low as the window gets; the cards then scroll
        setMinHeight(0);
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        cards.getStyleClass().add("paper-side-cards");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, foot);
    }

    void show(List<Node> content, List<Node> buttons) {
        cards.getChildren().setAll(content);
        foot.getChildren().setAll(buttons);
    }
}
