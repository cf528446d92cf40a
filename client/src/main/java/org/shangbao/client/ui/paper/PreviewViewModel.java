package org.shangbao.client.ui.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.paper.PaperService;
import org.shangbao.client.application.paper.PaperService.Paper;
import org.shangbao.client.application.paper.Printers;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** One paper looked at page by page before it goes to a printer or into a file. FX thread only. */
public final class PreviewViewModel {
    /** Zoom that follows the width there is. */
    public static final int FIT_WIDTH = 0;
    private static final List<Integer> STEPS = List.of(25, 50, 75, 100, 125, 150, 200, 300);
    private static final int WHOLE = 100;

    private final PaperService papers;
    private final LongWork work;
    private final Dialogs dialogs;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper(1);
    private final ReadOnlyIntegerWrapper zoom = new ReadOnlyIntegerWrapper(FIT_WIDTH);
    private final ReadOnlyObjectWrapper<@Nullable List<String>> printers = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Text> message = new ReadOnlyObjectWrapper<>(Text.NONE);
    private final StringProperty printer = new SimpleStringProperty("");
    private final ObjectProperty<Range> range = new SimpleObjectProperty<>(Range.ALL);
    private final IntegerProperty copies = new SimpleIntegerProperty(1);
    private final Action print = new Action(Text.of("paper.act.print"), "Ctrl+P", this::print);
    private final Action save = new Action(Text.of("paper.act.save"), "", this::save);
    private final Action close = new Action(Text.of("paper.preview.close"), "Esc", this::close);
    private final Action before = new Action(Text.of("paper.preview.before"), "", () -> turnTo(page.get() - 1));
    private final Action after = new Action(Text.of("paper.preview.after"), "", () -> turnTo(page.get() + 1));
    private final Action larger = new Action(Text.plain("＋"), "", () -> step(1));
    private final Action smaller = new Action(Text.plain("－"), "", () -> step(-1));
    private final Action whole = new Action(Text.plain("100 %"), "", () -> zoom.set(WHOLE));
    private final Action fit = new Action(Text.of("paper.preview.fit"), "", () -> zoom.set(FIT_WIDTH));
    private @Nullable Paper paper;
    private int fitted = WHOLE;
    private boolean busy;

    /** What is on the screen: its title and how many pages it has. */
    public record Shown(Text title, int pages) {}

    /** Which pages go to the printer. */
    public enum Range {
        /** All of them. */
        ALL,
        /** The one that is looked at, in place of one that was spoilt. */
        THIS_PAGE
    }

    PreviewViewModel(PaperService papers, LongWork work, Dialogs dialogs) {
        this.papers = papers;
        this.work = work;
        this.dialogs = dialogs;
        printer.subscribe(this::judge);
        judge();
    }

    /**
     * Opens a paper.
     *
     * @param first  page to begin with
     * @param wanted whether the whole paper or that page alone is to be printed
     */
    void open(Text title, Paper opened, int first, Range wanted) {
        paper = opened;
        page.set(Math.clamp(first, 1, opened.pages()));
        range.set(wanted);
        copies.set(1);
        message.set(Text.NONE);
        shown.set(new Shown(title, opened.pages()));
        judge();
        work.tasks().runAside(papers::printers, this::offer, failure -> offer(List.of()));
    }

    private void offer(List<Printers.Printer> found) {
        List<String> names = found.stream().map(Printers.Printer::name).toList();
        printers.set(names);
        if (!names.contains(printer.get())) {
            printer.set(names.isEmpty() ? "" : names.getFirst());
        }
        judge();
    }

    /** What is looked at; null while nothing is. */
    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Page looked at, from 1. */
    public ReadOnlyIntegerProperty pageProperty() { return page.getReadOnlyProperty(); }

    /** Size in percent, {@link #FIT_WIDTH} to follow the width. */
    public ReadOnlyIntegerProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    /** Names of the printers, the usual one first; null until they are known, empty if there is none. */
    public ReadOnlyObjectProperty<@Nullable List<String>> printersProperty() {
        return printers.getReadOnlyProperty();
    }

    /** The chosen printer, empty if there is none. */
    public StringProperty printerProperty() { return printer; }

    /** Which pages are printed. */
    public ObjectProperty<Range> rangeProperty() { return range; }

    /** How many copies. */
    public IntegerProperty copiesProperty() { return copies; }

    /** What came of printing or saving. */
    public ReadOnlyObjectProperty<Text> messageProperty() { return message.getReadOnlyProperty(); }

    Action printAction() { return print; }

    Action saveAction() { return save; }

    Action closeAction() { return close; }

    Action beforeAction() { return before; }

    Action afterAction() { return after; }

    Action largerAction() { return larger; }

    Action smallerAction() { return smaller; }

    Action wholeAction() { return whole; }

    Action fitAction() { return fit; }

    /** What the keys of the screen do while a paper is looked at. */
    List<Action> actions() { return List.of(print, close); }

    /** Says which size the width gave; from there + and − go on. */
    public void fitted(int percent) { fitted = percent; }

    /** Between the page's own size and the width there is. */
    public void toggleZoom() {
        zoom.set(zoom.get() == WHOLE ? FIT_WIDTH : WHOLE);
    }

    /** Turns to a page; one that is not there changes nothing. */
    public void turnTo(int wanted) {
        Shown current = shown.get();
        if (current != null && wanted >= 1 && wanted <= current.pages()) {
            page.set(wanted);
            judge();
        }
    }

    /** Turns to the last page. */
    public void turnToEnd() {
        Shown current = shown.get();
        if (current != null) {
            turnTo(current.pages());
        }
    }

    /**
     * Draws a page off the FX thread.
     *
     * @param decode off the FX thread
     * @param then   on the FX thread, only if the same paper is still looked at
     */
    public <T> void fetch(int number, int dotsPerInch, Function<byte[], T> decode, Consumer<T> then) {
        Paper current = paper;
        if (current != null) {
            work.tasks().runAside(() -> decode.apply(papers.page(current, number, dotsPerInch)), drawn -> {
                if (current == paper) {
                    then.accept(drawn);
                }
            }, failure -> message.set(Failure.words(failure)));
        }
    }

    private void step(int direction) {
        int now = zoom.get() == FIT_WIDTH ? fitted : zoom.get();
        STEPS.stream().filter(step -> direction > 0 ? step > now : step < now)
                .reduce((one, other) -> direction > 0 ? one : other).ifPresent(zoom::set);
    }

    private void print() {
        Paper current = paper;
        if (current == null) {
            return;
        }
        boolean all = range.get() == Range.ALL;
        Printers.PrintOrder order = new Printers.PrintOrder(printer.get(), all ? 1 : page.get(), all ? current.pages() : page.get(),
                Math.clamp(copies.get(), 1, Printers.PrintOrder.MOST_COPIES));
        busy = true;
        judge();
        message.set(Text.of("paper.preview.printing"));
        work.stoppable(Text.of("paper.work.printing"), progress -> {
            papers.sendToPrinter(current, order);
            return order;
        }, sent -> {
            busy = false;
            message.set(Text.of("paper.preview.printed", sent.printer(), sent.lastPage() - sent.firstPage() + 1, sent.copies()));
            judge();
        }, () -> {
            busy = false;
            message.set(Text.of("paper.preview.stopped"));
            judge();
        }, this::failed);
    }

    private void save() {
        Paper current = paper;
        if (current != null) {
            dialogs.chooseSaveTarget(new Dialogs.FileRequest(Text.of("paper.save.title"), Text.of("paper.save.kind"), List.of("*.pdf"),
                    current.fileName()),
                    target -> work.aside(Text.of("paper.work.saving"), LongWork.Whole.STORED, () -> write(current, target), saved -> {
                        message.set(Text.of("paper.preview.saved", String.valueOf(saved.getFileName())));
                        dialogs.openWithSystem(saved);
                    }, this::failed));
        }
    }

    private static Path write(Paper current, Path target) throws ReportingException {
        try {
            return Files.write(target, current.pdf());
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", String.valueOf(target.getFileName())), e);
        }
    }

    private void failed(ReportingException failure) {
        busy = false;
        message.set(Failure.words(failure));
        judge();
    }

    /** Closes the paper. */
    void close() {
        paper = null;
        shown.set(null);
    }

    private void judge() {
        Shown current = shown.get();
        List<String> found = printers.get();
        if (busy) {
            print.refuse(Text.of("paper.why.busy"));
        } else if (found == null) {
            print.refuse(Text.of("paper.preview.looking"));
        } else if (found.isEmpty()) {
            print.refuse(Text.of("paper.preview.noPrinter"));
        } else {
            print.allow();
        }
        before.enabledProperty().set(page.get() > 1);
        after.enabledProperty().set(current != null && page.get() < current.pages());
    }
}
