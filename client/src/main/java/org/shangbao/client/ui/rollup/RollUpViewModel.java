package org.shangbao.client.ui.rollup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.paper.PaperService;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.report.ReportService;
import org.shangbao.client.application.review.ReviewService;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.review.SubmissionViewModel;
import org.shangbao.model.edition.EditionId;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.wire.v1.RollUpView;

/**
 * 汇总: summed figures in the official sentences, what the focused one is made of, the level's own texts, and finalizing the summary. At the
 * root it only shows.
 */
public final class RollUpViewModel {
    private final Office office;
    private final ReportService reports;
    private final ReviewService reviews;
    private final PaperService papers;
    private final LongWork work;
    private final Dialogs dialogs;
    private final Clock clock;
    private final Runnable openSignOff;
    private final SumReader sums;
    private final SubmissionViewModel drill;
    private final ObservableList<SheetLine> sheet = FXCollections.observableArrayList();
    private final PartsModel parts;
    private final OwnTexts texts = new OwnTexts();
    private final ObjectProperty<SheetLine.@Nullable Piece> focus = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable RollUpView> total = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Instant> computedAt = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Text> message = new ReadOnlyObjectWrapper<>(Text.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper drilled = new ReadOnlyBooleanWrapper();
    private final Action next;
    private String wanted = "";
    private @Nullable FormEdition edition;
    private @Nullable PeriodId period;
    private @Nullable Composition composition;
    private @Nullable ReportDraft own;

    /** By which units a figure is taken apart. */
    public enum Division {
        /** By direct child: 分市. */
        BY_CHILD,
        /** By filling unit: 分县. */
        BY_FILLING_UNIT
    }

    /** Sums for an office; {@code openSignOff} shows the screen of sign-off. */
    public RollUpViewModel(Office office, ReportService reports, ReviewService reviews, PaperService papers, LongWork work,
            Dialogs dialogs, Clock clock, Runnable openSignOff) {
        this.office = office;
        this.reports = reports;
        this.reviews = reviews;
        this.papers = papers;
        this.work = work;
        this.dialogs = dialogs;
        this.clock = clock;
        this.openSignOff = openSignOff;
        sums = new SumReader(office, reports, reviews);
        drill = new SubmissionViewModel(reviews, work);
        parts = new PartsModel(office.units(), this::learn);
        next = new Action(Text.of("rollup.generate"), "Ctrl+Enter", this::doNext);
        focus.subscribe(this::focusMoved);
        judge();
    }

    /** Computes and shows a period's sums. */
    public void show(PeriodId chosen, EditionId form) {
        busy.set(true);
        judge();
        work.stoppable(Text.of("rollup.work.sum"), progress -> sums.load(chosen, form), loaded -> {
            busy.set(false);
            period = chosen;
            edition = office.editions().stream().filter(candidate -> candidate.id().equals(form)).findFirst().orElseThrow();
            composition = loaded.composition();
            own = loaded.own();
            computedAt.set(clock.instant());
            drilled.set(false);
            RollUpView now = loaded.composition().whole().now();
            total.set(now);
            texts.takeIn(now, own);
            build();
        }, this::stopped, this::failed);
    }

    /** Computes anew; what is focused stays. */
    public void refresh() {
        if (period != null && edition != null) {
            show(period, edition.id());
        }
    }

    /** Opens or closes a line of the composition, or opens the revision of a filling unit. */
    public void open(PartRow row) {
        switch (row.kind()) {
            case FILLING -> drillTo(row);
            case OPEN, CLOSED -> parts.unfold(row.unit());
            case TOTAL -> parts.selectedProperty().set(row);
        }
    }

    /** Changes between direct children and filling units. */
    public void otherDivision() {
        ObjectProperty<Division> division = parts.divisionProperty();
        division.set(division.get() == Division.BY_CHILD ? Division.BY_FILLING_UNIT : Division.BY_CHILD);
    }

    /** Focuses a figure or the text of an item as soon as the sums are here; another code changes nothing. */
    public void focusOn(String code) {
        wanted = code;
        focusWanted();
    }

    private void focusWanted() {
        String code = wanted;
        if (!code.isEmpty()) {
            pieces().stream().filter(piece -> piece.place().equals(code)).findFirst().ifPresent(piece -> {
                wanted = "";
                focus.set(piece);
            });
        }
    }

    private List<SheetLine.Piece> pieces() {
        return sheet.stream().filter(SheetLine.Sentence.class::isInstance).flatMap(line -> ((SheetLine.Sentence) line).pieces().stream())
                .toList();
    }

    /** Goes back from a revision to the composition. */
    public void closeDrill() {
        drilled.set(false);
        drill.clear();
    }

    /** Keeps what is written in the overview; called when the field is left. */
    public void keepOverview() {
        ReportDraft draft = own;
        OwnTexts.Written written = draft == null || !isOpen() ? null : texts.keep();
        if (draft != null && written != null) {
            work.inOrder(Text.of("rollup.work.save"), () -> reports.saveNarrative(draft.id(), written.item(), written.text()),
                    saved -> message.set(Text.of("rollup.saved", written.item())), this::failed);
        }
    }

    /** Lines of official sentences. */
    public ObservableList<SheetLine> sheet() { return sheet; }

    /** What the focused figure is made of; the total is the last line. */
    public ObservableList<PartRow> parts() { return parts.rows(); }

    /** Texts from below for the focused item. */
    public ObservableList<RollUpView.Text> texts() { return texts.below(); }

    /** Cases from below for the focused item. */
    public ObservableList<CaseRow> cases() { return texts.cases(); }

    /** What to know about the selected line. */
    public ObservableList<Text> notes() { return parts.notes(); }

    /** The focused figure or text. */
    public ObjectProperty<SheetLine.@Nullable Piece> focusProperty() { return focus; }

    /** The selected line of the composition. */
    public ObjectProperty<@Nullable PartRow> selectedProperty() {
        return parts.selectedProperty();
    }

    /** How the figure is taken apart. */
    public ObjectProperty<Division> divisionProperty() { return parts.divisionProperty(); }

    /** The level's own 综述 for the focused item. */
    public StringProperty overviewProperty() { return texts.overviewProperty(); }

    /** The whole sum with 应报 and 已审; null before it is here. */
    public ReadOnlyObjectProperty<@Nullable RollUpView> totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** When it was computed; null before. */
    public ReadOnlyObjectProperty<@Nullable Instant> computedAtProperty() {
        return computedAt.getReadOnlyProperty();
    }

    /** What to know now. */
    public ReadOnlyObjectProperty<Text> messageProperty() { return message.getReadOnlyProperty(); }

    /** True while the network is asked. */
    public ReadOnlyBooleanProperty busyProperty() { return busy.getReadOnlyProperty(); }

    /** True while a unit's revision is shown in place of the composition. */
    public ReadOnlyBooleanProperty drilledProperty() {
        return drilled.getReadOnlyProperty();
    }

    /** The revision shown. */
    public SubmissionViewModel drill() { return drill; }

    /** What is owed next: finalize, submit, or go on to sign-off. */
    public Action nextAction() { return next; }

    /** True if this level writes texts of its own and they can be changed now. */
    public boolean isOpen() {
        return own == null ? !isRoot() : own.status().isEditable();
    }

    /** True at the root, which only looks. */
    public boolean isRoot() { return office.unit().level() == AdminLevel.MINISTRY; }

    /** Returns units that are not counted, for a cause named WAITING, RETURNED or NOT_REPORTED. */
    public List<RollUpView.Missing> missing(String cause) {
        RollUpView view = total.get();
        return view == null ? List.of() : MissingUnits.of(view, MissingUnits.Cause.valueOf(cause));
    }

    private void build() {
        Composition known = Objects.requireNonNull(composition);
        SheetLine.Piece focused = focus.get();
        sheet.setAll(Sheet.of(Objects.requireNonNull(edition), known, own, isProvince()));
        List<SheetLine.Piece> pieces = pieces();
        focus.set(null);
        focus.set(pieces.stream().filter(piece -> piece.isSame(focused)).findFirst()
                .orElseGet(() -> pieces.stream().filter(SheetLine.Piece.Figure.class::isInstance).findFirst().orElse(null)));
        focusWanted();
        judge();
    }

    private void focusMoved() {
        keepOverview();
        texts.focus(focus.get() instanceof SheetLine.Piece.Narrative narrative ? narrative : null, total.get());
        parts.show(composition, focus.get());
    }

    private void learn(String unit, Runnable afterwards) {
        Composition known = Objects.requireNonNull(composition);
        PeriodId chosen = Objects.requireNonNull(period);
        EditionId form = Objects.requireNonNull(edition).id();
        boolean isCompared = known.whole().before() != null;
        busy.set(true);
        work.stoppable(Text.of("rollup.work.sum"), progress -> sums.branch(unit, chosen, form, isCompared), pair -> {
            busy.set(false);
            known.learn(unit, pair);
            if (known == composition) {
                afterwards.run();
            }
        }, this::stopped, this::failed);
    }

    private void drillTo(PartRow row) {
        parts.selectedProperty().set(row);
        FormEdition form = Objects.requireNonNull(edition);
        UnitId unit = new UnitId(row.unit());
        busy.set(true);
        ReportId chosen = new ReportId(unit, Objects.requireNonNull(period), form.id());
        work.stoppable(Text.of("rollup.work.open"), progress -> reviews.open(chosen), opened -> {
            busy.set(false);
            message.set(Text.NONE);
            drill.show(opened, form,
                    office.units().find(unit).flatMap(found -> office.units().parent(found.id())).map(Unit::name).orElse(""),
                    office.unit().id().value(), false);
            drilled.set(true);
        }, this::stopped, this::failed);
    }

    private boolean isProvince() { return office.unit().level() == AdminLevel.PROVINCE; }

    private void judge() {
        String generate = isProvince() ? "rollup.generate.province" : "rollup.generate";
        ReportDraft draft = own;
        if (busy.get() || total.get() == null) {
            next.refuse(Text.of("rollup.blocked.busy"));
        } else if (isRoot()) {
            next.refuse(Text.of("rollup.blocked.root"));
        } else if (draft == null || draft.status().isEditable()) {
            next.wordsProperty().set(Text.of(generate));
            next.allow();
        } else if (isProvince()) {
            next.wordsProperty().set(Text.of("rollup.toSignOff"));
            next.allow();
        } else {
            next.wordsProperty().set(Text.of("rollup.submit"));
            switch (draft.status()) {
                case FINALIZED -> next.allow();
                default -> next.refuse(Text.of("rollup.blocked.submitted", draft.number()));
            }
        }
    }

    private void doNext() {
        keepOverview();
        ReportDraft draft = own;
        if (draft == null || draft.status().isEditable()) {
            askFinalize();
        } else if (isProvince()) {
            openSignOff.run();
        } else {
            askSubmit(draft);
        }
    }

    private void askFinalize() {
        RollUpView view = Objects.requireNonNull(total.get());
        if (view.missing().isEmpty()) {
            finalizeSummary(ReviewService.MissingUnits.REFUSE);
            return;
        }
        dialogs.confirm(new Dialogs.Confirmation(Text.of("rollup.missing.headline", view.missing().size()),
                Text.of("rollup.missing.sentence", view.due(), view.counted()), MissingUnits.lines(view, missing -> true),
                Text.of("rollup.missing.action")), () -> finalizeSummary(ReviewService.MissingUnits.NAME_THEM));
    }

    private void finalizeSummary(ReviewService.MissingUnits missing) {
        ReportId report = new ReportId(office.unit().id(), Objects.requireNonNull(period),
                Objects.requireNonNull(edition).id());
        Map<String, String> written = texts.written(Objects.requireNonNull(edition));
        List<String> chosen = texts.chosen();
        busy.set(true);
        judge();
        work.aside(Text.of("rollup.work.finalize"), LongWork.Whole.STORED,
                () -> reviews.finalizeSummary(report, written, chosen, missing), draft -> {
                    busy.set(false);
                    own = draft;
                    message.set(Text.of("rollup.done.finalized", draft.number()));
                    build();
                }, this::failed);
    }

    private void askSubmit(ReportDraft draft) {
        dialogs.confirm(new Dialogs.Confirmation(Text.of("rollup.submit.headline", draft.number()), Text.of("rollup.submit.sentence"),
                List.of(), Text.of("rollup.submit")), () -> {
                    busy.set(true);
                    judge();
                    work.inOrder(Text.of("rollup.work.submit"), () -> papers.submit(draft.id()), sent -> {
                        busy.set(false);
                        own = sent;
                        message.set(Text.of("rollup.done.submitted", sent.number()));
                        build();
                    }, this::failed);
                });
    }

    private void stopped() {
        busy.set(false);
        message.set(Text.of("rollup.stopped"));
        judge();
    }

    private void failed(ReportingException failure) {
        busy.set(false);
        message.set(Failure.words(failure));
        judge();
    }
}
