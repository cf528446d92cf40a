package org.shangbao.walkthrough;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.launcher.ClientRuntime;
import org.shangbao.client.launcher.FolderDoor;
import org.shangbao.client.ui.common.FxTaskRunner;
import org.shangbao.client.ui.start.OfficeDoor;
import org.shangbao.client.ui.start.StartWindow;
import org.shangbao.model.error.ReportingException;

/** The window before an office is open. Closing it closes the folder too. */
final class StartDesk extends DrivenWindow {
    private final FolderDoor door;
    private final AtomicReference<OfficeDoor.@Nullable Opened> opened;

    private StartDesk(SettlingTaskRunner tasks, StartWindow window, FolderDoor door, AtomicReference<OfficeDoor.@Nullable Opened> opened) {
        super(tasks, window.scene(), window.messages());
        this.door = door;
        this.opened = opened;
        onFx(() -> {
            window.begin();
            return true;
        });
        settle();
    }

    /**
     * Starts on a data folder.
     *
     * @param sticks roots of the USB sticks that are in
     */
    static StartDesk on(Path folder, List<Path> sticks, ChosenFiles files, ExecutorService inOrder, ExecutorService aside) {
        SettlingTaskRunner tasks = new SettlingTaskRunner(new FxTaskRunner(inOrder, aside));
        FolderDoor door = new FolderDoor(folder, Clock.systemUTC(), Locale.SIMPLIFIED_CHINESE, () -> sticks,
                runtime -> OfficeWindow.services(runtime, tasks));
        AtomicReference<OfficeDoor.@Nullable Opened> opened = new AtomicReference<>();
        StartWindow window = onFx(() -> new StartWindow(door, tasks, Clock.systemUTC(), ClientRuntime.ZONE, Locale.SIMPLIFIED_CHINESE,
                opened::set, files));
        return new StartDesk(tasks, window, door, opened);
    }

    /** Returns the office that was opened. */
    OfficeDoor.Opened opened() {
        OfficeDoor.Opened office = opened.get();
        if (office == null) {
            throw new IllegalStateException("no office was opened: " + words());
        }
        return office;
    }

    @Override
    public void close() {
        super.close();
        try {
            door.close();
        } catch (ReportingException e) {
            throw new IllegalStateException(e);
        }
    }
}
