package org.shangbao.client.ui.review;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Theme;

/** 审核: units, one report, reasons. FX thread only. */
final class ReviewView extends HBox {
    private final ReviewViewModel viewModel;
    private final UnitListPane units;
    private final SubmissionView submission;
    private final ReasonsPane reasons;

    ReviewView(ReviewViewModel viewModel, Messages messages, Controls controls, Formats formats) {
        this.viewModel = viewModel;
        getStyleClass().add("review");
        getStylesheets().add(Theme.style("review/review.css"));
        units = new UnitListPane(viewModel, messages, controls, formats);
        submission = new SubmissionView(viewModel.submission(), messages, controls, formats);
        reasons = new ReasonsPane(viewModel, messages, controls);
        HBox.setHgrow(submission, Priority.ALWAYS);
        submission.setMinWidth(0);
        getChildren().addAll(units, submission, reasons);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void close() {
        units.close();
        submission.close();
        reasons.close();
    }

    private void pressed(KeyEvent event) {
        boolean open = viewModel.submission().pageOpenProperty().get();
        if (event.getCode() == KeyCode.ESCAPE && open) {
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
