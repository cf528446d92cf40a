package org.shangbao.client.ui.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.ReportTask;
import org.shangbao.client.application.paper.DraftPaper;
import org.shangbao.client.application.paper.LinkMode;
import org.shangbao.client.application.paper.PaperService;
import org.shangbao.client.application.paper.PaperService.PageVerdict;
import org.shangbao.client.application.paper.PaperService.PaperState;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.client.ui.desk.SevenSteps;
import org.shangbao.client.ui.desk.Unlocking;
import org.shangbao.client.ui.shell.Navigator;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** Print, scan and 上报 of the finalized revision. */
public final class PaperViewModel {
    private static final int THUMBNAIL_DOTS_PER_INCH = 45;

    private final ReportDesk desk;
    private final UiServices services;
    private final PaperService papers;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private final Formats formats;
    private final ScreenFrame frame = new ScreenFrame();
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final Action print = new Action(Text.of("paper.act.print"), "Ctrl+P", this::print);
    private final Action save = new Action(Text.of("paper.act.save"), "", this::save);
    private final Action addScan = new Action(Text.of("paper.act.addScan"), "Ctrl+O", this::addScan);
    private final Action submit = new Action(Text.of("paper.act.submit"), "F12", this::submit);
    private final Action unlock = new Action(Text.of("paper.act.unlock"), "", this::unlock);
    private final Action blank = new Action(Text.of("paper.act.blank"), "", () -> unnumbered("paper.blank.title", true));
    private final Action draftPrint = new Action(Text.of("paper.act.draft"), "", () -> unnumbered("paper.draft.title", false));
    private final PreviewViewModel preview;
    private final ScanTaking taking;
    private final Action normalLink = new Action(Text.of("paper.link.normal"), "", () -> packFor(LinkMode.NORMAL));
    private final Action slowLink = new Action(Text.of("paper.link.slow"), "", () -> packFor(LinkMode.SLOW));
    private @Nullable PaperState before;
    private int takes;
    private final Action primary = new Action(Text.NONE, "Ctrl+Enter", this::pressPrimary);

    PaperViewModel(UiContext context, ReportDesk desk) {
        this.desk = desk;
        services = context.services();
        papers = services.papers();
        navigator = context.navigator();
        dialogs = context.dialogs();
        formats = context.formats();
        preview = new PreviewViewModel(papers, context.work(), dialogs);
        preview.shownProperty().subscribe(looked -> refresh());
        taking = new ScanTaking(desk, papers, services.tasks(), dialogs);
        taking.watchProperty().subscribe(watch -> refresh());
        desk.draftProperty().subscribe((before, draft) -> {
            if (before == null || draft == null || !before.id().equals(draft.id()) || before.number() != draft.number()
                    || before.status() != draft.status()) {
                preview.close();
            }
            refresh();
        });
        desk.paperProperty().subscribe(state -> refresh());
        desk.taskProperty().subscribe(task -> refresh());
        desk.busyProperty().subscribe(busy -> refresh());
        desk.failureProperty().subscribe(failure -> refresh());
    }

    /**
     * What the screen shows.
     *
     * @param headline what stands out at the right
     * @param edge     tone of the card around it
     * @param sentence what to do
     * @param problems what is wrong, in the register's words
     * @param advice   what was seen on the paper
     * @param pages    pages of the print, 0 before it is printed
     * @param verdicts one per page, in order
     * @param scanned  true if there is any scan to show
     * @param sizes    what 上报 sends
     * @param way      how the scan goes up: for which link, by what speed, what it was made of
     * @param loose    pages of the scan that fit nowhere
     * @param primary  which button is blue
     * @param take     another number whenever the scan is another one
     */
    record Shown(Text headline, String edge, Text sentence, List<Problem> problems, List<Text> advice, Text revision, int pages,
            List<PageWords> verdicts, boolean scanned, List<Size> sizes, @Nullable Way way, List<Loose> loose, Primary primary,
            boolean sent, int take) {}

    /** A page of the scan that fits nowhere: its place in the scan, its file, true if no code was read on it. */
    record Loose(int position, String fileName, boolean unread) {}

    /** What is wrong, and the page to print anew for it, 0 if none. */
    record Problem(Text sentence, int page) {}

    /** How the scan goes up: true for a slow link, what the estimate stands on, what was done to the scan (empty if there is none). */
    record Way(boolean slow, Text basis, Text made) {}

    /** A page's verdict: mark, words, whether the picture of the scan is there. */
    record PageWords(int page, Mark mark, Text words, boolean accepted, boolean refused) {}

    /** Something that is sent, how large it is, and how long that takes; both empty while it is not there. */
    record Size(Text label, String size, Text time) {}

    /** The one blue button. */
    enum Primary {
        /** Nothing to do here now. */
        NONE,
        /** Print. */
        PRINT,
        /** Add a scan. */
        ADD_SCAN,
        /** Submit. */
        SUBMIT
    }

    ScreenFrame frame() { return frame; }

    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() { return shown.getReadOnlyProperty(); }

    Action printAction() { return print; }

    Action saveAction() { return save; }

    Action scan() { return addScan; }

    Action submitAction() { return submit; }

    Action unlockAction() { return unlock; }

    Action blankAction() { return blank; }

    Action draftAction() { return draftPrint; }

    PreviewViewModel preview() { return preview; }

    ScanTaking taking() { return taking; }

    Action normalLinkAction() { return normalLink; }

    Action slowLinkAction() { return slowLink; }

    private void packFor(LinkMode link) { taking.packFor(link); }

    /** Fetches the picture of a page that fits nowhere. */
    void loosePage(int position, Consumer<byte[]> png) {
        desk.fetch(report -> papers.loosePage(report, position, THUMBNAIL_DOTS_PER_INCH), png);
    }

    /** True if files can be taken in now. */
    boolean takesScans() { return addScan.enabledProperty().get(); }

    /** Opens the print at a page. */
    void look(int page) {
        desk.paperWork(papers::print, paper -> show(paper, page, PreviewViewModel.Range.ALL));
    }

    /** Opens the print to print one page anew. */
    void printAlone(int page) {
        desk.paperWork(papers::print, paper -> show(paper, page, PreviewViewModel.Range.THIS_PAGE));
    }

    private void show(PaperService.Paper paper, int page, PreviewViewModel.Range range) {
        ReportDraft draft = desk.draftProperty().get();
        preview.open(Text.of("paper.preview.title", draft == null ? 0 : draft.number()), paper, page, range);
    }

    private void unnumbered(String title, boolean empty) {
        desk.paperWork(
                report -> empty ? papers.printBlank(report) : DraftPaper.print(services.reports(), services.reviews(), papers, report),
                paper -> preview.open(Text.of(title), paper, 1, PreviewViewModel.Range.ALL));
    }

    void opened() {
        if (desk.taskProperty().get() == null) {
            desk.refresh();
        } else {
            desk.reread();
        }
        refresh();
    }

    /** Fetches the picture of a printed page. */
    void printedPage(int page, Consumer<byte[]> png) {
        desk.fetch(report -> papers.printedPage(report, page, THUMBNAIL_DOTS_PER_INCH), png);
    }

    /** Fetches the picture of a scanned page. */
    void scannedPage(int page, Consumer<byte[]> png) {
        desk.fetch(report -> papers.scannedPage(report, page, THUMBNAIL_DOTS_PER_INCH), png);
    }

    /** Puts everything together; also called when the language changes. */
    void refresh() {
        ReportDraft draft = desk.draftProperty().get();
        ReportTask task = desk.taskProperty().get();
        if (draft == null || task == null || draft.status().isEditable()) {
            shown.set(null);
        } else {
            shown.set(shownOf(draft, task, desk.paperProperty().get()));
        }
        allow(blank, draft != null && !desk.busyProperty().get(), Text.of("paper.why.busy"));
        allow(draftPrint, draft != null && !desk.busyProperty().get(), Text.of("paper.why.busy"));
        refreshFrame(draft, task);
    }

    private Shown shownOf(ReportDraft draft, ReportTask task, @Nullable PaperState state) {
        if (state != before) {
            before = state;
            takes++;
        }
        Shown standing = PaperStanding.of(draft, task, state, takes);
        judge(standing.sent(), state != null && state.printed(), state != null && state.complete(), state);
        return standing;
    }

    private void judge(boolean sent, boolean printed, boolean complete, @Nullable PaperState state) {
        boolean busy = desk.busyProperty().get();
        allow(print, !busy, Text.of("paper.why.busy"));
        allow(save, printed && !busy, Text.of("paper.why.notPrinted"));
        allow(addScan, printed && !sent && !busy, Text.of(sent ? "paper.why.sent" : busy ? "paper.why.busy" : "paper.why.notPrinted"));
        allow(normalLink, !busy, Text.of("paper.why.busy"));
        allow(slowLink, !busy, Text.of("paper.why.busy"));
        allow(unlock, !busy && !sent, Text.of("paper.why.sent"));
        if (sent) {
            submit.refuse(Text.of("paper.why.sent"));
        } else if (!complete) {
            String missing = state == null
                    ? ""
                    : String.join("、",
                            state.verdicts().stream()
                                    .filter(verdict -> verdict.verdict() == PageVerdict.Verdict.MISSING
                                            || verdict.verdict() == PageVerdict.Verdict.REFUSED)
                                    .map(verdict -> Integer.toString(verdict.page())).toList());
            submit.refuse(missing.isEmpty() ? Text.of("paper.why.noScan") : Text.of("paper.why.pages", missing));
        } else {
            allow(submit, !busy, Text.of("paper.why.busy"));
        }
    }

    private static void allow(Action action, boolean possible, Text why) {
        if (possible) {
            action.allow();
        } else {
            action.refuse(why);
        }
    }

    private void print() { desk.print(paper -> show(paper, 1, PreviewViewModel.Range.ALL)); }

    private void save() {
        ReportDraft draft = desk.draftProperty().get();
        if (draft != null) {
            desk.print(paper -> dialogs.chooseSaveTarget(new Dialogs.FileRequest(Text.of("paper.save.title"), Text.of("paper.save.kind"),
                    List.of("*.pdf"), paper.fileName()), target -> write(paper, target)));
        }
    }

    private void write(PaperService.Paper paper, Path target) {
        desk.paperWork(report -> {
            try {
                Files.write(target, paper.pdf());
                return target;
            } catch (IOException e) {
                throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", target.toString()), e);
            }
        }, dialogs::openWithSystem);
    }

    private void addScan() {
        dialogs.chooseFiles(new Dialogs.FileRequest(Text.of("paper.scan.title"), Text.of("paper.scan.kind"),
                List.of("*.pdf", "*.jpg", "*.jpeg", "*.png", "*.tif", "*.tiff"), ""), taking::take);
    }

    private void submit() {
        ReportDraft draft = desk.draftProperty().get();
        ReportTask task = desk.taskProperty().get();
        if (draft == null || task == null) {
            return;
        }
        Text due = task.dueAt() == null ? Text.of("paper.submit.noDue") : Text.of("paper.submit.due", formats.dateTime(task.dueAt()));
        dialogs.confirm(
                new Dialogs.Confirmation(Text.of("paper.submit.headline", formats.period(draft.id().period())),
                        Text.of("paper.submit.sentence"), List.of(Text.of("paper.submit.revision", draft.number()), due),
                        Text.of("paper.act.submit")),
                () -> desk.submit(() -> {}));
    }

    private void unlock() { Unlocking.ask(desk, dialogs, navigator); }

    private void pressPrimary() {
        Shown state = shown.get();
        if (state != null) {
            switch (state.primary()) {
                case PRINT -> print.perform();
                case ADD_SCAN -> addScan.perform();
                case SUBMIT -> submit.perform();
                case NONE -> navigator.open("home");
            }
        }
    }

    private void refreshFrame(@Nullable ReportDraft draft, @Nullable ReportTask task) {
        if (draft == null || task == null) {
            frame.steps().clear();
        } else {
            frame.steps().setAll(SevenSteps.of(task, draft, desk.paperProperty().get(), formats));
            frame.taskProperty().set(task.dueAt() == null
                    ? Text.plain(formats.period(task.report().period()))
                    : Text.of("paper.task", formats.period(task.report().period()), formats.due(task.dueAt()).words()));
        }
        Text failure = desk.failureProperty().get();
        frame.savedProperty().set(failure.isEmpty() ? Text.of("paper.saved") : Text.NONE);
        frame.noteProperty().set(!failure.isEmpty()
                ? failure
                : desk.busyProperty().get()
                        ? Text.of("paper.why.busy")
                        : draft == null || draft.status().isEditable() ? Text.NONE : Text.of("paper.note", draft.number()));
        if (preview.shownProperty().get() != null) {
            frame.actions().setAll(preview.actions());
            frame.hints().setAll(new ScreenFrame.KeyHint("PgDn", Text.of("paper.preview.after")),
                    new ScreenFrame.KeyHint("Ctrl+0", Text.of("paper.preview.zoom")),
                    new ScreenFrame.KeyHint("Esc", Text.of("paper.preview.close")));
            return;
        }
        frame.actions().setAll(print, addScan, submit, primary);
        frame.hints().setAll(new ScreenFrame.KeyHint("Ctrl+P", Text.of("paper.act.print")),
                new ScreenFrame.KeyHint("Ctrl+O", Text.of("paper.act.addScan")),
                new ScreenFrame.KeyHint("F12", Text.of("paper.act.submit")));
    }
}
