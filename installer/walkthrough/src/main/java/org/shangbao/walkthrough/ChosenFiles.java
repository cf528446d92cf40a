package org.shangbao.walkthrough;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Text;

/** Chooses the file that was named before wherever the system's own chooser would ask; nobody sits before it. */
final class ChosenFiles implements Dialogs {
    private Path file = Path.of("");

    void choose(Path chosen) { file = chosen; }

    @Override
    public void confirm(Confirmation question, Runnable confirmed) { confirmed.run(); }

    @Override
    public void askReason(Confirmation question, Consumer<String> given) { given.accept(""); }

    @Override
    public void askWords(Confirmation question, Text label, int most, Consumer<String> given) { given.accept(""); }

    @Override
    public void chooseFiles(FileRequest request, Consumer<List<Path>> chosen) { chosen.accept(List.of(file)); }

    @Override
    public void chooseSaveTarget(FileRequest request, Consumer<Path> chosen) { chosen.accept(file); }

    @Override
    public void chooseFolder(Text title, Consumer<Path> chosen) { chosen.accept(file); }

    @Override
    public void openWithSystem(Path opened) {
        // what was written is looked at in the window only
    }
}
