package org.shangbao.walkthrough;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.shell.ScreenProvider;
import org.shangbao.client.ui.shell.UiContext;

/** The window's own questions, but for the system's choosers of files, which nobody can click here: they give the file laid out before. */
final class AnsweredDialogs implements Dialogs {
    private final Dialogs window;
    private final Answers answers;

    private AnsweredDialogs(Dialogs window, Answers answers) {
        this.window = window;
        this.answers = answers;
    }

    /** What the choosers give, and what they suggested. FX thread only. */
    static final class Answers {
        Path file = Path.of("");
        String suggested = "";
    }

    /** The same screens, asking for files here. */
    static ScreenProvider over(ScreenProvider screens, Answers answers) {
        return context -> screens.screens(new UiContext(context.services(), context.office(), context.messages(), context.formats(),
                context.controls(), new AnsweredDialogs(context.dialogs(), answers), context.navigator(), context.work()));
    }

    @Override
    public void confirm(Confirmation question, Runnable confirmed) { window.confirm(question, confirmed); }

    @Override
    public void askReason(Confirmation question, Consumer<String> given) { window.askReason(question, given); }

    @Override
    public void askWords(Confirmation question, Text label, int most, Consumer<String> given) {
        window.askWords(question, label, most, given);
    }

    @Override
    public void chooseFiles(FileRequest request, Consumer<List<Path>> chosen) { chosen.accept(List.of(answers.file)); }

    @Override
    public void chooseSaveTarget(FileRequest request, Consumer<Path> chosen) {
        answers.suggested = request.suggestedName();
        chosen.accept(answers.file);
    }

    @Override
    public void chooseFolder(Text title, Consumer<Path> chosen) { chosen.accept(answers.file); }

    @Override
    public void openWithSystem(Path file) { window.openWithSystem(file); }
}
