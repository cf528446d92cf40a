package org.shangbao.client.ui.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Answers questions as a test decides, and remembers what was asked. */
public final class AnsweringDialogs implements Dialogs {
    private final List<Confirmation> asked = new ArrayList<>();
    private final List<Path> opened = new ArrayList<>();
    private boolean confirming = true;
    private String reason = "";
    private List<Path> files = List.of();

    /** Turns back at every question from now on. */
    public void turnBack() { confirming = false; }

    /** Gives this reason when one is asked. */
    public void giveReason(String text) { reason = text; }

    /** Chooses these files when files are asked for; the first one as target of a save. */
    public void choose(Path... paths) {
        files = List.of(paths);
    }

    /** What was asked so far. */
    public List<Confirmation> asked() { return asked; }

    /** What was opened with the system. */
    public List<Path> opened() { return opened; }

    @Override
    public void confirm(Confirmation question, Runnable confirmed) {
        asked.add(question);
        if (confirming) {
            confirmed.run();
        }
    }

    @Override
    public void askReason(Confirmation question, Consumer<String> given) {
        asked.add(question);
        if (confirming && !reason.isBlank()) {
            given.accept(reason);
        }
    }

    @Override
    public void askWords(Confirmation question, Text label, int most, Consumer<String> given) {
        asked.add(question);
        if (confirming) {
            given.accept(reason);
        }
    }

    @Override
    public void chooseFiles(FileRequest request, Consumer<List<Path>> chosen) {
        if (!files.isEmpty()) {
            chosen.accept(files);
        }
    }

    @Override
    public void chooseSaveTarget(FileRequest request, Consumer<Path> chosen) {
        if (!files.isEmpty()) {
            chosen.accept(files.getFirst());
        }
    }

    @Override
    public void chooseFolder(Text title, Consumer<Path> chosen) {
        if (!files.isEmpty()) {
            chosen.accept(files.getFirst());
        }
    }

    @Override
    public void openWithSystem(Path file) { opened.add(file); }
}
