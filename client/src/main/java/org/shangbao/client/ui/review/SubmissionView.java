package org.shangbao.client.ui.review;

import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;

/** One submission: head, table of answers, pages of the paper; a whole page covers the table while it is open. FX thread only. */
public final class SubmissionView extends VBox {
    private static final double LEAST_WIDTH_FOR_PAGES = 700;
    private static final double LEAST_WIDTH_FOR_TWO_LINES = 680;

    private final SubmissionViewModel viewModel;
    private final Messages messages;
    private final Controls controls;
    private final Formats formats;
    private final AnswerTable table;
    private final PagePane pages;
    private final HBox title = Controls.row(8);
    private final VBox facts = new VBox(4);
    private final HBox tools = Controls.row(8);
    private boolean narrow;
    private final VBox thumbnails = new VBox(8);
    private final ScrollPane strip = new ScrollPane(thumbnails);
    private Subscription watching = Subscription.EMPTY;

    /** Shows what {@code viewModel} holds. */
    public SubmissionView(SubmissionViewModel viewModel, Messages messages, Controls controls, Formats formats) {
        this.viewModel = viewModel;
        this.messages = messages;
        this.controls = controls;
        this.formats = formats;
        getStyleClass().add("submission");
        getStylesheets().add(controls.appearance().style("review/review.css"));
        table = new AnswerTable(viewModel, messages, controls);
        pages = new PagePane(viewModel, messages, controls);
        VBox head = new VBox(8, title, facts, tools);
        head.getStyleClass().add("submission-head");
        strip.getStyleClass().add("page-strip");
        strip.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        strip.setFitToWidth(true);
        HBox content = new HBox(table, strip);
        HBox.setHgrow(table, Priority.ALWAYS);
        StackPane body = new StackPane(content, pages);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
        watching = Subscription.combine(viewModel.shownProperty().subscribe(shown -> showHead()),
                viewModel.arrangementProperty().subscribe(arrangement -> showHead()),
                viewModel.paperMessageProperty().subscribe(message -> showPages()), viewModel.thumbnails().subscribe(this::showPages),
                widthProperty().subscribe(width -> {
                    showPages();
                    boolean isNarrow = width.doubleValue() > 0 && width.doubleValue() < controls.room(LEAST_WIDTH_FOR_TWO_LINES);
                    if (isNarrow != narrow) {
                        narrow = isNarrow;
                        showHead();
                    }
                }));
    }

    /** Stops following the ViewModel. */
    public void close() {
        watching.unsubscribe();
        table.close();
        pages.close();
    }

    /** Gives the table the focus. */
    public void focusTable() { table.focusList(); }

    private void showHead() {
        SubmissionViewModel.Shown shown = viewModel.shownProperty().get();
        title.getChildren().clear();
        tools.getChildren().clear();
        facts.getChildren().clear();
        facts.setManaged(false);
        if (shown == null) {
            title.getChildren().add(controls.label(messages.text("review.nothingOpen"), "hint"));
            return;
        }
        Label name = controls.label(shown.unitName(), "title");
        name.setId("submission-unit");
        name.setMinWidth(Region.USE_PREF_SIZE);
        SubmissionViewModel.DraftHead draft = shown.draft();
        if (draft != null) {
            showDraftHead(shown, draft, name);
            return;
        }
        String arrived = shown.revision() == null ? "" : formats.dateTime(shown.revision().receivedAt());
        Label line = controls.label(messages.text("review.head.line", shown.parentName(), shown.report().number(), arrived), "grey");
        nameAndFacts(name, line, shown);
        if (shown.state().late()) {
            title.getChildren().add(controls.chip(Mark.OVERDUE, Text.of("review.mark.LATE")));
        }
        if (!shown.approvedBelow().isEmpty()) {
            title.getChildren().add(controls.chip(Mark.DONE, Text.of("review.chip.approvedBelow", shown.approvedBelow())));
        }
        title.getChildren().add(paperChip(shown));
        title.getChildren().forEach(node -> {
            if (node instanceof Label label && label.getStyleClass().contains("chip")) {
                label.setMinWidth(Region.USE_PREF_SIZE);
            }
        });
        tools.getChildren().add(segments(shown));
        if (!narrow) {
            tools.getChildren().addAll(Controls.keyCap("F4"), Controls.grow(), filler(shown), wholePage(shown));
        } else {
            tools.getChildren().addAll(Controls.grow(), wholePage(shown));
        }
    }

    /** The name, and beside it the facts; on a narrow screen these stand below it with who filled the report. */
    private void nameAndFacts(Label name, Label line, SubmissionViewModel.Shown shown) {
        if (narrow) {
            facts.setManaged(true);
            facts.getChildren().add(Controls.row(8, line, Controls.grow(), filler(shown)));
            title.getChildren().addAll(name, Controls.grow());
        } else {
            title.getChildren().addAll(name, line, Controls.grow());
        }
    }

    private void showDraftHead(SubmissionViewModel.Shown shown, SubmissionViewModel.DraftHead draft, Label name) {
        Label chip = controls.chip(Mark.PRE_REVIEW, Text.of("review.chip.draft"));
        chip.setId("draft-chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        nameAndFacts(name, controls.label(messages.text("review.head.draft", shown.parentName(), draft.number(),
                formats.dateTime(draft.receivedAt())), "grey"), shown);
        title.getChildren().add(chip);
        String said = draft.note().isEmpty() ? "" : messages.text("review.head.note", draft.note());
        Label note = narrow ? controls.wrapping(said, "strong") : controls.label(said, "strong");
        note.setId("draft-note");
        if (narrow) {
            facts.getChildren().add(note);
            tools.getChildren().add(segments(shown));
        } else {
            HBox.setHgrow(note, Priority.ALWAYS);
            tools.getChildren().addAll(segments(shown), Controls.keyCap("F4"), note, Controls.grow(), filler(shown));
        }
    }

    private Label paperChip(SubmissionViewModel.Shown shown) {
        Label chip = switch (shown.paper()) {
            case ACCEPTED -> controls.chip(Mark.PAPER, Text.of("review.paper.accepted", shown.pages()));
            case NOT_MACHINE_READ -> controls.chip(Mark.NOT_MACHINE_READ, viewModel.byHandWords());
            case NOT_THERE -> controls.chip(Mark.WAITING_FOR_NETWORK, Text.of("review.paper.notThere"));
            case REFUSED -> controls.chip(Mark.NOT_REPORTED, Text.of("review.paper.refused"));
            case NOT_NEEDED -> controls.chip(Mark.CANNOT_EVALUATE, Text.of("review.paper.notNeeded"));
        };
        chip.setId("paper-chip");
        return chip;
    }

    private HBox segments(SubmissionViewModel.Shown shown) {
        HBox segments = new HBox();
        segments.getStyleClass().add("segmented");
        segments.getChildren().add(segment(SubmissionViewModel.Arrangement.EXCEPTIONS_FIRST, messages.text("review.arrange.exceptions")));
        segments.getChildren().add(segment(SubmissionViewModel.Arrangement.AS_ON_THE_FORM, messages.text("review.arrange.form")));
        if (shown.beforeNumber() > 0) {
            segments.getChildren().add(segment(SubmissionViewModel.Arrangement.CHANGED_ONLY,
                    messages.text(shown.draft() == null ? "review.arrange.changed" : "review.arrange.changedDraft", shown.beforeNumber(),
                            shown.changes())));
        }
        return segments;
    }

    private Button segment(SubmissionViewModel.Arrangement arrangement, String words) {
        Button button = new Button(words);
        button.getStyleClass().setAll("segment");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId("arrange-" + arrangement.name().toLowerCase(Locale.ROOT));
        if (viewModel.arrangementProperty().get() == arrangement) {
            button.getStyleClass().add("marked");
        }
        button.setOnAction(event -> viewModel.arrangementProperty().set(arrangement));
        return button;
    }

    private Node filler(SubmissionViewModel.Shown shown) {
        var people = shown.report().people();
        return people.filler().isEmpty()
                ? new Region()
                : controls.label(messages.text("review.head.filler", people.filler(), people.telephone()), "secondary");
    }

    private Button wholePage(SubmissionViewModel.Shown shown) {
        Action open = new Action(Text.of("review.wholePage"), messages.text("review.key.space"), viewModel::togglePage);
        if (shown.pages() == 0) {
            open.refuse(Text.of("review.paper.notThere"));
        }
        Button button = controls.secondary(open, "fth-file-text");
        button.setId("whole-page");
        return button;
    }

    private void showPages() {
        SubmissionViewModel.Shown shown = viewModel.shownProperty().get();
        boolean room = getWidth() >= LEAST_WIDTH_FOR_PAGES && shown != null && shown.draft() == null;
        strip.setVisible(room);
        strip.setManaged(room);
        thumbnails.getChildren().clear();
        if (shown == null) {
            return;
        }
        thumbnails.getChildren().add(controls.label(messages.text("review.paper"), "strip-title"));
        Text problem = viewModel.paperMessageProperty().get();
        if (!problem.isEmpty()) {
            thumbnails.getChildren().add(controls.wrapping(messages.text(problem), "hint"));
        } else if (shown.pages() == 0) {
            thumbnails.getChildren().add(controls.wrapping(messages.text("review.paper.nothing"), "hint"));
        }
        for (int page = 1; page <= shown.pages(); page++) {
            thumbnails.getChildren().add(thumbnail(page, viewModel.thumbnails()));
        }
        thumbnails.setAlignment(Pos.TOP_CENTER);
    }

    private Button thumbnail(int page, Map<Integer, byte[]> images) {
        byte @Nullable [] png = images.get(page);
        Button button = new Button(messages.text("review.page", page));
        button.getStyleClass().setAll("thumbnail");
        button.setId("page-" + page);
        button.setOnAction(event -> viewModel.openPage(page));
        button.setGraphic(PagePane.picture(png, 88));
        button.setContentDisplay(javafx.scene.control.ContentDisplay.TOP);
        return button;
    }
}
