package org.shangbao.client.ui.start;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.enrolment.OfficePassword;
import org.shangbao.client.application.keeping.FolderRecovery.Asked;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.start.StartViewModel.Page;

/** 忘了密码: a request under a new password, a number for the telephone, and the answer of the holder of the recovery key. */
final class StartRecovery {
    private final OfficeDoor door;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Formats formats;
    private final StartHost host;
    private final StringProperty name = new SimpleStringProperty("");
    private final StartReset reset;
    private final Action forgot = new Action(Text.of("start.forgot"), "", this::begin);
    private final Action province = new Action(Text.of("start.reset.province"), "", this::askProvince);
    private final Action ask = new Action(Text.of("start.recovery.ask"), "Ctrl+Enter", this::ask);
    private final Action answer = new Action(Text.of("start.recovery.answer"), "Ctrl+Enter", this::answer);
    private final Action anew = new Action(Text.of("start.recovery.anew"), "", () -> show(Page.RECOVER));
    private final Action back = new Action(Text.of("start.recovery.back"), "Esc", () -> show(Page.LOGIN));
    private OfficeDoor.Recovery standing = OfficeDoor.Recovery.NONE;
    private String checkNumber = "";
    private Text asked = Text.NONE;

    StartRecovery(OfficeDoor door, TaskRunner tasks, Dialogs dialogs, Formats formats, StartHost host) {
        this.door = door;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.formats = formats;
        this.host = host;
        reset = new StartReset(door, tasks, host);
        name.subscribe(typed -> judge());
    }

    /** Takes what the folder tells. */
    void use(OfficeDoor.Recovery found, OfficeDoor.People people) {
        standing = found;
        reset.use(people);
        @Nullable
        Asked waiting = found.asked();
        if (waiting != null) {
            name.set(waiting.name());
            checkNumber = waiting.checkNumber();
            asked = Text.of("start.recovery.waits", waiting.name(), formats.dateTime(waiting.at()));
        }
    }

    /** True if a forgotten password can be recovered from. */
    boolean isPossible() { return standing.isPossible() || standing.isByUser(); }

    /** True if the holder of a recovery key can be asked. */
    boolean isByProvince() { return standing.isPossible(); }

    /** True if the user of the operating system may set passwords anew. */
    boolean isByUser() { return standing.isByUser(); }

    /** Setting it anew by the user of the operating system. */
    StartReset reset() { return reset; }

    StringProperty nameProperty() { return name; }

    /** The number to be read out, empty before a request was made. */
    String checkNumber() { return checkNumber; }

    /** Who asked when. */
    Text asked() { return asked; }

    Action forgotAction() { return forgot; }

    /** Leaves the user of the operating system and asks the province. */
    Action provinceAction() { return province; }

    Action askAction() { return ask; }

    Action answerAction() { return answer; }

    Action anewAction() { return anew; }

    Action backAction() { return back; }

    private void begin() {
        // who has asked already most likely comes with the answer
        if (standing.isByUser() && checkNumber.isEmpty()) {
            show(Page.RESET);
            reset.begin();
        } else {
            askProvince();
        }
    }

    private void askProvince() { show(checkNumber.isEmpty() ? Page.RECOVER : Page.ANSWER); }

    private void show(Page page) {
        host.password().set("");
        host.repeated().set("");
        host.tell(Text.NONE);
        host.show(page);
    }

    /** Looks whether the request can be made; called whenever something was typed. */
    void judge() {
        reset.judge();
        String typed = host.password().get();
        if (name.get().isBlank()) {
            ask.refuse(Text.of("start.recovery.nameNeeded"));
        } else if (!OfficePassword.isLongEnough(typed)) {
            ask.refuse(Text.of("start.password.short", OfficePassword.LEAST_CHARACTERS));
        } else if (!typed.equals(host.repeated().get())) {
            ask.refuse(Text.of("start.password.differs"));
        } else {
            ask.allow();
        }
        if (typed.isBlank()) {
            answer.refuse(Text.of("start.password.needed"));
        } else {
            answer.allow();
        }
    }

    private void ask() {
        dialogs.chooseSaveTarget(new Dialogs.FileRequest(Text.of("start.recovery.save"), Text.of("start.recovery.kind"), List.of("*.json"),
                "recovery-request.json"), target -> {
                    String who = name.get().strip();
                    String typed = host.password().get();
                    tasks.run(() -> door.askRecovery(who, typed, target), number -> {
                        checkNumber = number;
                        asked = Text.of("start.recovery.made", String.valueOf(target.getFileName()));
                        show(Page.ANSWER);
                    }, failure -> host.tell(Failure.words(failure)));
                });
    }

    private void answer() {
        String typed = host.password().get();
        dialogs.chooseFiles(new Dialogs.FileRequest(Text.of("start.recovery.answer"), Text.of("start.recovery.kind"), List.of("*.*"), ""),
                files -> host.open(() -> door.finishRecovery(files.getFirst(), typed), Page.ANSWER));
    }
}
