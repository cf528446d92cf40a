package org.shangbao.client.ui.fill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.ReportTask;
import org.shangbao.client.application.report.DraftFigure;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.DraftFindings;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.client.ui.desk.SevenSteps;
import org.shangbao.client.ui.shell.Navigator;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;
import org.shangbao.model.edition.NarrativeDefinition;
import org.shangbao.model.report.Attachment;

/** Filling: which blank is worked on, what stands in each, what the margin and the findings say. */
public final class FillViewModel {
    private final ReportDesk desk;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private final Formats formats;
    private final ScreenFrame frame = new ScreenFrame();
    private final ReadOnlyObjectWrapper<@Nullable Sheet> sheet = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<String, BlankContent>> blanks = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<List<RailGroup>> rail = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<FindingCard>> cards = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable MarginNote> note = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper target = new ReadOnlyStringWrapper("");
    private final Set<String> pending = new HashSet<>();
    private final Action check = new Action(Text.of("fill.act.check"), "F9", this::check);
    private final Action paper = new Action(Text.of("fill.act.paper"), "Ctrl+Enter", this::toPaper);

    FillViewModel(UiContext context, ReportDesk desk) {
        this.desk = desk;
        navigator = context.navigator();
        dialogs = context.dialogs();
        formats = context.formats();
        desk.draftProperty().subscribe(draft -> take());
        desk.taskProperty().subscribe(task -> refreshFrame());
        desk.paperProperty().subscribe(state -> refreshFrame());
        desk.savedProperty().subscribe(saved -> refreshFrame());
        desk.failureProperty().subscribe(failure -> refreshFrame());
    }

    /**
     * What a blank holds.
     *
     * @param shown  text while nobody types in it
     * @param edited text to begin typing with
     * @param state  look
     */
    record BlankContent(String shown, String edited, BlankState state) {}

    /** A group in the rail. */
    record RailGroup(int number, Text name, String filled, Mark mark, Text word, List<RailItem> items) {}

    /** An item in the rail and the blank it leads to. */
    record RailItem(String code, Text name, Mark mark, Text word, String firstBlank) {}

    /**
     * The note beside the item worked on.
     *
     * @param code     figure or item
     * @param name     what it counts
     * @param unit     unit, empty for a text
     * @param previous last period: name of the period and value; empty if there is none
     * @param lastYear value of the same period last year, empty if there is none
     * @param change   change against last period, empty if it cannot be said
     * @param loud     true if the change is a finding
     * @param guidance 填报说明
     */
    record MarginNote(String code, Text name, String unit, Text previousPeriod, String previous, String lastYear, String change,
            boolean loud, String guidance) {}

    ScreenFrame frame() { return frame; }

    /** The sheet, null before a report is read. */
    ReadOnlyObjectProperty<@Nullable Sheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /** What every blank holds, by code. */
    ReadOnlyObjectProperty<Map<String, BlankContent>> blanksProperty() {
        return blanks.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<RailGroup>> railProperty() { return rail.getReadOnlyProperty(); }

    ReadOnlyObjectProperty<List<FindingCard>> cardsProperty() { return cards.getReadOnlyProperty(); }

    ReadOnlyObjectProperty<@Nullable MarginNote> noteProperty() { return note.getReadOnlyProperty(); }

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
            if (isEditable()) {
                desk.rememberFocus(code);
            }
        }
        refreshNote();
        refreshCards();
    }

    /** Takes what was typed into a blank; shown as it is until it is durable. */
    void commit(String code, String typed) {
        BlankContent before = blanks.get().get(code);
        if (before == null || before.state().isReadOnly()) {
            return;
        }
        pending.add(code);
        Map<String, BlankContent> changed = new HashMap<>(blanks.get());
        changed.put(code, new BlankContent(typed, typed, before.state()));
        blanks.set(changed);
        desk.saveFigure(code, typed, () -> {
            pending.remove(code);
            refreshBlanks();
        });
    }

    /** Takes the text of an item. */
    void commitNarrative(String itemCode, String text) { desk.saveNarrative(itemCode, text, () -> {}); }

    /** Lets the person choose files for an item. */
    void attach(String itemCode) {
        dialogs.chooseFiles(new Dialogs.FileRequest(Text.of("fill.attach.title"), Text.of("fill.attach.kind"),
                List.of("*.pdf", "*.docx", "*.doc", "*.wps", "*.xlsx", "*.jpg", "*.png"), ""), files -> attach(itemCode, files));
    }

    private void attach(String itemCode, List<Path> files) { desk.attach(itemCode, files); }

    String narrative(String itemCode) {
        ReportDraft draft = desk.draftProperty().get();
        return draft == null ? "" : draft.narratives().getOrDefault(itemCode, "");
    }

    List<String> attachments(String itemCode) {
        ReportDraft draft = desk.draftProperty().get();
        return draft == null
                ? List.of()
                : draft.attachments().getOrDefault(itemCode, List.of()).stream().map(FillViewModel::words).toList();
    }

    private static String words(Attachment file) { return file.fileName() + "  " + Formats.size(file.size()); }

    /** What a text is asked for: about and at most how many characters; zeros if no text is asked. */
    int[] narrativeBounds(String itemCode) {
        ReportDraft draft = desk.draftProperty().get();
        NarrativeDefinition definition = draft == null
                ? null
                : draft.edition().item(itemCode).map(item -> item.narrative()).orElse(null);
        return definition == null ? new int[]{ 0, 0 } : new int[]{ definition.lengthAbout(), definition.lengthMost() };
    }

    /** Words printed above the text field of an item. */
    String narrativeLabel(String itemCode) {
        ReportDraft draft = desk.draftProperty().get();
        NarrativeDefinition definition = draft == null
                ? null
                : draft.edition().item(itemCode).map(item -> item.narrative()).orElse(null);
        return definition == null ? "" : definition.label();
    }

    /** The next blank that can be typed in, or the same at the end. */
    String after(String code) { return neighbour(code, 1); }

    /** The blank before, or the same at the beginning. */
    String before(String code) { return neighbour(code, -1); }

    private String neighbour(String code, int step) {
        Sheet laid = sheet.get();
        if (laid == null) {
            return code;
        }
        List<String> order = laid.codes();
        int at = order.indexOf(code);
        for (int i = at + step; at >= 0 && i >= 0 && i < order.size(); i += step) {
            BlankContent content = blanks.get().get(order.get(i));
            if (content != null && content.state() != BlankState.NOT_APPLICABLE
                    && (!content.state().isReadOnly() || !isEditable())) {
                return order.get(i);
            }
        }
        return code;
    }

    /** Sends the focus to a blank, or to the first blank of an item. */
    void goTo(String code) {
        target.set("");
        target.set(code);
    }

    /** The focus has arrived. */
    void arrived() { target.set(""); }

    /** Goes to the next finding after the blank worked on. */
    void nextFinding() { jump(1); }

    /** Goes to the finding before. */
    void previousFinding() { jump(-1); }

    private void jump(int step) {
        List<String> places = cards.get().stream().map(FindingCard::place).filter(place -> !place.isEmpty()).distinct().toList();
        if (!places.isEmpty()) {
            int at = places.indexOf(current.get());
            int next = at < 0 ? (step > 0 ? 0 : places.size() - 1) : Math.floorMod(at + step, places.size());
            goTo(places.get(next));
        }
    }

    /** Opens the check screen to explain a finding. */
    void explain(String findingKey) { navigator.open("check", findingKey); }

    /** Types the suggestion of a card into its blank. */
    void takeSuggestion(FindingCard card) {
        commit(card.place(), card.suggestion());
        goTo(card.place());
    }

    Action checkAction() { return check; }

    private void check() { desk.check(() -> navigator.open("check")); }

    private void toPaper() { navigator.open("paper"); }

    private String firstOpen() {
        Sheet laid = sheet.get();
        if (laid == null) {
            return "";
        }
        return laid.codes().stream().filter(code -> blanks.get().get(code) instanceof BlankContent content
                && content.state() == BlankState.EMPTY).findFirst().orElse(laid.codes().getFirst());
    }

    private void take() {
        ReportDraft draft = desk.draftProperty().get();
        if (draft == null) {
            pending.clear();
            current.set("");
            sheet.set(null);
            blanks.set(Map.of());
            cards.set(List.of());
            rail.set(List.of());
            note.set(null);
            refreshFrame();
            return;
        }
        Sheet laid = Sheet.of(draft);
        refreshBlanks();
        boolean first = sheet.get() == null;
        if (!laid.equals(sheet.get())) {
            sheet.set(laid);
        }
        if (first && target.get().isEmpty()) {
            String last = draft.lastFocus();
            goTo(last == null ? firstOpen() : last);
        }
    }

    private void refreshBlanks() {
        ReportDraft draft = desk.draftProperty().get();
        if (draft == null) {
            return;
        }
        BlankStates states = BlankStates.of(draft);
        Map<String, BlankContent> contents = new HashMap<>();
        for (DraftFigure figure : draft.figures().values()) {
            BlankContent shown = blanks.get().get(figure.code());
            contents.put(figure.code(), pending.contains(figure.code()) && shown != null ? shown : states.content(figure));
        }
        draft.summed().forEach((code, value) -> contents.putIfAbsent(code,
                new BlankContent(Formats.figure(value), value, BlankState.FIXED)));
        Sheet.of(draft).codes().forEach(code -> contents.putIfAbsent(code, new BlankContent("", "", BlankState.FIXED)));
        blanks.set(Map.copyOf(contents));
        rail.set(Rail.of(draft, blanks.get()));
        refreshCards();
        refreshNote();
        refreshFrame();
    }

    private void refreshCards() {
        ReportDraft draft = desk.draftProperty().get();
        cards.set(draft == null || !draft.status().isEditable() ? List.of() : FindingCard.of(draft, current.get()));
    }

    private void refreshNote() {
        ReportDraft draft = desk.draftProperty().get();
        String code = current.get();
        if (draft == null || code.isEmpty()) {
            note.set(null);
            return;
        }
        note.set(draft.edition().itemOfFigure(code).map(item -> {
            var definition = item.figures().stream().filter(figure -> figure.code().equals(code)).findFirst().orElseThrow();
            return noteOf(draft, code, Optional.ofNullable(draft.figures().get(code)), new Text.Bilingual(definition.label(),
                    definition.labelEn()), definition.unit(), item.guidance());
        }).or(() -> draft.edition().item(code).map(item -> noteOf(draft, code, Optional.empty(),
                new Text.Bilingual(item.shortName(), item.shortNameEn()), "", item.guidance()))).orElse(null));
    }

    private MarginNote noteOf(ReportDraft draft, String code, Optional<DraftFigure> figure, Text name, String unit, String guidance) {
        Text period = draft.previousPeriod() == null
                ? Text.NONE
                : Text.of("fill.note.previous", formats.period(draft.previousPeriod()));
        boolean loud = DraftFindings.of(draft).mustExplain().stream().anyMatch(finding -> finding.codes().contains(code));
        return new MarginNote(code, name, unit, period, figure.map(typed -> Formats.figure(typed.previous())).orElse(""),
                figure.map(typed -> Formats.figure(typed.lastYear())).orElse(""),
                figure.flatMap(typed -> Formats.change(typed.value(), typed.previous())).orElse(""), loud, guidance);
    }

    /** Puts together what the frame shows; also called when the language changes. */
    void refreshFrame() {
        ReportDraft draft = desk.draftProperty().get();
        ReportTask task = desk.taskProperty().get();
        boolean editable = isEditable();
        List<Action> actions = new ArrayList<>(List.of(new Action(Text.NONE, "F8", this::nextFinding),
                new Action(Text.NONE, "Shift+F8", this::previousFinding)));
        if (draft == null || task == null) {
            frame.steps().clear();
            frame.stepActionProperty().set(null);
            frame.savedProperty().set(Text.NONE);
        } else {
            frame.steps().setAll(SevenSteps.of(task, draft, desk.paperProperty().get(), formats));
            frame.stepActionProperty().set(editable ? check : paper);
            actions.add(editable ? check : paper);
            if (editable) {
                actions.add(new Action(Text.NONE, "Ctrl+Enter", this::check));
            }
            ReportDesk.Saved saved = desk.savedProperty().get();
            frame.savedProperty().set(saved == null
                    ? Text.of("fill.saved")
                    : saved.code().isEmpty()
                            ? Text.of("fill.savedAt", formats.time(saved.at()))
                            : Text.of("fill.savedCode", saved.code(), formats.time(saved.at())));
            frame.taskProperty().set(task.dueAt() == null || !editable
                    ? Text.plain(formats.period(task.report().period()))
                    : Text.of("fill.task", formats.period(task.report().period()), formats.due(task.dueAt()).words()));
        }
        Text failure = desk.failureProperty().get();
        if (!failure.isEmpty()) {
            frame.savedProperty().set(Text.NONE);
        }
        frame.noteProperty().set(failure.isEmpty() ? draft == null ? Text.NONE : Text.of("fill.reading", revision(draft)) : failure);
        frame.actions().setAll(actions);
        frame.hints().setAll(new ScreenFrame.KeyHint("Enter", Text.of("fill.hint.next")),
                new ScreenFrame.KeyHint("Shift+Enter", Text.of("fill.hint.previous")),
                new ScreenFrame.KeyHint("F8", Text.of("fill.hint.finding")), new ScreenFrame.KeyHint("F9", Text.of("fill.act.check")));
    }

    private static Text revision(ReportDraft draft) {
        return Text.of("desk.revision", draft.status().isEditable() ? draft.number() + 1 : draft.number());
    }
}
