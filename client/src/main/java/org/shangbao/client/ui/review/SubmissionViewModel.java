package org.shangbao.client.ui.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.prereview.PreReviewService;
import org.shangbao.client.application.review.ReviewService;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.ReportState;

/** One submission as it lies before a reviewer: its answers in three arrangements and the pages of its paper. Changes nothing. */
public final class SubmissionViewModel {
    private static final int THUMBNAIL_DOTS_PER_INCH = 36;
    private static final int PAGE_DOTS_PER_INCH = 110;

    private final ReviewService reviews;
    private final LongWork work;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ObservableList<TableRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Arrangement> arrangement = new SimpleObjectProperty<>(Arrangement.EXCEPTIONS_FIRST);
    private final ObjectProperty<TableRow.@Nullable Answer> selected = new SimpleObjectProperty<>();
    private final ObservableList<String> marked = FXCollections.observableArrayList();
    private final ObservableMap<Integer, byte[]> thumbnails = FXCollections.observableHashMap();
    private final ReadOnlyBooleanWrapper pageOpen = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Integer> page = new ReadOnlyObjectWrapper<>(1);
    private final ReadOnlyObjectWrapper<byte @Nullable []> pageImage = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Text> paperMessage = new ReadOnlyObjectWrapper<>(Text.NONE);
    private @Nullable ReportTable table;
    private int generation;

    /** How the lines are ordered. */
    public enum Arrangement {
        /** 异常在前. */
        EXCEPTIONS_FIRST,
        /** 按原表. */
        AS_ON_THE_FORM,
        /** 只看与上一稿的差别. */
        CHANGED_ONLY
    }

    /**
     * What the head of the report says.
     *
     * @param unitName     who reports
     * @param parentName   unit next above, empty if not known
     * @param state        as the server holds it
     * @param report       the revision
     * @param beforeNumber number of the revision before, 0 if there is none
     * @param changes      answers that differ from it
     * @param revision     state of the revision, null if the server names none
     * @param approvedBelow name of the nearest level below the looking one that approved it, empty if none
     * @param draft        the draft it is, null for a submitted revision
     */
    public record Shown(String unitName, String parentName, ReportState state, FinalizedReport report, int beforeNumber, int changes,
            ReportState.@Nullable RevisionState revision, String approvedBelow, @Nullable DraftHead draft) {
        /** Returns the state of the paper. */
        public ReportState.Paper paper() {
            return revision == null ? ReportState.Paper.NOT_THERE : revision.paper();
        }

        /** Returns the number of pages that can be looked at. */
        public int pages() { return revision == null ? 0 : revision.pages(); }
    }

    /** A draft sent for a look: which sending it is, when it arrived, and the words of its sender, empty if none. */
    public record DraftHead(int number, Instant receivedAt, String note) {}

    /** Reads through the use cases of reviewing. */
    public SubmissionViewModel(ReviewService reviews, LongWork work) {
        this.reviews = reviews;
        this.work = work;
        arrangement.subscribe(this::arrange);
    }

    /**
     * Shows a submission.
     *
     * @param parentName name of the unit next above the reporting one
     * @param lookingUnit unit that looks at it
     * @param wholeForm  true for a province's form, which holds its own items beside the summed ones
     */
    public void show(ReviewService.Submission submission, FormEdition edition, String parentName, String lookingUnit, boolean wholeForm) {
        FinalizedReport report = submission.report();
        FinalizedReport before = submission.before();
        ReportTable built = new ReportTable(edition, wholeForm, report, before, submission.previous());
        ReportState state = submission.state();
        Optional<ReportState.RevisionState> revision = state.revisions().stream()
                .filter(candidate -> candidate.revision().equals(report.revision())).findFirst();
        show(built, new Shown(state.unitName(), parentName, state, report, before == null ? 0 : before.number(), changes(built),
                revision.orElse(null), approvedBelow(state, lookingUnit), null));
    }

    /** Shows a draft sent for a look; it has no paper. */
    public void showDraft(PreReviewService.Opened opened, @Nullable FinalizedReport previous, FormEdition edition, String parentName) {
        FinalizedReport report = opened.draft().asReport();
        FinalizedReport before = opened.before();
        ReportTable built = new ReportTable(edition, false, report, before, previous);
        ReportState state = new ReportState(report.reportId().toString(), report.unitName(), ReportStatus.IN_PRE_REVIEW, null, List.of(),
                List.of(), List.of(), false);
        show(built, new Shown(report.unitName(), parentName, state, report, before == null ? 0 : before.number(), changes(built), null, "",
                new DraftHead(opened.state().number(), opened.state().receivedAt(), opened.draft().note())));
    }

    private static int changes(ReportTable built) {
        return (int) built.changedOnly().stream().filter(TableRow.Answer.class::isInstance).count();
    }

    private void show(ReportTable built, Shown head) {
        generation++;
        table = built;
        shown.set(head);
        marked.clear();
        closePage();
        if (arrangement.get() == Arrangement.CHANGED_ONLY && head.beforeNumber() == 0) {
            arrangement.set(Arrangement.EXCEPTIONS_FIRST);
        } else {
            arrange();
        }
        loadThumbnails();
    }

    /** Shows nothing. */
    public void clear() {
        generation++;
        table = null;
        shown.set(null);
        marked.clear();
        thumbnails.clear();
        closePage();
        arrange();
    }

    /** What the head says; null while nothing is shown. */
    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Lines of the table. */
    public ObservableList<TableRow> rows() { return rows; }

    /** How the lines are ordered. */
    public ObjectProperty<Arrangement> arrangementProperty() { return arrangement; }

    /** The focused line. */
    public ObjectProperty<TableRow.@Nullable Answer> selectedProperty() { return selected; }

    /** Codes for which a reason is written; owned by the screen that writes reasons. */
    public ObservableList<String> marked() {
        return marked;
    }

    /** Small pictures of the pages by number, as PNG; they come in one after another. */
    public ObservableMap<Integer, byte[]> thumbnails() {
        return thumbnails;
    }

    /** True while a whole page is open. */
    public ReadOnlyBooleanProperty pageOpenProperty() { return pageOpen.getReadOnlyProperty(); }

    /** Number of the open page. */
    public ReadOnlyObjectProperty<Integer> pageProperty() { return page.getReadOnlyProperty(); }

    /** The open page as PNG; null until it is here. */
    public ReadOnlyObjectProperty<byte @Nullable []> pageImageProperty() {
        return pageImage.getReadOnlyProperty();
    }

    /** Why pages cannot be shown; empty while they can. */
    public ReadOnlyObjectProperty<Text> paperMessageProperty() {
        return paperMessage.getReadOnlyProperty();
    }

    /** Goes through the three arrangements; the focused line stays. */
    public void nextArrangement() {
        Shown current = shown.get();
        boolean comparable = current != null && current.beforeNumber() > 0;
        arrangement.set(switch (arrangement.get()) {
            case EXCEPTIONS_FIRST -> Arrangement.AS_ON_THE_FORM;
            case AS_ON_THE_FORM -> comparable ? Arrangement.CHANGED_ONLY : Arrangement.EXCEPTIONS_FIRST;
            case CHANGED_ONLY -> Arrangement.EXCEPTIONS_FIRST;
        });
    }

    /** Moves to the next exception below the focused line, from the last one to the first; does nothing if there is none. */
    public void nextException() {
        jump(row -> row instanceof TableRow.Figure figure && figure.exception(), 1);
    }

    /** Moves to the exception above the focused line, from the first one to the last. */
    public void previousException() {
        jump(row -> row instanceof TableRow.Figure figure && figure.exception(), -1);
    }

    /** Says what stands in the last column. */
    public TableRow.Verdict verdictOf(TableRow.Answer answer) {
        Shown current = shown.get();
        boolean isDraft = current != null && current.draft() != null;
        if (marked.contains(answer.code())) {
            return isDraft ? TableRow.Verdict.NOTE : TableRow.Verdict.REASON;
        }
        if (answer instanceof TableRow.Figure figure && figure.explained() != null) {
            return TableRow.Verdict.EXPLAINED;
        }
        if (isDraft) {
            return TableRow.Verdict.DRAFT;
        }
        return switch (current == null ? ReportState.Paper.NOT_THERE : current.paper()) {
            case ACCEPTED -> TableRow.Verdict.AGREES;
            case NOT_MACHINE_READ -> TableRow.Verdict.BY_EYE;
            case NOT_THERE, REFUSED, NOT_NEEDED -> TableRow.Verdict.NO_PAPER;
        };
    }

    /** Returns what was said of the paper if no machine has read it and nobody has compared it by eye yet, else null. */
    ReportState.@Nullable ByHand toBeSeen() {
        Shown current = shown.get();
        ReportState.RevisionState revision = current == null ? null : current.revision();
        ReportState.ByHand byHand = revision == null ? null : revision.byHand();
        return byHand == null || byHand.wasSeen() ? null : byHand;
    }

    /** What the chip says of paper no machine has read: to be confirmed, or by whom it was. */
    Text byHandWords() {
        Shown current = shown.get();
        ReportState.RevisionState revision = current == null ? null : current.revision();
        ReportState.ByHand byHand = revision == null ? null : revision.byHand();
        return byHand != null && byHand.wasSeen()
                ? Text.of("review.paper.seenByEye", byHand.confirmedBy())
                : Text.of("review.paper.notMachineRead");
    }

    /** Opens a page of the paper in full; pages outside the paper are ignored. */
    public void openPage(int number) {
        Shown current = shown.get();
        if (current == null || number < 1 || number > current.pages()) {
            return;
        }
        page.set(number);
        pageImage.set(null);
        pageOpen.set(true);
        int asked = generation;
        ReportId report = current.report().reportId();
        work.stoppable(Text.of("review.work.page", number), progress -> reviews.scannedPage(report, number, PAGE_DOTS_PER_INCH), image -> {
            if (asked == generation && page.get() == number && pageOpen.get()) {
                pageImage.set(image);
            }
        }, () -> {
            if (asked == generation && page.get() == number) {
                closePage();
            }
        }, this::paperFailed);
    }

    /** Opens or closes the page looked at last. */
    public void togglePage() {
        if (pageOpen.get()) {
            closePage();
        } else {
            openPage(page.get());
        }
    }

    /** Turns to the next page. */
    public void nextPage() { openPage(page.get() + 1); }

    /** Turns to the page before. */
    public void previousPage() { openPage(page.get() - 1); }

    /** Closes the open page. */
    public void closePage() {
        pageOpen.set(false);
        pageImage.set(null);
    }

    private void arrange() {
        ReportTable current = table;
        TableRow.Answer focused = selected.get();
        rows.setAll(current == null ? List.of() : switch (arrangement.get()) {
            case EXCEPTIONS_FIRST -> current.exceptionsFirst();
            case AS_ON_THE_FORM -> current.asOnTheForm();
            case CHANGED_ONLY -> current.changedOnly();
        });
        List<TableRow.Answer> answers = answers();
        selected.set(answers.stream().filter(answer -> focused != null && answer.code().equals(focused.code())).findFirst()
                .orElse(answers.isEmpty() ? null : answers.getFirst()));
    }

    private List<TableRow.Answer> answers() {
        return rows.stream().filter(TableRow.Answer.class::isInstance).map(TableRow.Answer.class::cast).toList();
    }

    private void jump(Predicate<TableRow> wanted, int step) {
        List<TableRow.Answer> answers = answers();
        int here = answers.indexOf(selected.get());
        for (int distance = 1; distance <= answers.size(); distance++) {
            TableRow.Answer candidate = answers.get(Math.floorMod(here + step * distance, answers.size()));
            if (wanted.test(candidate)) {
                selected.set(candidate);
                return;
            }
        }
    }

    private void loadThumbnails() {
        thumbnails.clear();
        paperMessage.set(Text.NONE);
        page.set(1);
        Shown current = shown.get();
        if (current != null && current.pages() > 0) {
            loadThumbnail(current.report().reportId(), 1, current.pages(), generation);
        }
    }

    // one page after the other: a slow link brings the first page first, and turning to another unit stops the rest
    private void loadThumbnail(ReportId report, int number, int last, int asked) {
        work.tasks().runAside(() -> reviews.scannedPage(report, number, THUMBNAIL_DOTS_PER_INCH), image -> {
            if (asked == generation) {
                thumbnails.put(number, image);
                if (number < last) {
                    loadThumbnail(report, number + 1, last, asked);
                }
            }
        }, failure -> {
            if (asked == generation) {
                paperFailed(failure);
            }
        });
    }

    private void paperFailed(ReportingException failure) {
        closePage();
        paperMessage.set(Failure.words(failure));
    }

    private static String approvedBelow(ReportState state, String lookingUnit) {
        return state.reviews().stream().takeWhile(level -> !level.unit().equals(lookingUnit))
                .filter(level -> level.status() == ReviewStatus.APPROVED).map(ReportState.LevelReview::unitName).reduce("", (a, b) -> b);
    }
}
