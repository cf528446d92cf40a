package org.shangbao.client.ui.desk;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.shangbao.client.application.office.ReportTask;
import org.shangbao.client.application.prereview.PreReviewLook;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.shell.UiContext;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.model.report.ReportId;
import org.shangbao.wire.v1.PreReviewDraft;

/** Where the open report stands with the look from above, and sending it there. FX thread only. */
public final class PreReviewDesk {
    private final UiServices services;
    private final LongWork work;
    private final Dialogs dialogs;
    private final Formats formats;
    private final ReportDesk desk;
    private final PackageDesk packages;
    private final ReadOnlyObjectWrapper<PreReviewLook> look = new ReadOnlyObjectWrapper<>(PreReviewLook.NONE);
    private final ReadOnlyObjectWrapper<Text> failure = new ReadOnlyObjectWrapper<>(Text.NONE);
    private final ReadOnlyObjectWrapper<Text> told = new ReadOnlyObjectWrapper<>(Text.NONE);
    private final Action send = new Action(Text.of("desk.preReview.send"), "", this::askSend);
    private final Action save = new Action(Text.of("desk.package.save"), "", this::save);

    /** Follows the report on a desk. */
    public PreReviewDesk(UiContext context, ReportDesk desk, PackageDesk packages) {
        services = context.services();
        work = context.work();
        dialogs = context.dialogs();
        formats = context.formats();
        this.desk = desk;
        this.packages = packages;
        desk.taskProperty().subscribe(task -> refresh());
        judge();
    }

    /** Where the latest draft is and what was said. */
    public ReadOnlyObjectProperty<PreReviewLook> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** Why the last sending failed, empty if it did not. */
    public ReadOnlyObjectProperty<Text> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** That a draft was sent, empty before the first one sent from here. */
    public ReadOnlyObjectProperty<Text> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** 送预审. */
    public Action sendAction() { return send; }

    /** 存成上报数据包. */
    public Action saveAction() { return save; }

    /** True if the open report can be shown to somebody above: a form of this office that is still being filled. */
    public boolean isOffered() {
        ReportTask task = desk.taskProperty().get();
        return task != null && task.status().isEditable() && !look.get().level().isEmpty();
    }

    /** What was said about the figures, while they can still be changed; empty otherwise. */
    public List<PreReviewLook.Note> notes() {
        ReportTask task = desk.taskProperty().get();
        return task != null && task.status().isEditable() ? look.get().notes() : List.of();
    }

    /** Reads anew where it stands. */
    public void refresh() {
        ReportTask task = desk.taskProperty().get();
        if (task == null) {
            look.set(PreReviewLook.NONE);
            judge();
            return;
        }
        ReportId report = task.report();
        services.tasks().runAside(() -> services.preReviews().look(report), found -> {
            ReportTask current = desk.taskProperty().get();
            if (current != null && current.report().equals(report)) {
                look.set(found);
                judge();
            }
        }, problem -> failure.set(Failure.words(problem)));
    }

    private void waits() {
        told.set(Text.of("desk.preReview.waits"));
        refresh();
    }

    private void offerFile() {
        dialogs.confirm(new Dialogs.Confirmation(Text.of("desk.package.offer"), Text.of("desk.package.offer.sentence", look.get().level()),
                List.of(), Text.of("desk.package.save")), this::save);
    }

    private void save() {
        ReportTask task = desk.taskProperty().get();
        if (task != null) {
            packages.save(task.report(), this::refresh);
        }
    }

    private void judge() {
        send.wordsProperty().set(Text.of(look.get().number() == 0 ? "desk.preReview.send" : "desk.preReview.sendAgain"));
        if (isOffered()) {
            send.allow();
        } else {
            send.refuse(Text.of("desk.preReview.frozen"));
        }
    }

    private void askSend() {
        ReportTask task = desk.taskProperty().get();
        if (task == null) {
            return;
        }
        List<Text> facts = new ArrayList<>(List.of(Text.of("desk.preReview.ask.filled", task.filled(), task.asked())));
        long open = task.groups().stream().filter(group -> group.mustExplain() > 0 || group.mustFix() > group.asked() - group.filled())
                .count();
        if (open > 0) {
            facts.add(Text.of("desk.preReview.ask.findings", open));
        }
        dialogs.askWords(new Dialogs.Confirmation(
                Text.of("desk.preReview.ask", formats.period(task.report().period()), look.get().level()),
                Text.of("desk.preReview.ask.sentence"), facts, Text.of("desk.preReview.do")), Text.of("desk.preReview.words"),
                PreReviewDraft.MOST_NOTE, words -> send(task.report(), words));
    }

    private void send(ReportId report, String words) {
        work.inOrder(Text.of("desk.work.submit"), () -> services.preReviews().send(report, words), sent -> {
            failure.set(Text.NONE);
            told.set(Text.of("desk.preReview.sent", sent.number()));
            look.set(sent);
            judge();
            desk.refresh();
            desk.reread();
            // what fails here waits in the outbox and goes with the next round
            work.stoppable(Text.of("desk.work.exchange"), progress -> services.office().exchange(), state -> {
                refresh();
                if (!state.connected()) {
                    offerFile();
                }
            }, this::waits,
                    problem -> refresh());
        }, problem -> failure.set(Failure.words(problem)));
    }
}
