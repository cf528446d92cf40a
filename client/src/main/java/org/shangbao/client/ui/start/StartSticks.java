package org.shangbao.client.ui.start;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.shangbao.client.application.enrolment.EnrolmentSearch.Sighted;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.start.StartViewModel.Page;

/** 授权文件 that were found on drives that can be pulled out; each is a choice, none is taken by itself. */
final class StartSticks {
    /** Levels above that tell two counties of one name apart; the page that asks whether it is the right one names all. */
    private static final int NEAREST = 2;
    private final OfficeDoor door;
    private final TaskRunner tasks;
    private final StartHost host;
    private final Consumer<Path> read;
    private final Action again = new Action(Text.of("start.stick.again"), "F5", this::look);
    private List<Offer> offers = List.of();
    private boolean isLooking;

    /**
     * A file that was found.
     *
     * @param words which file on which drive
     * @param unit  whose it is, and that its signature holds
     * @param take  goes on with it: whose it is stands there to be confirmed
     */
    record Offer(Text words, Text unit, Action take) {}

    /** @param read reads the file that is chosen */
    StartSticks(OfficeDoor door, TaskRunner tasks, StartHost host, Consumer<Path> read) {
        this.door = door;
        this.tasks = tasks;
        this.host = host;
        this.read = read;
    }

    List<Offer> offers() { return offers; }

    /** Looks again, for a stick that came late. */
    Action againAction() { return again; }

    /** Looks beside everything else; what is found appears on the page if it is still the one shown. */
    void look() {
        if (isLooking) {
            return;
        }
        isLooking = true;
        again.refuse(Text.of("start.stick.looking"));
        tasks.runAside(door::sticks, found -> {
            isLooking = false;
            again.allow();
            offers = found.stream().map(sighted -> offer(sighted, found.indexOf(sighted) == 0)).toList();
            if (host.isShown(Page.CHOOSE)) {
                host.show(Page.CHOOSE);
            }
        }, failure -> {
            isLooking = false;
            again.allow();
        });
    }

    private Offer offer(Sighted sighted, boolean isFirst) {
        Path drive = sighted.drive();
        String name = drive.getFileName() == null ? drive.toString() : drive.getFileName().toString();
        return new Offer(Text.of("start.stick.found", name, String.valueOf(sighted.file().getFileName())),
                Text.of("start.stick.unit", sighted.offer().unitName(),
                        String.join(" · ", sighted.offer().above().stream().limit(NEAREST).toList())),
                new Action(Text.of("start.stick.take"), isFirst ? "Ctrl+Enter" : "", () -> read.accept(sighted.file())));
    }
}
