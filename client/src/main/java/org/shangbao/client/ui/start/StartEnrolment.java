package org.shangbao.client.ui.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.enrolment.EnrolmentOffer;
import org.shangbao.client.application.enrolment.OfficePassword;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.start.StartViewModel.Page;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** Loading the 授权文件: which file, whose it is, who works here, and the password from now on. */
final class StartEnrolment {
    private final OfficeDoor door;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Formats formats;
    private final StartHost host;
    private final Action choose = new Action(Text.of("start.choose"), "Ctrl+O", this::chooseFile);
    private final Action enrol = new Action(Text.of("start.enrol"), "Ctrl+Enter", this::enrolOffice);
    private final Action another = new Action(Text.of("start.another"), "Esc", this::chooseAnother);
    private @Nullable Path file;
    private @Nullable EnrolmentOffer offer;
    private String account = "";

    StartEnrolment(OfficeDoor door, TaskRunner tasks, Dialogs dialogs, Formats formats, StartHost host) {
        this.door = door;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.formats = formats;
        this.host = host;
    }

    Action chooseAction() { return choose; }

    Action enrolAction() { return enrol; }

    Action anotherAction() { return another; }

    /** Looks whether the file can be loaded; called whenever something was typed. */
    void judge() {
        String typed = host.password().get();
        if (!OfficePassword.isLongEnough(typed)) {
            enrol.refuse(Text.of("start.password.short", OfficePassword.LEAST_CHARACTERS));
        } else if (!typed.equals(host.repeated().get())) {
            enrol.refuse(Text.of("start.password.differs"));
        } else {
            enrol.allow();
        }
    }

    /** Name of the office the file is for, empty before one was read. */
    String unitName() {
        EnrolmentOffer offered = offer;
        return offered == null ? "" : offered.unitName();
    }

    /** Names of the levels above the office the file is for, next one first. */
    String above() {
        EnrolmentOffer offered = offer;
        return offered == null ? "" : String.join(" · ", offered.above());
    }

    /** Periods the file brings, newest first; and when it was issued. */
    Text content() {
        EnrolmentOffer offered = offer;
        if (offered == null) {
            return Text.NONE;
        }
        Text issued = Text.plain(formats.dateTime(offered.issuedAt()));
        return offered.periods().isEmpty()
                ? Text.of("start.content.none", issued)
                : Text.of("start.content", issued, formats.period(offered.periods().getFirst()), offered.periods().size());
    }

    /** True if the file lets a forgotten password be recovered from. */
    boolean isRecoverable() {
        EnrolmentOffer offered = offer;
        return offered != null && offered.isRecoverable();
    }

    /** Accounts of the file. */
    List<Person> people() {
        EnrolmentOffer offered = offer;
        return offered == null
                ? List.of()
                : offered.people().stream().map(person -> new Person(person.account(), person.name(),
                        Text.of("common.role."
                                + (person.roles().isEmpty() ? "filler" : person.roles().getFirst().name().toLowerCase(Locale.ROOT)))))
                        .toList();
    }

    /** An account: its name here, the person's name, what the person may do. */
    record Person(String account, String name, Text role) {}

    /** Name of the file that was read. */
    String fileName() {
        Path read = file;
        return read == null || read.getFileName() == null ? "" : read.getFileName().toString();
    }

    /** The account that will work here. */
    String account() { return account; }

    /** Chooses who works here. */
    void use(String chosen) { account = chosen; }

    private void chooseFile() {
        dialogs.chooseFiles(new Dialogs.FileRequest(Text.of("start.choose.title"), Text.of("start.choose.kind"), List.of("*.*"), ""),
                files -> read(files.getFirst()));
    }

    /** Reads a file; what is wrong with it is said on the page that is shown. */
    void read(Path chosen) {
        host.tell(Text.NONE);
        tasks.run(() -> door.read(chosen), found -> {
            file = chosen;
            offer = found;
            account = found.people().getFirst().account();
            host.password().set("");
            host.repeated().set("");
            host.show(Page.CONFIRM);
        }, failure -> host.tell(wrongFile(failure, chosen)));
    }

    private static Text wrongFile(ReportingException failure, Path file) {
        String name = String.valueOf(file.getFileName());
        if (failure.error() != ErrorCode.ENROLMENT_BROKEN) {
            return Failure.words(failure);
        }
        return switch (failure.details().getOrDefault("reason", "")) {
            case "signature" -> Text.of("start.wrong.changed", name);
            case "incomplete" -> Text.of("start.wrong.incomplete", name);
            default -> Text.of("start.wrong.other", name);
        };
    }

    private void chooseAnother() {
        file = null;
        offer = null;
        host.tell(Text.NONE);
        host.show(Page.CHOOSE);
    }

    private void enrolOffice() {
        Path chosen = file;
        if (chosen != null) {
            String typed = host.password().get();
            host.open(() -> door.enrol(chosen, account, typed), Page.CONFIRM);
        }
    }
}
