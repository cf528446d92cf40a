package org.shangbao.client.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.shell.ScreenFrame.Step;

/** The seven steps with one fact each; a step is also a link. */
public final class StepBar extends HBox {
    private static final String CHECK = "fth-check";

    private final Messages messages;
    private final Controls controls;
    private List<Step> shownSteps = List.of();
    private @Nullable Action shownAction;
    private boolean isCompact;

    /** An empty bar. */
    public StepBar(Messages messages, Controls controls) {
        this.messages = messages;
        this.controls = controls;
        getStyleClass().add("step-bar");
    }

    /** From now on shows words for the step worked on only, for narrow windows; the others stay links with their number. */
    void compact(boolean wanted) {
        if (wanted != isCompact) {
            isCompact = wanted;
            forget();
        }
    }

    /** Shows everything anew next time, in the language chosen then. */
    void forget() { shownSteps = List.of(); }

    /**
     * Shows steps; does nothing if they are shown already, so that a focused step keeps the focus.
     *
     * @param steps  in order
     * @param action blue button at the right end, or null
     * @param opener opens the screen of a step
     */
    public void show(List<Step> steps, @Nullable Action action, Consumer<String> opener) {
        if (shownSteps.equals(steps) && shownAction == action) {
            return;
        }
        shownSteps = List.copyOf(steps);
        shownAction = action;
        getChildren().clear();
        if (isCompact) {
            steps.stream().filter(step -> step.state() == Step.State.CURRENT).findFirst()
                    .ifPresent(step -> getChildren().add(now(step, steps)));
        }
        for (Step step : steps) {
            if (step.number() > 1) {
                getChildren().add(line(steps.get(step.number() - 2)));
            }
            getChildren().add(link(step, opener));
        }
        if (action != null) {
            if (isCompact) {
                getChildren().add(Controls.grow());
            }
            Button button = controls.primary(action);
            button.setId("step-action");
            HBox.setMargin(button, new Insets(0, 0, 0, 12));
            getChildren().add(button);
        }
    }

    private HBox now(Step step, List<Step> steps) {
        Label fact = controls.label(messages.text(step.fact()), "secondary");
        HBox now = Controls.row(8, controls.label(messages.text("shell.step.now", step.number(), step.words()), "step-name", "current"),
                controls.label(messages.text("shell.step.of", steps.size()), "secondary"), fact);
        now.getChildren().forEach(part -> ((Label) part).setMinWidth(USE_PREF_SIZE));
        HBox.setMargin(now, new Insets(0, 8, 0, 4));
        return now;
    }

    private Region line(Step before) {
        Region line = new Region();
        line.getStyleClass().add("step-line");
        if (before.state() == Step.State.DONE) {
            line.getStyleClass().add("done");
        }
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private Button link(Step step, Consumer<String> opener) {
        StackPane circle = new StackPane(step.state() == Step.State.DONE
                ? Controls.icon(CHECK)
                : controls.label(Integer.toString(step.number()), "step-number"));
        circle.getStyleClass().addAll("step-circle", step.state().name().toLowerCase(java.util.Locale.ROOT));
        Label name = controls.label(messages.text(step.words()), "step-name", step.state().name().toLowerCase(java.util.Locale.ROOT));
        VBox words = new VBox(name);
        words.setAlignment(Pos.CENTER_LEFT);
        if (!step.fact().isEmpty()) {
            Label fact = controls.label(messages.text(step.fact()), "step-fact");
            fact.setMinWidth(USE_PREF_SIZE);
            if (step.urgent()) {
                fact.getStyleClass().add("urgent");
            } else if (step.state() == Step.State.CURRENT) {
                fact.getStyleClass().add("current");
            }
            words.getChildren().add(fact);
        }
        name.setMinWidth(USE_PREF_SIZE);
        Button link = new Button();
        link.setGraphic(isCompact ? circle : Controls.row(8, circle, words));
        link.getStyleClass().setAll("step");
        link.setMinWidth(USE_PREF_SIZE);
        link.setAccessibleText(name.getText());
        link.setId("step-" + step.number());
        link.setDisable(step.screen().isEmpty());
        link.setOnAction(event -> opener.accept(step.screen()));
        return link;
    }
}
