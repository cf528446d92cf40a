package org.shangbao.client.ui.home;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.office.OfficeService.LinkState;
import org.shangbao.client.application.office.OfficeService.Waiting;
import org.shangbao.client.application.office.ReportTask;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.FormWords;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.PackageDesk;
import org.shangbao.client.ui.desk.PreReviewDesk;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.client.ui.desk.SevenSteps;
import org.shangbao.client.ui.desk.StatusWords;
import org.shangbao.client.ui.shell.Navigator;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.period.PeriodKind;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.wire.v1.ReviewDecision;

/** What the home screen shows and does. */
public final class HomeViewModel {
    private final Office office;
    private final UiServices services;
    private final LongWork work;
    private final ReportDesk desk;
    private final PreReviewDesk preReview;
    private final PackageDesk packages;
    private final ReadOnlyObjectWrapper<@Nullable PreReviewLines> look = new ReadOnlyObjectWrapper<>();
    private final Navigator navigator;
    private final Formats formats;
    private final ScreenFrame frame = new ScreenFrame();
    private final ReadOnlyObjectWrapper<@Nullable TaskCard> card = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<OwedLine>> others = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<DrillLine>> drills = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<PastReport>> past = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<LinkCard> link = new ReadOnlyObjectWrapper<>(
            new LinkCard(Mark.TIME, Text.of("home.link.unknown"), List.of()));
    private final Action primary = new Action(Text.of("home.act.continue"), "Ctrl+Enter", this::goOn);
    private final Action exchange = new Action(Text.of("home.link.exchange"), "", this::exchange);

    private boolean isShown;

    HomeViewModel(UiContext context, ReportDesk desk, PreReviewDesk preReview, PackageDesk packages) {
        office = context.office();
        services = context.services();
        work = context.work();
        navigator = context.navigator();
        formats = context.formats();
        this.desk = desk;
        this.preReview = preReview;
        this.packages = packages;
        List.of(desk.owedProperty(), desk.taskProperty(), desk.draftProperty(), desk.savedProperty(), desk.failureProperty(),
                preReview.lookProperty(), preReview.failureProperty()).forEach(changing -> changing.subscribe(this::changed));
        packages.onNews(this::reread);
        services.office().watchLink(this::lookAtLink);
    }

    /**
     * The task to work on.
     *
     * @param title    period and form
     * @param mark     mark of its state
     * @param state    its state in words
     * @param progress how far it is, in one line
     * @param left     time left in words, empty if no window is known
     * @param urgent   less than a day is left
     * @param due      until when, in words
     * @param edge     tone of the card's edge
     * @param returned true if it came back with reasons
     * @param groups   progress by indicator
     * @param reasons  reasons of a return, with name and value of the figure
     * @param hint     what the button leads to
     * @param kept     what stays safe while it is corrected, empty if not returned
     */
    record TaskCard(Text title, Mark mark, Text state, Text progress, String left, boolean urgent, Text due, String edge, boolean returned,
            List<ScreenFrame.Step> steps, List<GroupTile> groups, List<ReasonLine> reasons, Text hint, Text kept) {}

    /** An indicator: number, name, how many are filled, its mark and word. */
    record GroupTile(int number, Text name, String filled, Mark mark, Text word) {}

    /** A reason of a return: code, name, value with unit, words. */
    record ReasonLine(String code, Text name, Text value, String words) {}

    /** Another report that is owed: period, state, how far it is, time left, its one next thing. */
    record OwedLine(ReportTask task, Text title, Mark mark, Text state, Text progress, String left, boolean urgent, Text next) {}

    /** A drill: its name and how far it is. */
    record DrillLine(ReportTask task, Text title, Text progress) {}

    /** An earlier report. */
    record PastReport(ReportTask task, Text period, Mark mark, Text state, Text story, Text paper) {}

    /** What waits and when something last came. */
    record LinkCard(Mark mark, Text words, List<Text> waiting) {}

    ScreenFrame frame() { return frame; }

    ReadOnlyObjectProperty<@Nullable TaskCard> cardProperty() { return card.getReadOnlyProperty(); }

    /** What else is owed, most pressing first. */
    ReadOnlyObjectProperty<List<OwedLine>> othersProperty() {
        return others.getReadOnlyProperty();
    }

    /** Drills, apart from everything that counts. */
    ReadOnlyObjectProperty<List<DrillLine>> drillsProperty() {
        return drills.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<PastReport>> pastProperty() { return past.getReadOnlyProperty(); }

    ReadOnlyObjectProperty<LinkCard> linkProperty() { return link.getReadOnlyProperty(); }

    /** What is said about the look from above, null where it is not offered. */
    ReadOnlyObjectProperty<@Nullable PreReviewLines> lookProperty() {
        return look.getReadOnlyProperty();
    }

    Action sendForPreReview() { return preReview.sendAction(); }

    /** 存成上报数据包, for a draft that waits. */
    Action savePackage() { return preReview.saveAction(); }

    /** Files that bring something, and what became of them. */
    PackageDesk packages() { return packages; }

    Action primary() { return primary; }

    Action exchangeAction() { return exchange; }

    /** Name of the unit above, empty at the root. */
    String aboveName() { return office.above() == null ? "" : office.above().name(); }

    /** Telephone of the unit above, empty if not known. */
    String abovePhone() { return office.abovePhone(); }

    void opened() {
        desk.refresh();
        preReview.refresh();
        lookAtLink();
        refresh();
    }

    /** The screen stands in the window from now on. */
    void shown() {
        isShown = true;
        refresh();
    }

    /** Nobody sees the screen any more; it is put together again when it comes back, not with every save elsewhere. */
    void hidden() {
        isShown = false;
    }

    private void changed() {
        if (isShown) {
            refresh();
        }
    }

    private void reread() {
        desk.refresh();
        desk.reread();
        preReview.refresh();
        lookAtLink();
    }

    private void lookAtLink() { services.tasks().runAside(services.office()::link, this::show, failure -> {}); }

    /** Does the next thing with a report. */
    void goOn(ReportTask task) {
        TaskWords.Next next = TaskWords.next(task);
        desk.open(task);
        navigator.open(next.screen(), next.place());
    }

    void view(ReportTask task) {
        desk.open(task);
        navigator.open(task.status().isEditable() ? "fill" : "paper");
    }

    void correct(String code) {
        TaskWords.foremost(desk.owedProperty().get()).ifPresent(task -> {
            desk.open(task);
            navigator.open("fill", code);
        });
    }

    private void refresh() {
        List<ReportTask> tasks = desk.owedProperty().get();
        Optional<ReportTask> foremost = TaskWords.foremost(tasks);
        foremost.ifPresent(task -> {
            card.set(cardOf(task, draftOf(task)));
            primary.wordsProperty().set(TaskWords.next(task).words());
        });
        ReportTask open = desk.taskProperty().get();
        boolean offered = preReview.isOffered() && open != null && open.kind() != PeriodKind.DRILL
                && foremost.filter(task -> task.report().equals(open.report())).isPresent();
        look.set(offered
                ? PreReviewLines.of(preReview.lookProperty().get(), preReview.failureProperty().get(), draftOf(open), formats)
                : null);
        List<ReportTask> owed = TaskWords.owed(tasks);
        others.set(owed.stream().filter(task -> !foremost.get().equals(task)).map(this::owedLine).toList());
        drills.set(tasks.stream().filter(task -> task.kind() == PeriodKind.DRILL).map(task -> new DrillLine(task, title(task),
                Text.of("home.progress", task.filled(), task.asked()))).toList());
        past.set(tasks.stream().filter(task -> task.kind() != PeriodKind.DRILL && !TaskWords.isOwed(task))
                .filter(task -> !foremost.get().equals(task)).map(this::pastReport).toList());
        frame.actions().setAll(primary, packages.takeAction());
        frame.hints().setAll(new ScreenFrame.KeyHint("Tab", Text.of("home.hint.move")),
                new ScreenFrame.KeyHint("Ctrl+O", packages.takeAction().wordsProperty().get()),
                new ScreenFrame.KeyHint("Ctrl+Enter", primary.wordsProperty().get()));
        Text failure = desk.failureProperty().get();
        frame.savedProperty().set(failure.isEmpty() ? Text.of("home.saved") : Text.NONE);
        frame.noteProperty().set(failure.isEmpty() ? Text.plain(formats.now()) : failure);
    }

    /** The open report's content, if it is this task's. */
    private @Nullable ReportDraft draftOf(ReportTask task) {
        ReportDraft draft = desk.draftProperty().get();
        return draft != null && draft.id().equals(task.report()) ? draft : null;
    }

    private @Nullable FormEdition editionOf(ReportTask task) {
        return office.editions().stream().filter(edition -> edition.id().equals(task.report().edition())).findFirst().orElse(null);
    }

    private Text title(ReportTask task) {
        return Text.of("home.title." + task.kind().name().toLowerCase(Locale.ROOT), formats.period(task.report().period()));
    }

    private static boolean isSent(ReportTask task) {
        return task.status() == ReportStatus.SUBMITTED || task.status() == ReportStatus.CORRECTED;
    }

    private Formats.@Nullable Due dueOf(ReportTask task) {
        Instant dueAt = task.dueAt();
        return dueAt == null || isSent(task) ? null : formats.due(dueAt);
    }

    private OwedLine owedLine(ReportTask task) {
        Formats.Due due = dueOf(task);
        return new OwedLine(task, title(task), StatusWords.mark(task), StatusWords.of(task),
                Text.of("home.progress", task.filled(), task.asked()), due == null ? "" : due.words(), due != null && due.urgent(),
                TaskWords.next(task).words());
    }

    private TaskCard cardOf(ReportTask task, @Nullable ReportDraft draft) {
        Instant dueAt = task.dueAt();
        // a returned report that was shown again as a draft still has its reasons
        boolean returned = task.status() == ReportStatus.RETURNED || !task.reasons().isEmpty() && task.status().isEditable();
        Formats.Due due = dueOf(task);
        Text dueWords = dueAt == null
                ? Text.NONE
                : Text.of(returned ? "home.due.again" : "home.due", formats.dateTimeWithDay(dueAt));
        Text progress = returned
                ? Text.of("home.returned", task.returnedBy(), task.reasons().size())
                : Text.of("home.progress", task.filled(), task.asked());
        String edge = returned ? "red" : !isSent(task) ? "blue" : task.delivered() ? "green" : "amber";
        FormEdition edition = editionOf(task);
        return new TaskCard(title(task), StatusWords.mark(task), StatusWords.of(task), progress, due == null ? "" : due.words(),
                due != null && due.urgent(), dueWords, edge, returned, SevenSteps.of(task),
                task.groups().stream().map(group -> tile(group, edition)).toList(),
                task.reasons().stream().map(reason -> reasonLine(reason, edition, draft)).toList(), hint(task, draft),
                returned ? Text.of("home.returned.kept", task.number() + 1) : Text.NONE);
    }

    private static GroupTile tile(ReportTask.GroupProgress group, @Nullable FormEdition edition) {
        Text name = edition == null
                ? Text.plain(group.name())
                : edition.indicators().stream().filter(indicator -> indicator.number() == group.number()).findFirst()
                        .map(FormWords::of).orElse(Text.plain(group.name()));
        String filled = group.filled() + "/" + group.asked();
        if (group.filled() == 0 && group.asked() > 0) {
            return new GroupTile(group.number(), name, filled, Mark.EMPTY, Mark.EMPTY.word());
        }
        if (group.mustFix() > 0 && group.mustFix() > group.asked() - group.filled()) {
            return new GroupTile(group.number(), name, filled, Mark.MUST_FIX,
                    Text.of("home.tile.mustFix", group.mustFix() - (group.asked() - group.filled())));
        }
        if (group.mustExplain() > 0) {
            return new GroupTile(group.number(), name, filled, Mark.MUST_EXPLAIN, Text.of("home.tile.mustExplain", group.mustExplain()));
        }
        if (group.filled() < group.asked()) {
            return new GroupTile(group.number(), name, filled, Mark.EMPTY, Text.of("home.tile.empty", group.asked() - group.filled()));
        }
        return new GroupTile(group.number(), name, filled, Mark.DONE, Text.of("home.tile.done"));
    }

    private static ReasonLine reasonLine(ReviewDecision.Reason reason, @Nullable FormEdition edition, @Nullable ReportDraft draft) {
        if (edition == null) {
            return new ReasonLine(reason.code(), Text.NONE, Text.NONE, reason.text());
        }
        var figure = edition.figures().get(reason.code());
        if (figure == null) {
            return new ReasonLine(reason.code(), edition.item(reason.code()).map(FormWords::of).orElse(Text.NONE), Text.NONE,
                    reason.text());
        }
        String value = draft == null
                ? ""
                : Optional.ofNullable(draft.figures().get(reason.code())).map(typed -> Formats.figure(typed.value())).orElse("");
        return new ReasonLine(reason.code(), FormWords.of(figure), value.isEmpty() ? Text.NONE : new Text.Counted(value, figure.unit()),
                reason.text());
    }

    private PastReport pastReport(ReportTask task) {
        Text story = task.lastAt() == null
                ? Text.of("home.past.untouched")
                : Text.of("home.past.changed", formats.dateTime(task.lastAt()));
        Text paper = Text.of(task.scanAccepted() ? "home.past.paperHere" : "home.past.paperMissing");
        return new PastReport(task, Text.plain(formats.period(task.report().period())), StatusWords.mark(task), StatusWords.of(task), story,
                paper);
    }

    private static Text hint(ReportTask task, @Nullable ReportDraft draft) {
        if (draft == null || draft.lastFocus() == null || !task.status().isEditable() || task.filled() == task.asked()) {
            return Text.NONE;
        }
        String code = draft.lastFocus();
        var figure = draft.edition().figures().get(code);
        return figure == null ? Text.NONE : Text.of("home.hint.place", code, FormWords.of(figure));
    }

    private void goOn() { TaskWords.foremost(desk.owedProperty().get()).ifPresent(this::goOn); }

    private void exchange() {
        exchange.refuse(Text.of("home.link.underWay"));
        link.set(new LinkCard(Mark.TIME, Text.of("home.link.underWay"), link.get().waiting()));
        work.stoppable(Text.of("home.link.underWay"), progress -> services.office().exchange(), state -> {
            exchange.allow();
            show(state);
            reread();
        }, () -> {
            exchange.allow();
            link.set(new LinkCard(Mark.TIME, Text.of("home.link.stopped"), link.get().waiting()));
            desk.refresh();
        }, failure -> {
            exchange.allow();
            link.set(new LinkCard(Mark.WAITING_FOR_NETWORK, Failure.words(failure), link.get().waiting()));
        });
    }

    private Text waiting(Waiting item) {
        Text what = Text.of("home.waiting." + item.kind().toLowerCase(Locale.ROOT),
                formats.period(ReportId.parse(item.reportId()).period()));
        return Text.of("home.link.item", what, Formats.size(item.sent()), Formats.size(item.size()));
    }

    private void show(LinkState state) {
        List<Text> waiting = state.waiting().stream()
                .map(this::waiting).toList();
        Instant last = state.lastContact();
        Text contact = last == null ? Text.of("home.link.never") : Text.of("home.link.last", formats.dateTime(last));
        Text words = waiting.isEmpty() ? Text.of("home.link.nothing", contact) : Text.of("home.link.waiting", waiting.size(), contact);
        Mark mark = state.connected() ? Mark.DONE : last == null ? Mark.TIME : Mark.WAITING_FOR_NETWORK;
        link.set(new LinkCard(mark, words, waiting));
    }
}
