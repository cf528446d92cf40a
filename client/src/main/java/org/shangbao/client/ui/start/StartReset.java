package org.shangbao.client.ui.start;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.shangbao.client.application.enrolment.OfficePassword;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.start.StartViewModel.Page;

/** 忘了密码, with a user of the operating system who was allowed to set it anew: whose, and the new password. */
final class StartReset {
    private static final String FIRST_WAY = "unlock-file";

    private final OfficeDoor door;
    private final TaskRunner tasks;
    private final StartHost host;
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(Answer.ASKING);
    private final Action reset = new Action(Text.of("start.reset.do"), "Ctrl+Enter", this::reset);
    private OfficeDoor.People people = OfficeDoor.People.NONE;
    private String person = "";

    StartReset(OfficeDoor door, TaskRunner tasks, StartHost host) {
        this.door = door;
        this.tasks = tasks;
        this.host = host;
    }

    /**
     * What the operating system answered.
     *
     * @param mark  how it is shown
     * @param words the sentence
     */
    record Answer(Mark mark, Text words) {
        static final Answer ASKING = new Answer(Mark.NOTICE, Text.of("start.reset.asking"));
        static final Answer YES = new Answer(Mark.DONE, Text.of("start.reset.yes"));
    }

    void use(OfficeDoor.People found) {
        people = found;
        person = found.likely();
    }

    /** Asks the operating system; the page is on the screen meanwhile. */
    void begin() {
        answer.set(Answer.ASKING);
        judge();
        tasks.runAside(() -> {
            door.checkUser();
            return Answer.YES;
        }, this::answered, failure -> answered(new Answer(Mark.MUST_EXPLAIN, Failure.words(failure))));
    }

    private void answered(Answer given) {
        answer.set(given);
        judge();
    }

    /** What the operating system answered. */
    ReadOnlyObjectProperty<Answer> answerProperty() { return answer.getReadOnlyProperty(); }

    List<String> people() { return people.names(); }

    /** Whose password is set anew. */
    String person() { return person; }

    void choose(String name) { person = name; }

    /** How a person is named. */
    static Text words(String holder) {
        return holder.equals(FIRST_WAY) ? Text.of("start.person.first") : Text.plain(holder);
    }

    Action resetAction() { return reset; }

    /** Looks whether it can be done; called whenever something was typed. */
    void judge() {
        String typed = host.password().get();
        if (!answer.get().equals(Answer.YES)) {
            reset.refuse(answer.get().equals(Answer.ASKING) ? Text.of("start.reset.wait") : Text.of("start.reset.no"));
        } else if (!OfficePassword.isLongEnough(typed)) {
            reset.refuse(Text.of("start.password.short", OfficePassword.LEAST_CHARACTERS));
        } else if (!typed.equals(host.repeated().get())) {
            reset.refuse(Text.of("start.password.differs"));
        } else {
            reset.allow();
        }
    }

    private void reset() {
        String typed = host.password().get();
        String who = person;
        host.open(() -> door.resetByUser(who, typed), Page.RESET);
    }
}
