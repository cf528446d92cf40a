package org.shangbao.client.ui.help;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.help.HelpService;
import org.shangbao.client.application.help.HelpService.Figures;
import org.shangbao.client.application.help.OperationCard;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.office.OfficeReading;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.FormWords;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.shell.Navigator;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;
import org.shangbao.model.edition.Indicator;
import org.shangbao.model.edition.Item;
import org.shangbao.model.unit.FormLevel;

/** What the help screen shows and does. */
public final class HelpViewModel {
    /** Steps of the card, in order. */
    private static final List<String> STEPS = List.of("open", "fill", "check", "explain", "print", "scan", "submit");
    private static final List<String> TROUBLES = List.of("power", "oldPage", "mistake", "returned", "network", "late");

    private final Office office;
    private final HelpService help;
    private final LongWork work;
    private final Messages messages;
    private final Dialogs dialogs;
    private final Navigator navigator;
    private final ScreenFrame frame = new ScreenFrame();
    private final ReadOnlyObjectWrapper<Text> outcome = new ReadOnlyObjectWrapper<>(Text.NONE);
    private final BooleanProperty withFigures = new SimpleBooleanProperty();
    private final Action export = new Action(Text.of("help.export"), "", this::export);
    private final Action card = new Action(Text.of("help.card"), "Ctrl+P", this::printCard);
    private final Action back = new Action(Text.of("help.back"), "Esc", this::back);
    private final Action keeping = new Action(Text.of("help.keeping"), "", this::openKeeping);
    private final boolean hasKeeping;
    private final ReadOnlyObjectWrapper<@Nullable Guide> asked = new ReadOnlyObjectWrapper<>();
    private String from = "";

    HelpViewModel(UiContext context) {
        office = context.office();
        help = context.services().help();
        work = context.work();
        messages = context.messages();
        dialogs = context.dialogs();
        navigator = context.navigator();
        hasKeeping = context.services().keeping() != null;
        frame.actions().setAll(back, card);
        frame.hints().setAll(new ScreenFrame.KeyHint("Esc", Text.of("help.back")));
    }

    /** A step: number, name, what to do, what is seen when it is done. */
    record Step(int number, Text name, Text todo, Text seen) {}

    /** Something that went wrong and what helps. */
    record Trouble(Text what, Text cure) {}

    /** 填报说明 of an item, with the edition's own remark. */
    record Guide(String code, Text name, Text words) {}

    ScreenFrame frame() { return frame; }

    /** 填报说明 of the item help was asked about, null if of none. */
    ReadOnlyObjectProperty<@Nullable Guide> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    private static boolean isAbout(String code, Guide guide) { return code.equals(guide.code()) || code.startsWith(guide.code() + "."); }

    /** How the export ended, empty before. */
    ReadOnlyObjectProperty<Text> outcomeProperty() { return outcome.getReadOnlyProperty(); }

    /** Whether figures go into the 诊断包. */
    BooleanProperty withFiguresProperty() { return withFigures; }

    Action exportAction() { return export; }

    Action cardAction() { return card; }

    Action backAction() { return back; }

    /** True if there is a folder whose backups and passwords can be looked after. */
    boolean hasKeeping() { return hasKeeping; }

    Action keepingAction() { return keeping; }

    private void openKeeping() { navigator.open("keeping"); }

    void opened(String place) {
        if (!place.isEmpty()) {
            String[] parts = place.split(" ", 2);
            from = parts[0];
            asked.set(guides().stream().filter(guide -> parts.length > 1 && isAbout(parts[1], guide)).findFirst().orElse(null));
        }
    }

    /** Returns the steps; what is seen is quoted from the screens themselves. */
    static List<Step> steps() {
        List<Text> seen = List.of(Text.of("common.due.left", Text.of("common.length.days", 9)), Text.of("home.saved"),
                Text.of("check.passed"), Text.of("desk.step.explained", 3, 3), Text.of("paper.head.sign"),
                Text.of("desk.step.scanned", 6, 6),
                Text.of("paper.say.delivered"));
        List<Step> steps = new ArrayList<>();
        for (String name : STEPS) {
            steps.add(new Step(steps.size() + 1, Text.of("help.step." + name), Text.of("help.todo." + name), seen.get(steps.size())));
        }
        return steps;
    }

    static List<Trouble> troubles() {
        return TROUBLES.stream().map(name -> new Trouble(Text.of("help.trouble." + name), Text.of("help.cure." + name))).toList();
    }

    /** 填报说明 of the items this office fills, in official order; items without one are left out. */
    List<Guide> guides() {
        FormLevel form = OfficeReading.formOf(office.unit());
        List<Guide> guides = new ArrayList<>();
        for (Indicator indicator : office.editions().isEmpty() ? List.<Indicator>of() : office.editions().getFirst().indicators()) {
            for (Item item : indicator.items()) {
                String words = (item.guidance() + "\n" + item.remark()).strip();
                if (item.filledBy() == form && !words.isEmpty()) {
                    guides.add(new Guide(item.code(), FormWords.of(item), new Text.Bilingual(words, item.guidanceEn())));
                }
            }
        }
        return guides;
    }

    private void back() { navigator.open(from.isEmpty() ? "home" : from); }

    private void printCard() {
        dialogs.chooseSaveTarget(new Dialogs.FileRequest(Text.of("help.card"), Text.of("help.card.kind"), List.of("*.pdf"), "card.pdf"),
                target -> {
                    card.refuse(Text.of("help.card.underWay"));
                    OperationCard words = CardWords.of(messages);
                    work.stoppable(Text.of("help.card.underWay"), progress -> {
                        help.printCard(target, words);
                        return target;
                    }, done -> {
                        card.allow();
                        dialogs.openWithSystem(done);
                    }, () -> {
                        card.allow();
                        outcome.set(Text.of("help.card.stopped"));
                    }, failure -> {
                        card.allow();
                        outcome.set(Failure.words(failure));
                    });
                });
    }

    private void export() {
        dialogs.chooseSaveTarget(new Dialogs.FileRequest(Text.of("help.export"), Text.of("help.export.kind"), List.of("*.zip"),
                "shangbao-" + office.unit().id().value() + ".zip"), target -> {
                    export.refuse(Text.of("help.export.underWay"));
                    outcome.set(Text.NONE);
                    Figures figures = withFigures.get() ? Figures.INCLUDED : Figures.LEFT_OUT;
                    work.stoppable(Text.of("help.export.underWay"), progress -> {
                        help.exportDiagnostics(target, figures);
                        return target;
                    }, done -> {
                        export.allow();
                        outcome.set(Text.of("help.export.done", String.valueOf(done.getFileName())));
                    }, () -> {
                        export.allow();
                        outcome.set(Text.of("help.export.stopped"));
                    }, failure -> {
                        export.allow();
                        outcome.set(Failure.words(failure));
                    });
                });
    }
}
