package org.shangbao.client.ui.keeping;

import java.util.Map;
import java.util.Optional;

import org.shangbao.client.application.keeping.OfficeKeeping;
import org.shangbao.client.application.keeping.SecondDrive;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.shell.ShellView;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** What has to be told of the folder over every screen, the weightiest first: older than the server knows, little room, no second drive. */
public final class KeepingNotices {
    private final OfficeKeeping keeping;
    private final TaskRunner tasks;
    private final ShellView shell;

    /** Notices of an open office, told in a frame. */
    public KeepingNotices(OfficeKeeping keeping, TaskRunner tasks, ShellView shell) {
        this.keeping = keeping;
        this.tasks = tasks;
        this.shell = shell;
    }

    /** A notice; {@code isKept} until the person has put it away. */
    private record Notice(Text words, boolean isKept) {}

    /** Looks and tells; from any thread. */
    public void look() {
        tasks.runAside(this::weightiest,
                notice -> notice.ifPresent(told -> shell.tell(told.words(), told.isKept() ? this::read : () -> {})),
                failure -> {
                    // looked at again with the next contact
                });
    }

    private Optional<Notice> weightiest() throws ReportingException {
        Optional<Map<String, String>> behind = keeping.behind();
        if (behind.isPresent()) {
            return Optional.of(new Notice(words(ErrorCode.STORE_BEHIND, behind.get()), true));
        }
        Optional<Map<String, String>> room = keeping.littleRoom();
        if (room.isPresent()) {
            return Optional.of(new Notice(words(ErrorCode.DISK_NEARLY_FULL, room.get()), false));
        }
        SecondDrive second = keeping.secondDrive();
        return second.state() == SecondDrive.State.MISSING
                ? Optional.of(new Notice(Text.of("keeping.second.notice", String.valueOf(second.folder())), false))
                : Optional.empty();
    }

    private static Text words(ErrorCode error, Map<String, String> details) {
        return Failure.words(new ReportingException(error, details));
    }

    private void read() {
        tasks.run(() -> {
            keeping.behindRead();
            return Boolean.TRUE;
        }, done -> look(), failure -> shell.tell(Failure.words(failure)));
    }
}
