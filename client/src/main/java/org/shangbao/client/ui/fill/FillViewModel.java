package org.shangbao.client.ui.fill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.report.Answer;
import org.shangbao.client.application.report.DraftFigure;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.PreReviewDesk;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.client.ui.shell.Navigator;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;

/** Filling: which blank is worked on, what stands in each, what the margin and the findings say. */
public final class FillViewModel {
    private final ReportDesk desk;
    private final PreReviewDesk preReview;
    private final Navigator navigator;
    private final Formats formats;
    private final FillFrame frame;
    private final FillKeys keys;
    private final MarginNotes notes;
    private final LiveFindings live;
    private final Edits edits;
    private final Choices choices;
    private final ItemTexts texts;
    private final ReadOnlyObjectWrapper<@Nullable Sheet> sheet = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<String, BlankContent>> blanks = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Map<String, FigureRow>> rows = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<List<Rail.Group>> rail = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<FindingCard>> cards = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable MarginNote> note = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<FillMode> mode = new ReadOnlyObjectWrapper<>(FillMode.DOCUMENT);
    private final ReadOnlyObjectWrapper<RowFilter> filter = new ReadOnlyObjectWrapper<>(RowFilter.ALL);
    private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper target = new ReadOnlyStringWrapper("");
    private List<String> filtered = List.of();

    FillViewModel(UiContext context, ReportDesk desk, PreReviewDesk preReview) {
        this.desk = desk;
        this.preReview = preReview;
        navigator = context.navigator();
        formats = context.formats();
        notes = new MarginNotes(context.formats());
        live = new LiveFindings(this::refreshBeside);
        edits = new Edits(desk, new Edits.Listener() {
            @Override
            public void changed() { refreshBlanks(); }

            @Override
            public void goTo(String place) { FillViewModel.this.goTo(place); }

            @Override
            public void refused(Text why) { say(why); }
        });
        choices = new Choices(desk, edits, this::say);
        texts = new ItemTexts(desk, context.dialogs());
        keys = new FillKeys(this, desk, preReview, navigator);
        frame = new FillFrame(desk, context.formats(), keys.check(), keys.paper(), keys.others());
        choices.openProperty().subscribe(choice -> frame.rest(choice != null, mode.get()));
        choices.columnsProperty().subscribe(columns -> frame.rest(columns != null, mode.get()));
        desk.draftProperty().subscribe(draft -> take());
        preReview.lookProperty().subscribe(look -> refreshBeside());
        preReview.toldProperty().subscribe(this::say);
        preReview.failureProperty().subscribe(this::say);
        desk.taskProperty().subscribe(task -> refreshFrame());
        desk.paperProperty().subscribe(state -> refreshFrame());
        desk.savedProperty().subscribe(saved -> say(Text.NONE));
        desk.failureProperty().subscribe(failure -> refreshFrame());
    }

    ScreenFrame frame() { return frame.shown(); }

    /** Changes of answers. */
    Edits edits() { return edits; }

    /** What is asked before many answers change. */
    Choices choices() { return choices; }

    /** Texts and files of items. */
    ItemTexts texts() { return texts; }

    /** What the keys do. */
    FillKeys keys() { return keys; }

    /** The sheet, null before a report is read. */
    ReadOnlyObjectProperty<@Nullable Sheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /** What every blank holds, by code. */
    ReadOnlyObjectProperty<Map<String, BlankContent>> blanksProperty() {
        return blanks.getReadOnlyProperty();
    }

    /** What stands beside every blank in the table, by code. */
    ReadOnlyObjectProperty<Map<String, FigureRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Rail.Group>> railProperty() { return rail.getReadOnlyProperty(); }

    ReadOnlyObjectProperty<List<FindingCard>> cardsProperty() { return cards.getReadOnlyProperty(); }

    ReadOnlyObjectProperty<@Nullable MarginNote> noteProperty() { return note.getReadOnlyProperty(); }

    /** Document or table. */
    ReadOnlyObjectProperty<FillMode> modeProperty() { return mode.getReadOnlyProperty(); }

    /** Which rows of the table are shown. */
    ReadOnlyObjectProperty<RowFilter> filterProperty() { return filter.getReadOnlyProperty(); }

    /** The blank or text worked on, empty before the first. */
    ReadOnlyStringProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Where the focus shall go; emptied once it is there. */
    ReadOnlyStringProperty targetProperty() {
        return target.getReadOnlyProperty();
    }

    /** True if this office may type. */
    boolean isEditable() {
        ReportDraft draft = desk.draftProperty().get();
        return draft != null && draft.status().isEditable();
    }

    /** Reads the report and goes to a blank; to the last one if none is named. */
    void opened(String place) {
        String wanted = place;
        if (wanted.isEmpty()) {
            ReportDraft draft = desk.draftProperty().get();
            wanted = !current.get().isEmpty() ? current.get() : draft == null || draft.lastFocus() == null ? "" : draft.lastFocus();
        }
        if (desk.taskProperty().get() == null) {
            desk.refresh();
        } else {
            desk.reread();
        }
        goTo(wanted.isEmpty() ? firstOpen() : wanted);
    }

    /** The blank or text now has the focus. */
    void focused(String code) {
        if (!code.equals(current.get())) {
            current.set(code);
            live.clear();
            if (isEditable()) {
                desk.rememberFocus(code);
            }
        }
        refreshBeside();
    }

    /** The text of the blank worked on has changed; nothing is stored before it is left. */
    void typing(String code, String text) {
        ReportDraft draft = desk.draftProperty().get();
        if (draft != null && draft.status().isEditable() && code.equals(current.get())) {
            live.typed(draft, code, text);
        }
    }

    /** Takes what was typed into a blank; shown as it is until it is durable. */
    void commit(String code, String typed) {
        BlankContent before = blanks.get().get(code);
        live.clear();
        if (before != null && !before.state().isReadOnly()) {
            edits.figure(code, typed);
        }
    }

    /** Writes the office's own words on what a figure counts. */
    void commitNote(String code, String text) {
        ReportDraft draft = desk.draftProperty().get();
        if (draft != null && !text.strip().equals(draft.broughtForward().notes().getOrDefault(code, ""))) {
            desk.putFigureNote(code, text.strip());
        }
    }

    /** Says something at the foot of the window until the next change. */
    void say(Text sentence) { frame.say(sentence, mode.get()); }

    /** Goes to the other view; the place is kept. */
    void switchMode() {
        show(mode.get() == FillMode.DOCUMENT ? FillMode.TABLE : FillMode.DOCUMENT);
    }

    /** Shows a view; the place is kept. */
    void show(FillMode wanted) {
        String place = current.get();
        filter.set(RowFilter.ALL);
        mode.set(wanted);
        refreshFrame();
        goTo(place.isEmpty() ? firstOpen() : place);
    }

    /** Shows only some rows; which they are is decided now, so that none vanishes while it is worked on. */
    void show(RowFilter wanted) {
        filtered = blanks.get().entrySet().stream().filter(entry -> wanted.takes(entry.getValue().state())).map(Map.Entry::getKey).toList();
        filter.set(RowFilter.ALL);
        filter.set(wanted);
        if (!isShown(current.get())) {
            stops().stream().filter(this::isShown).findFirst().ifPresent(this::goTo);
        }
    }

    /** True if the row is among those shown. */
    boolean isShown(String code) {
        return filter.get() == RowFilter.ALL || filtered.contains(code);
    }

    /** Returns how many figures a filter would show. */
    int count(RowFilter counted) {
        return (int) blanks.get().values().stream().filter(content -> !content.state().isReadOnly() || counted == RowFilter.ALL)
                .filter(content -> counted.takes(content.state())).count();
    }

    /** Finds figures and items by code, name, sentence or own words. */
    List<Finder.Hit> find(String query) {
        ReportDraft draft = desk.draftProperty().get();
        return draft == null ? List.of() : Finder.find(draft.edition(), stops(), draft.broughtForward().notes(), query);
    }

    /** Several cells were pasted into a row of the table. */
    void pasteCells(String code, String clipboard) {
        ReportDraft draft = desk.draftProperty().get();
        if (draft != null) {
            List<String> rows = new ArrayList<>(List.of(code));
            for (String next = after(code); !next.equals(rows.getLast()); next = after(next)) {
                rows.add(next);
            }
            choices.askCells(rows.stream().filter(draft.figures()::containsKey).toList(), clipboard);
        }
    }

    /** The next place that can be typed in, or the same at the end. */
    String after(String code) { return neighbour(code, 1); }

    /** The place before, or the same at the beginning. */
    String before(String code) { return neighbour(code, -1); }

    private String neighbour(String code, int step) {
        List<String> order = stops();
        int at = order.indexOf(code);
        for (int i = at + step; at >= 0 && i >= 0 && i < order.size(); i += step) {
            BlankContent content = blanks.get().get(order.get(i));
            boolean open = content == null
                    || content.state() != BlankState.NOT_APPLICABLE && (!content.state().isReadOnly() || !isEditable());
            if (open && isShown(order.get(i))) {
                return order.get(i);
            }
        }
        return code;
    }

    private List<String> stops() {
        Sheet laid = sheet.get();
        return laid == null ? List.of() : laid.stops();
    }

    /** Sends the focus to a blank, or to the first blank of an item. */
    void goTo(String code) {
        if (!code.isEmpty() && !isShown(code)) {
            filter.set(RowFilter.ALL);
        }
        target.set("");
        target.set(code);
    }

    /** The focus has arrived. */
    void arrived() { target.set(""); }

    /** Name of the period that is filled, as {@code 2024年10月}. */
    String period() {
        ReportDraft draft = desk.draftProperty().get();
        return draft == null ? "" : formats.period(draft.id().period());
    }

    /** Name of the period compared with. */
    Text previousPeriod() {
        ReportDraft draft = desk.draftProperty().get();
        return draft == null || draft.previousPeriod() == null
                ? Text.of("fill.table.previous")
                : Text.of("fill.table.previousOf", formats.period(draft.previousPeriod()));
    }

    /** Goes to the next finding after the blank worked on, or to the one before. */
    void jump(int step) {
        List<String> places = cards.get().stream().map(FindingCard::place).filter(place -> !place.isEmpty()).distinct().toList();
        if (!places.isEmpty()) {
            int at = places.indexOf(current.get());
            int next = at < 0 ? (step > 0 ? 0 : places.size() - 1) : Math.floorMod(at + step, places.size());
            goTo(places.get(next));
        }
    }

    /** Goes to the next answer that waits to be confirmed. */
    void nextUnconfirmed() {
        ReportDraft draft = desk.draftProperty().get();
        List<String> order = stops();
        List<String> open = draft == null
                ? List.of()
                : order.stream().filter(code -> FindingCard.isUnconfirmed(draft, code)).toList();
        open.stream().filter(code -> order.indexOf(code) > order.indexOf(current.get())).findFirst()
                .or(() -> open.stream().findFirst()).ifPresent(this::goTo);
    }

    /** Opens the check screen to explain a finding. */
    void explain(String findingKey) { navigator.open("check", findingKey); }

    /** Types the suggestion of a card into its blank. */
    void takeSuggestion(FindingCard card) {
        commit(card.place(), card.suggestion());
        goTo(card.place());
    }

    private String firstOpen() {
        Sheet laid = sheet.get();
        if (laid == null || laid.stops().isEmpty()) {
            return "";
        }
        return laid.codes().stream().filter(code -> blanks.get().get(code) instanceof BlankContent content
                && content.state() == BlankState.EMPTY).findFirst().orElse(laid.stops().getFirst());
    }

    private void take() {
        ReportDraft draft = desk.draftProperty().get();
        if (draft == null) {
            edits.leave();
            live.clear();
            current.set("");
            sheet.set(null);
            blanks.set(Map.of());
            rows.set(Map.of());
            cards.set(List.of());
            rail.set(List.of());
            note.set(null);
            refreshFrame();
            return;
        }
        Sheet laid = Sheet.of(draft);
        boolean first = sheet.get() == null;
        if (!laid.equals(sheet.get())) {
            refreshBlanks(draft, laid);
            sheet.set(laid);
        } else {
            refreshBlanks();
        }
        if (first && target.get().isEmpty()) {
            String last = draft.lastFocus();
            goTo(last == null ? firstOpen() : last);
        }
    }

    private void refreshBlanks() {
        ReportDraft draft = desk.draftProperty().get();
        Sheet laid = sheet.get();
        if (draft != null && laid != null) {
            refreshBlanks(draft, laid);
        }
    }

    private void refreshBlanks(ReportDraft draft, Sheet laid) {
        BlankStates states = BlankStates.of(draft);
        Map<String, BlankContent> contents = new HashMap<>();
        for (DraftFigure figure : draft.figures().values()) {
            contents.put(figure.code(), edits.pending(AnswerKey.figure(figure.code())) instanceof Answer.Figure given
                    ? new BlankContent(given.typed(), given.typed(), states.content(figure).state())
                    : states.content(figure));
        }
        draft.summed().forEach((code, value) -> contents.putIfAbsent(code,
                new BlankContent(Formats.figure(value), value, BlankState.FIXED)));
        laid.codes().forEach(code -> contents.putIfAbsent(code, new BlankContent("", "", BlankState.FIXED)));
        blanks.set(Map.copyOf(contents));
        rows.set(FigureRow.of(draft, contents));
        rail.set(Rail.of(draft, laid, contents));
        refreshBeside();
        refreshFrame();
    }

    /** Cards and note; with what is being typed, if something is. */
    private void refreshBeside() {
        ReportDraft stored = desk.draftProperty().get();
        if (stored == null) {
            note.set(null);
            return;
        }
        ReportDraft draft = live.over(stored);
        String code = current.get();
        if (draft != stored && mode.get() == FillMode.TABLE) {
            rows.set(FigureRow.with(rows.get(), draft, code));
        }
        note.set(code.isEmpty() ? null : notes.of(draft, code));
        cards.set(draft.status().isEditable() ? FindingCard.of(draft, code, preReview.notes()) : List.of());
    }

    /** Puts together what the frame shows; also called when the language changes. */
    void refreshFrame() { frame.refresh(mode.get()); }
}
