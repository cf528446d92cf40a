package org.shangbao.walkthrough;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.shangbao.client.ui.common.Language;
import org.shangbao.model.error.ReportingException;

/** The real window on real offices: keys go to whatever has the focus, pictures are taken when the screen has come to rest. */
final class DemoWindow implements DemoScreens, AutoCloseable {
    private final Path pictures;
    private final ExecutorService inOrder = Executors.newSingleThreadExecutor(DemoWindow::daemon);
    private final ExecutorService aside = Executors.newFixedThreadPool(2, DemoWindow::daemon);

    DemoWindow(Path pictures) {
        this.pictures = pictures;
        DrivenWindow.startPlatform();
    }

    /** Opens the window on an office. */
    OfficeWindow open(DemoOffice office) throws ReportingException {
        return OfficeWindow.open(office, pictures, inOrder, aside);
    }

    /** Opens the window before an office is open. */
    StartDesk start(Path folder, List<Path> sticks, ChosenFiles files) {
        return StartDesk.on(folder, sticks, files, inOrder, aside);
    }

    /** Opens the client's window on the office that the demo leaves, and waits until it is closed. */
    static void openForReal(DemoFolders folders) throws IOException {
        Process client = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), "org.shangbao.client.launcher.ClientMain", "--data",
                folders.office().toString(), "--unlock-file", folders.unlockFile(folders.office()).toString()).inheritIO().start();
        try {
            client.waitFor();
        } catch (InterruptedException e) {
            client.destroy();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void fillCounty(DemoOffice office, Map<String, String> figures) throws ReportingException {
        try (OfficeWindow open = open(office)) {
            open.go("home", "");
            open.picture("01-home");
            for (Map.Entry<String, String> figure : figures.entrySet()) {
                open.type(figure.getKey(), figure.getValue());
            }
            open.go("fill", "3.3.2");
            open.picture("02-fill");
            open.use(Language.ENGLISH);
            open.picture("02-fill-en");
        }
        Map<String, String> stored = new TreeMap<>();
        office.client().reports().open(office.report()).figures().forEach((code, figure) -> stored.put(code, figure.value().canonical()));
        if (!stored.equals(new TreeMap<>(figures))) {
            throw new IllegalStateException("the window stored " + stored + " where " + figures + " was typed");
        }
    }

    @Override
    public void check(DemoOffice office) throws ReportingException { show(office, "check", "", "04-check"); }

    @Override
    public void paper(DemoOffice office) throws ReportingException {
        show(office, "paper", "", Files.exists(pictures.resolve("05-paper.png")) ? "05-paper-wrong-page" : "05-paper");
    }

    @Override
    public void returned(DemoOffice office) throws ReportingException { show(office, "home", "", "01-home-returned"); }

    @Override
    public void signOff(DemoOffice office) throws ReportingException {
        show(office, "signoff", Walk.PERIOD.value(), "08-sign-off-" + office.unit().id());
    }

    @Override
    public void review(DemoOffice reviewer, String county) throws ReportingException {
        try (OfficeWindow open = open(reviewer)) {
            open.go("review", Walk.PERIOD.value());
            open.go("review", county);
            open.picture("06-review-" + reviewer.unit().id());
        }
    }

    @Override
    public void rollUp(DemoOffice province, DemoOffice city, DemoOffice root) throws ReportingException {
        show(city, "rollup", Walk.PERIOD.value(), "07-rollup-city");
        show(province, "rollup", Walk.PERIOD.value(), "07-rollup-province");
        show(root, "rollup", Walk.PERIOD.value(), "07-rollup-root");
    }

    private void show(DemoOffice office, String screen, String place, String picture) throws ReportingException {
        try (OfficeWindow open = open(office)) {
            open.go(screen, place);
            open.picture(picture);
        }
    }

    @Override
    public void close() {
        inOrder.shutdown();
        aside.shutdown();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "demo-window");
        thread.setDaemon(true);
        return thread;
    }
}
