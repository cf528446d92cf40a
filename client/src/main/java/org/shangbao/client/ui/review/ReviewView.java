package org.shangbao.client.ui.review;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.FileDrop;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.shell.BodyScreen;
import org.shangbao.wire.v1.transfer.TransferPackage;

/**
 * 审核: units, one report, reasons. Where there is no room for three columns, units and reasons share the left one: the list until a unit is
 * opened, then its reasons; F6 changes between them. FX thread only.
 */
final class ReviewView extends HBox implements BodyScreen.Body {
    private static final double THREE_COLUMNS = 1180;

    private final ReviewViewModel viewModel;
    private final UnitListPane units;
    private final SubmissionView submission;
    private final ReasonsPane reasons;
    private final VBox side = new VBox();
    private final Button unitsButton;
    private final Button reasonsButton;
    private final HBox choice;
    private final Subscription watching;
    private boolean narrow;
    private boolean deciding;

    ReviewView(ReviewViewModel viewModel, ReviewPackages packages, Messages messages, Controls controls, Formats formats) {
        this.viewModel = viewModel;
        getStyleClass().add("review");
        units = new UnitListPane(viewModel, messages, controls, formats);
        submission = new SubmissionView(viewModel.submission(), messages, controls, formats);
        reasons = new ReasonsPane(viewModel, packages, messages, controls);
        FileDrop.onto(this, TransferPackage.SUFFIX, packages.desk()::take);
        HBox.setHgrow(submission, Priority.ALWAYS);
        submission.setMinWidth(0);
        side.getStyleClass().add("review-side");
        unitsButton = segment(messages.text("review.side.units"), "side-units", false);
        reasonsButton = segment(messages.text("review.side.reasons"), "side-reasons", true);
        HBox segments = new HBox(unitsButton, reasonsButton);
        segments.getStyleClass().add("segmented");
        choice = Controls.row(8, segments, Controls.grow(), Controls.keyCap("F6"));
        choice.getStyleClass().add("side-choice");
        arrange();
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        watching = Subscription.combine(viewModel.currentProperty().subscribe(packages::judge), widthProperty().subscribe(width -> {
            boolean isNarrow = width.doubleValue() > 0 && width.doubleValue() < THREE_COLUMNS;
            if (isNarrow != narrow) {
                narrow = isNarrow;
                arrange();
            }
        }), viewModel.currentProperty().subscribe(current -> decide(current != null)), viewModel.writingProperty().subscribe(written -> {
            if (narrow && written != null) {
                decide(true);
                reasons.write(written);
            }
        }));
    }

    private Button segment(String words, String id, boolean isDeciding) {
        Button button = new Button(words);
        button.getStyleClass().setAll("segment");
        button.setMinWidth(USE_PREF_SIZE);
        button.setId(id);
        button.setOnAction(event -> decide(isDeciding));
        return button;
    }

    private void decide(boolean now) {
        if (deciding != now) {
            deciding = now;
            arrange();
        }
    }

    private void arrange() {
        boolean isWorkedOn = hasFocusInside();
        unitsButton.getStyleClass().remove("marked");
        reasonsButton.getStyleClass().remove("marked");
        (deciding ? reasonsButton : unitsButton).getStyleClass().add("marked");
        getChildren().clear();
        side.getChildren().clear();
        if (narrow) {
            VBox shown = deciding ? reasons : units;
            VBox.setVgrow(shown, Priority.ALWAYS);
            side.getChildren().addAll(choice, shown);
            getChildren().addAll(side, submission);
            if (isWorkedOn) {
                submission.focusTable();
            }
        } else {
            getChildren().addAll(units, submission, reasons);
        }
    }

    /** A question over the screen keeps the focus when the window becomes narrow under it. */
    private boolean hasFocusInside() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        while (owner != null && owner != this) {
            owner = owner.getParent();
        }
        return owner == this;
    }

    @Override
    public void close() {
        watching.unsubscribe();
        units.close();
        submission.close();
        reasons.close();
    }

    @Override
    public void focusFirst() {
        if (viewModel.currentProperty().get() == null) {
            units.focusList();
        } else {
            submission.focusTable();
        }
    }

    private void pressed(KeyEvent event) {
        boolean open = viewModel.submission().pageOpenProperty().get();
        if (event.getCode() == KeyCode.F6 && narrow) {
            event.consume();
            decide(!deciding);
        } else if (event.getCode() == KeyCode.ESCAPE && open) {
            event.consume();
            viewModel.submission().closePage();
        } else if (event.getCode() == KeyCode.SPACE && !isTyping(event.getTarget())) {
            event.consume();
            viewModel.submission().togglePage();
        }
    }

    // a button, a choice and a text field need the space bar themselves
    private static boolean isTyping(Object target) {
        return target instanceof TextInputControl || target instanceof ButtonBase || target instanceof ComboBoxBase;
    }
}
