package org.shangbao.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;

import org.shangbao.client.launcher.ClientRuntime;
import org.shangbao.client.ui.common.FxTaskRunner;
import org.shangbao.client.ui.common.Look;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.client.ui.signoff.ReviewWorkspace;
import org.shangbao.client.ui.start.FillerScreens;
import org.shangbao.client.ui.start.ShangbaoWindow;
import org.shangbao.model.error.ReportingException;

/** The real window open on an office. */
final class OfficeWindow extends DrivenWindow {
    private final Path pictures;
    private final ShangbaoWindow window;
    private final AnsweredDialogs.Answers answers;

    private OfficeWindow(SettlingTaskRunner tasks, ShangbaoWindow window, AnsweredDialogs.Answers answers, Path pictures) {
        super(tasks, window.scene(), window.messages());
        this.window = window;
        this.answers = answers;
        this.pictures = pictures;
    }

    /** Opens the window on an office. */
    static OfficeWindow open(DemoOffice office, Path pictures, ExecutorService inOrder, ExecutorService aside) throws ReportingException {
        SettlingTaskRunner tasks = new SettlingTaskRunner(new FxTaskRunner(inOrder, aside));
        var about = office.client().offices().office();
        UiServices services = services(office.client(), tasks);
        AnsweredDialogs.Answers answers = new AnsweredDialogs.Answers();
        ShangbaoWindow window = onFx(() -> new ShangbaoWindow(services, about,
                Stream.of(new FillerScreens(), new ReviewWorkspace()).map(screens -> AnsweredDialogs.over(screens, answers)).toList()));
        return new OfficeWindow(tasks, window, answers, pictures);
    }

    /** Returns what a window works with, in Chinese; files are not opened with the system's programs. */
    static UiServices services(ClientRuntime client, TaskRunner tasks) {
        return new UiServices(client.offices(), client.reports(), client.papers(), client.reviews(), client.preReviews(),
                client.packages(), tasks, Clock.systemUTC(), ClientRuntime.ZONE, Locale.SIMPLIFIED_CHINESE, file -> {}, client.help(),
                client.keeping());
    }

    /** Returns the look of the window. */
    Look look() { return onFx(() -> window.appearance().look()); }

    /** Shows everything in another look, as 显示 does. */
    void use(Look look) {
        onFx(() -> {
            window.appearance().use(look);
            return true;
        });
        settle();
    }

    /** Opens a screen at a place in it, as its links do. */
    void go(String screen, String place) {
        onFx(() -> {
            window.navigator().open(screen, place);
            return true;
        });
        settle();
        if (!screen().equals(screen)) {
            throw new IllegalStateException("screen " + screen + " did not open");
        }
    }

    /** Lays a file out for the next choosers of files. */
    void layOut(Path file) {
        onFx(() -> {
            answers.file = file;
            return true;
        });
    }

    /** Returns the name the last chooser suggested for a file to save. */
    String suggestedName() { return onFx(() -> answers.suggested); }

    /** Returns the open screen's name. */
    String screen() { return onFx(window::openScreen); }

    /** Types into a blank and leaves it with Enter. */
    void type(String code, String text) {
        String id = "blank-" + code.replace('.', '-');
        if (!focus().equals(id)) {
            go("fill", code);
        }
        if (!focus().equals(id)) {
            throw new IllegalStateException("the focus is on " + focus() + ", not on " + id);
        }
        write(text);
        press(KeyCode.ENTER);
    }

    /** Takes one picture at the size of the design. */
    void picture(String name) {
        rest();
        byte[] png = onFx(window::picture);
        try {
            Files.write(pictures.resolve(name + ".png"), png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
