package org.shangbao.client.ui.fill;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.PreReviewDesk;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.client.ui.shell.Navigator;

/**
 * What the keys of the filling screen do. While an input method composes, none of them does anything: the key belongs to the input method.
 */
final class FillKeys {
    private final FillViewModel viewModel;
    private final ReportDesk desk;
    private final Navigator navigator;
    private final Action check;
    private final Action paper;
    private final Action preReview;
    private final ReadOnlyStringWrapper asked = new ReadOnlyStringWrapper("");
    private boolean composing;

    FillKeys(FillViewModel viewModel, ReportDesk desk, PreReviewDesk preReviews, Navigator navigator) {
        this.viewModel = viewModel;
        this.desk = desk;
        this.navigator = navigator;
        check = action("fill.act.check", "F9", () -> {
            ask("save");
            desk.check(() -> navigator.open("check"));
        });
        preReview = new Action(Text.NONE, "", () -> {
            ask("save");
            preReviews.sendAction().perform();
        });
        preReview.wordsProperty().bind(preReviews.sendAction().wordsProperty());
        preReview.enabledProperty().bind(preReviews.sendAction().enabledProperty());
        paper = action("fill.act.paper", "Ctrl+Enter", () -> navigator.open("paper"));
    }

    Action check() { return check; }

    Action paper() { return paper; }

    /** 送预审. */
    Action preReview() { return preReview; }

    /** Opens the findings where they have no place of their own. */
    void results() { ask("results"); }

    /** An input method has begun or ended composing. */
    void composing(boolean now) { composing = now; }

    /** What only the view can do: {@code find}, {@code pane}, {@code paneBack}, {@code results} or {@code save}; empty after it was done. */
    ReadOnlyStringProperty askedProperty() {
        return asked.getReadOnlyProperty();
    }

    List<Action> others() {
        return List.of(key("F8", () -> viewModel.jump(1)), key("Shift+F8", () -> viewModel.jump(-1)), key("F4", viewModel::switchMode),
                key("F2", this::explain), key("F3", () -> ask("find")), key("Ctrl+F", () -> ask("find")), key("F6", () -> ask("pane")),
                key("Shift+F6", () -> ask("paneBack")), key("Ctrl+S", this::save), key("Ctrl+P", this::toPaper), key("F12", this::toPaper),
                key("Ctrl+O", this::attach), key("Ctrl+D", this::carry));
    }

    private Action key(String keys, Runnable work) { return new Action(Text.NONE, keys, () -> guarded(work)); }

    private Action action(String words, String keys, Runnable work) { return new Action(Text.of(words), keys, () -> guarded(work)); }

    private void guarded(Runnable work) {
        if (!composing) {
            work.run();
        }
    }

    private void ask(String what) {
        asked.set(what);
        // done by now; a view built later must not do it once more
        asked.set("");
    }

    /** Ctrl+S has nothing to do: what was left is on the disk, what is being typed goes there now. */
    private void save() {
        ask("save");
        viewModel.refreshFrame();
    }

    private void explain() {
        String code = viewModel.currentProperty().get();
        List<FindingCard> toExplain = viewModel.cardsProperty().get().stream().filter(card -> !card.key().isEmpty()).toList();
        toExplain.stream().filter(card -> card.code().equals(code)).findFirst().or(() -> toExplain.stream().findFirst())
                .ifPresentOrElse(card -> viewModel.explain(card.key()), () -> viewModel.say(Text.of("fill.explain.nothing")));
    }

    private void carry() {
        String code = viewModel.currentProperty().get();
        if (!viewModel.isEditable()) {
            viewModel.say(Text.of("fill.frozen"));
        } else if (!code.isEmpty()) {
            boolean waited = viewModel.edits().isUnconfirmed(code);
            ask("save");
            // what was taken over and then typed over is the clerk's own now; the key must not fetch the old figure again
            if (!waited || viewModel.edits().isUnconfirmed(code)) {
                viewModel.edits().carryOrConfirm(code);
            }
        }
    }

    private void attach() {
        String code = viewModel.currentProperty().get();
        ReportDraft draft = desk.draftProperty().get();
        if (draft != null && draft.edition().item(code).map(item -> item.attachment() != null).orElse(false)) {
            viewModel.texts().attach(code);
        } else {
            viewModel.say(Text.of("fill.attach.nothing"));
        }
    }

    private void toPaper() {
        if (viewModel.isEditable()) {
            viewModel.say(Text.of("fill.paper.first"));
        } else {
            navigator.open("paper");
        }
    }
}
