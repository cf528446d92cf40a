package org.shangbao.client.ui.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.transfer.PackageNames;
import org.shangbao.client.application.transfer.PackageService;
import org.shangbao.client.application.transfer.Taken;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.shell.UiContext;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.Unit;
import org.shangbao.wire.v1.transfer.PartOutcome;
import org.shangbao.wire.v1.transfer.TransferPackage;

/** 上报数据包 at the window: saving and taking files, and what became of the last ones, in words. FX thread only. */
public final class PackageDesk {
    private final PackageService packages;
    private final Office office;
    private final LongWork work;
    private final Dialogs dialogs;
    private final Formats formats;
    private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>(Told.NOTHING);
    private final Action take = new Action(Text.of("desk.package.take"), "Ctrl+O", this::choose);
    private Runnable news = () -> {};
    private Supplier<Told> words = () -> Told.NOTHING;

    /** A desk of this office. */
    public PackageDesk(UiContext context) {
        packages = context.services().packages();
        office = context.office();
        work = context.work();
        dialogs = context.dialogs();
        formats = context.formats();
    }

    /**
     * What became of the last files.
     *
     * @param mark  how it went
     * @param lines what to know, empty if nothing was done yet
     */
    public record Told(Mark mark, List<Text> lines) {
        /** Nothing was done yet. */
        public static final Told NOTHING = new Told(Mark.DONE, List.of());

        /** Copies the list. */
        public Told {
            lines = List.copyOf(lines);
        }
    }

    /** Has {@code read} called whenever a file may have brought something. */
    public void onNews(Runnable read) { news = read; }

    /** What became of the last files. */
    public ReadOnlyObjectProperty<Told> toldProperty() { return told.getReadOnlyProperty(); }

    /** 导入文件. */
    public Action takeAction() { return take; }

    /** Puts what was told into the language chosen now; dates are written out. */
    public void reword() { told.set(words.get()); }

    private void tell(Supplier<Told> wording) {
        words = wording;
        reword();
    }

    private static Dialogs.FileRequest request(String title, String suggestedName) {
        return new Dialogs.FileRequest(Text.of(title), Text.of("desk.package.kind"), List.of("*" + TransferPackage.SUFFIX), suggestedName);
    }

    private void choose() { dialogs.chooseFiles(request("desk.package.take.title", ""), this::take); }

    /** Takes files one after the other; one that is refused does not hold up the others. */
    public void take(List<Path> files) {
        work.stoppable(Text.of("desk.package.work.take"), progress -> {
            List<Supplier<Told>> each = new ArrayList<>();
            for (Path file : files) {
                progress.orGiveUp();
                each.add(taken(file));
            }
            return each;
        }, each -> {
            tell(() -> together(each.stream().map(Supplier::get).toList()));
            news.run();
        }, () -> {
            stopped();
            news.run();
        }, this::failed);
    }

    private static Told together(List<Told> each) {
        Mark mark = each.stream().map(Told::mark).reduce((one, other) -> one == other ? one : Mark.MUST_EXPLAIN).orElse(Mark.DONE);
        return new Told(mark, each.stream().flatMap(one -> one.lines().stream()).toList());
    }

    private Supplier<Told> taken(Path file) throws ReportingException {
        try {
            Taken taken = packages.take(file);
            return () -> wordsOf(taken);
        } catch (ReportingException e) {
            if (e.error() == ErrorCode.STORE_NOT_WRITABLE || e.error() == ErrorCode.STORE_DAMAGED) {
                throw e;
            }
            return () -> new Told(Mark.MUST_EXPLAIN,
                    List.of(Text.of("desk.package.refused", String.valueOf(file.getFileName()), Failure.words(e))));
        }
    }

    private Told wordsOf(Taken taken) {
        return switch (taken) {
            case Taken.News all -> {
                List<Text> lines = new ArrayList<>(List.of(Text.of("desk.package.news", formats.dateTime(all.at()))));
                all.periods().forEach(period -> lines.add(Text.of("desk.package.period", formats.period(period))));
                if (all.arrived() > 0) {
                    lines.add(Text.of("desk.package.arrived", all.arrived()));
                }
                if (all.reports() > 0) {
                    lines.add(Text.of("desk.package.reports", all.reports()));
                }
                if (all.unknown() > 0) {
                    lines.add(Failure.words(new ReportingException(ErrorCode.PACKAGE_NEWER, Map.of())));
                }
                yield told(lines, all.refused(), all.unknown() == 0);
            }
            case Taken.NothingNew nothing ->
                told(List.of(Text.of("desk.package.nothing", formats.dateTime(nothing.at()))), List.of(), true);
            case Taken.PassedOn passed -> told(
                    List.of(Text.of("desk.package.passedOn", passed.unitName(), formats.period(passed.period()), passed.taken())),
                    passed.refused(), true);
            case Taken.Waits waits -> new Told(Mark.WAITING_FOR_NETWORK,
                    List.of(Text.of("desk.package.waits", waits.unitName(), formats.period(waits.period()))));
        };
    }

    private static Told told(List<Text> lines, List<PartOutcome> refused, boolean isWhole) {
        List<Text> all = new ArrayList<>(lines);
        refused.forEach(part -> all.add(
                Text.of("desk.package.part", Failure.words(new ReportingException(ErrorCode.of(part.code()), part.details())))));
        return new Told(refused.isEmpty() && isWhole ? Mark.DONE : Mark.MUST_EXPLAIN, all);
    }

    /** Asks where to and saves the drafts of a report that wait. */
    public void save(ReportId report, Runnable saved) {
        dialogs.chooseSaveTarget(request("desk.package.save.title", PackageNames.preReview(office.unit().name(), report.period())),
                target -> work.inOrder(Text.of("desk.package.work.save"), () -> packages.save(report, target), drafts -> {
                    tell("desk.package.saved", String.valueOf(target.getFileName()), drafts);
                    saved.run();
                }, this::failed));
    }

    /** Asks where to and saves the package that goes back to a unit below. */
    public void saveFor(Unit unit, PeriodId period) {
        dialogs.chooseSaveTarget(request("desk.package.reply.title", PackageNames.reply(unit.name(), period)),
                target -> work.stoppable(Text.of("desk.package.work.reply"), progress -> packages.saveFor(unit.id(), target),
                        reading -> tell("desk.package.reply." + reading, unit.name(), String.valueOf(target.getFileName())),
                        this::stopped, this::failed));
    }

    private void tell(String key, Object... values) {
        Told done = new Told(Mark.DONE, List.of(Text.of(key, values)));
        tell(() -> done);
    }

    private void stopped() {
        Told stopped = new Told(Mark.TIME, List.of(Text.of("desk.package.stopped")));
        tell(() -> stopped);
    }

    private void failed(ReportingException failure) {
        Told refused = new Told(Mark.MUST_EXPLAIN, List.of(Failure.words(failure)));
        tell(() -> refused);
    }
}
