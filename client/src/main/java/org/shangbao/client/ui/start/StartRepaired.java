package org.shangbao.client.ui.start;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.help.HelpService;
import org.shangbao.client.application.store.StoreRepairs;
import org.shangbao.client.application.store.StoreRepairs.Repair;
import org.shangbao.client.application.store.StoreRepairs.RestoredFigure;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.FormWords;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.start.OfficeDoor.Opened;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;

/** 上次没有正常关闭，已经修复: what was repaired when the folder was opened, figure by figure, before the office's screens. */
final class StartRepaired {
    private static final int MOST_SHOWN = 6;

    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Formats formats;
    private final Consumer<Opened> enter;
    private final ReadOnlyObjectWrapper<Text> outcome = new ReadOnlyObjectWrapper<>(Text.NONE);
    private final Action goOn = new Action(Text.of("start.repaired.on"), "Ctrl+Enter", this::goOn);
    private final Action export = new Action(Text.of("start.repaired.export"), "", this::export);
    private @Nullable Opened opened;

    StartRepaired(TaskRunner tasks, Dialogs dialogs, Formats formats, Consumer<Opened> enter) {
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.formats = formats;
        this.enter = enter;
    }

    /** A restored figure as it is shown. */
    record Row(String code, Text name, String typed, String at) {}

    void use(Opened found) {
        opened = found;
        List<RestoredFigure> figures = found.repairs().figures();
        goOn.wordsProperty().set(figures.isEmpty()
                ? Text.of("start.repaired.on")
                : Text.of("start.repaired.back", figures.getLast().code()));
    }

    private StoreRepairs repairs() { return Objects.requireNonNull(opened).repairs(); }

    /** The headline: after a power cut, or after damage. */
    Text headline() {
        boolean isDamage = repairs().repairs().stream().anyMatch(repair -> repair != Repair.REPLAYED && repair != Repair.TAIL_CUT);
        return Text.of(isDamage ? "start.repaired.damage" : "start.repaired.headline");
    }

    /** A sentence for each kind of repair. */
    List<Text> sentences() {
        List<Text> sentences = new ArrayList<>();
        for (Repair repair : EnumSet.allOf(Repair.class)) {
            if (repairs().repairs().contains(repair) && repair != Repair.TAIL_CUT) {
                sentences.add(Text.of("start.repaired." + repair.name()));
            }
        }
        return sentences;
    }

    Text checked() { return Text.of("start.repaired.checked", repairs().checked()); }

    Text restored() {
        return repairs().figures().isEmpty()
                ? Text.of("start.repaired.saves", repairs().restored())
                : Text.of("start.repaired.figures", repairs().figures().size());
    }

    /** When the last restored figure was typed, empty if not known. */
    String last() {
        List<RestoredFigure> figures = repairs().figures();
        Instant at = figures.isEmpty() ? null : figures.getLast().at();
        return at == null ? "" : formats.dateTime(at);
    }

    /** The last figures restored, in the order in which they were typed. */
    List<Row> rows() {
        List<RestoredFigure> figures = repairs().figures();
        List<FormEdition> editions = Objects.requireNonNull(opened).office().editions();
        return figures.subList(Math.max(0, figures.size() - MOST_SHOWN), figures.size()).stream().map(figure -> {
            Instant at = figure.at();
            return new Row(figure.code(), name(editions, figure.code()), figure.typed(), at == null ? "" : formats.dateTime(at));
        }).toList();
    }

    /** How many restored figures are not in the rows. */
    int more() { return Math.max(0, repairs().figures().size() - MOST_SHOWN); }

    private static Text name(List<FormEdition> editions, String code) {
        for (FormEdition edition : editions) {
            FigureDefinition definition = edition.figures().get(code);
            if (definition != null) {
                return FormWords.of(definition);
            }
        }
        return Text.NONE;
    }

    /** Where the files as they were found are kept; empty if none had to be. */
    String keptIn() { return repairs().keptIn(); }

    /** How the export ended. */
    ReadOnlyObjectProperty<Text> outcomeProperty() { return outcome.getReadOnlyProperty(); }

    Action goOnAction() { return goOn; }

    Action exportAction() { return export; }

    private void goOn() {
        Opened found = opened;
        if (found != null) {
            opened = null;
            List<RestoredFigure> figures = found.repairs().figures();
            enter.accept(figures.isEmpty() ? found : found.at(figures.getLast().code()));
        }
    }

    private void export() {
        HelpService help = Objects.requireNonNull(opened).services().help();
        dialogs.chooseSaveTarget(new Dialogs.FileRequest(Text.of("start.repaired.export"), Text.of("start.repaired.export.kind"),
                List.of("*.zip"), "shangbao.zip"), target -> tasks.runAside(() -> {
                    help.exportDiagnostics(target, HelpService.Figures.LEFT_OUT);
                    return target;
                }, done -> outcome.set(Text.of("start.repaired.exported", String.valueOf(done.getFileName()))),
                        failure -> outcome.set(Failure.words(failure))));
    }
}
