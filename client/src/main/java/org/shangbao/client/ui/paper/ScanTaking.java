package org.shangbao.client.ui.paper;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.paper.ByHand;
import org.shangbao.client.application.paper.LinkMode;
import org.shangbao.client.application.paper.PaperService;
import org.shangbao.client.application.paper.ScanWatch;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.wire.v1.PaperByHand;

/** How scans come in: chosen, dropped, or found in the folder of the scanner; watched while they are read. FX thread only. */
final class ScanTaking {
    private static final Set<String> KINDS = Set.of("pdf", "jpg", "jpeg", "png", "tif", "tiff");

    private final ReportDesk desk;
    private final PaperService papers;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final ReadOnlyObjectWrapper<@Nullable ScanWatch> watch = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Folder> folder = new ReadOnlyObjectWrapper<>(new Folder("", List.of(), Text.NONE));
    private final Action stop = new Action(Text.of("paper.act.stop"), "", this::stop);
    private final Action takeOffered = new Action(Text.of("paper.act.takeOffered"), "", this::takeOffered);
    private final Action leaveOffered = new Action(Text.of("paper.act.leaveOffered"), "", this::leaveOffered);
    private final Action chooseFolder = new Action(Text.of("paper.act.folder"), "", this::chooseFolder);
    private final Action forgetFolder = new Action(Text.of("paper.act.forgetFolder"), "", this::forgetFolder);
    private List<Path> given = List.of();
    private boolean looking;

    ScanTaking(ReportDesk desk, PaperService papers, TaskRunner tasks, Dialogs dialogs) {
        this.desk = desk;
        this.papers = papers;
        this.tasks = tasks;
        this.dialogs = dialogs;
    }

    /** The folder that is looked at (its path, empty for none), whole new files in it, and what is wrong with it. */
    record Folder(String path, List<Path> offered, Text problem) {}

    /** What is under way; null while nothing is. */
    ReadOnlyObjectProperty<@Nullable ScanWatch> watchProperty() {
        return watch.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Folder> folderProperty() { return folder.getReadOnlyProperty(); }

    Action stopAction() { return stop; }

    Action takeOfferedAction() { return takeOffered; }

    Action leaveOfferedAction() { return leaveOffered; }

    Action folderAction() { return chooseFolder; }

    Action forgetFolderAction() { return forgetFolder; }

    /** True if something among the files can be a scan. */
    static boolean isScan(List<Path> files) {
        return files.stream().anyMatch(ScanTaking::isScan);
    }

    private static boolean isScan(Path file) {
        String name = String.valueOf(file.getFileName());
        return KINDS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** Takes files in; what can be no scan is left out. */
    void take(List<Path> files) {
        List<Path> scans = files.stream().filter(ScanTaking::isScan).toList();
        if (!scans.isEmpty() && watch.get() == null) {
            given = scans;
            ScanWatch begun = begin();
            desk.takeScan(scans, begun, this::ended);
        }
    }

    /** Takes the files given last in once more, with what the clerk says of the pages no machine reads. */
    void takeByHand(PaperByHand.Manner manner, String checkCode, String reason) {
        if (!given.isEmpty() && watch.get() == null) {
            ScanWatch begun = begin();
            desk.takeByHand(given, new ByHand(manner, checkCode, List.of(), reason), begun, this::ended);
        }
    }

    /** True if there are files of which something can be said. */
    boolean hasGiven() { return !given.isEmpty(); }

    /** Packs for another link. */
    void packFor(LinkMode link) {
        if (watch.get() == null) {
            ScanWatch begun = begin();
            desk.packFor(link, begun, this::ended);
        }
    }

    private ScanWatch begin() {
        ScanWatch begun = new ScanWatch();
        stop.allow();
        watch.set(begun);
        return begun;
    }

    private void ended() { watch.set(null); }

    private void stop() {
        ScanWatch running = watch.get();
        if (running != null) {
            running.stop();
            stop.refuse(Text.of("paper.why.stopping"));
        }
    }

    /** Looks into the folder, unless it is being looked at or a scan is being read. */
    void lookIntoFolder() {
        ReportDraft draft = desk.draftProperty().get();
        if (looking || watch.get() != null || draft == null || draft.status().isEditable()) {
            return;
        }
        looking = true;
        tasks.runAside(() -> {
            Optional<Path> chosen = papers.scanFolder().folder();
            return new Folder(chosen.map(Path::toString).orElse(""), papers.scanFolder().look(papers.finalizedAt(draft.id())), Text.NONE);
        }, found -> {
            looking = false;
            if (!found.equals(folder.get())) {
                folder.set(found);
            }
        }, failure -> {
            looking = false;
            Folder broken = new Folder(folder.get().path(), List.of(), Failure.words(failure));
            if (!broken.equals(folder.get())) {
                folder.set(broken);
            }
        });
    }

    private void takeOffered() {
        List<Path> offered = folder.get().offered();
        papers.scanFolder().settle(offered);
        folder.set(new Folder(folder.get().path(), List.of(), Text.NONE));
        take(offered);
    }

    private void leaveOffered() {
        papers.scanFolder().settle(folder.get().offered());
        folder.set(new Folder(folder.get().path(), List.of(), Text.NONE));
    }

    private void chooseFolder() {
        dialogs.chooseFolder(Text.of("paper.folder.title"), chosen -> tasks.run(() -> {
            papers.scanFolder().choose(chosen);
            return new Folder(chosen.toString(), List.of(), Text.NONE);
        }, folder::set, failure -> folder.set(new Folder("", List.of(), Failure.words(failure)))));
    }

    private void forgetFolder() {
        tasks.run(() -> {
            papers.scanFolder().forget();
            return new Folder("", List.of(), Text.NONE);
        }, folder::set, failure -> folder.set(new Folder(folder.get().path(), List.of(), Failure.words(failure))));
    }
}
