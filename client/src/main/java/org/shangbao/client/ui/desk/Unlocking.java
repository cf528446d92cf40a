package org.shangbao.client.ui.desk;

import java.util.List;

import org.shangbao.client.application.office.ReportTask;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.shell.Navigator;
import org.shangbao.model.review.ReviewStatus;

/** 解锁修改: the same question wherever it is asked. A reason is asked only after something was sent; before, nobody but this office knows. */
public final class Unlocking {
    private Unlocking() {}

    /** Asks, unlocks and goes to the sheet. */
    public static void ask(ReportDesk desk, Dialogs dialogs, Navigator navigator) {
        ReportTask task = desk.taskProperty().get();
        if (task == null) {
            return;
        }
        boolean wasSent = task.review() != ReviewStatus.NOT_SUBMITTED;
        Dialogs.Confirmation question = new Dialogs.Confirmation(Text.of("desk.unlock.headline", task.number()),
                Text.of(wasSent ? "desk.unlock.sentenceSent" : "desk.unlock.sentence", task.number(), task.number() + 1), List.of(),
                Text.of("desk.unlock.act"));
        if (wasSent) {
            dialogs.askReason(question, reason -> desk.unlock(reason, () -> navigator.open("fill")));
        } else {
            dialogs.confirm(question, () -> desk.unlock("", () -> navigator.open("fill")));
        }
    }
}
