package org.shangbao.client.ui.review;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.PackageDesk;
import org.shangbao.client.ui.shell.BodyScreen;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;
import org.shangbao.model.period.PeriodId;

/** 审核 as a screen of the workspace. Its place is a period id, or a unit id to open. */
public final class ReviewScreen extends BodyScreen<ReviewView> {
    /** Its name. */
    public static final String NAME = "review";

    private final UiContext context;
    private final PeriodChoice choice;
    private final ReviewViewModel viewModel;
    private final PackageDesk packages;
    private final ScreenFrame frame = new ScreenFrame();
    private @Nullable PeriodId shown;

    /** A screen of this office. */
    public ReviewScreen(UiContext context, PeriodChoice choice) {
        super(NAME, context.controls().appearance());
        this.context = context;
        this.choice = choice;
        viewModel = new ReviewViewModel(context.office(), context.services().reviews(), context.services().preReviews(),
                context.work(), context.dialogs(),
                context.services().clock(), context.services().zone());
        packages = new PackageDesk(context);
        packages.onNews(viewModel::refresh);
        frame.actions().addAll(packages.takeAction(), viewModel.decideAction(), viewModel.writeReasonAction(),
                key("review.hint.arrange", "F4", viewModel.submission()::nextArrangement),
                key("review.hint.exception", "F8", viewModel.submission()::nextException),
                key("review.hint.exception", "Shift+F8", viewModel.submission()::previousException),
                key("review.hint.nextUnit", "Ctrl+Down", viewModel::openNext),
                key("review.hint.nextUnit", "Ctrl+Up", viewModel::openPrevious), key("review.hint.refresh", "F5", viewModel::refresh));
        frame.hints().addAll(new ScreenFrame.KeyHint("Up Down", Text.of("review.hint.answer")),
                new ScreenFrame.KeyHint("F8", Text.of("review.hint.exception")),
                new ScreenFrame.KeyHint("F2", Text.of("review.hint.reason")),
                new ScreenFrame.KeyHint("Ctrl+Enter", Text.of("review.hint.decide")),
                new ScreenFrame.KeyHint("Ctrl+Down", Text.of("review.hint.nextUnit")));
        viewModel.submission().shownProperty().subscribe(
                shown -> frame.noteProperty().set(Text.of(viewModel.isDraftOpen() ? "review.note.draft" : "review.note.openEnds")));
    }

    private static Action key(String words, String keys, Runnable work) { return new Action(Text.of(words), keys, work); }

    @Override
    public String navigationKey() { return "review.entry"; }

    @Override
    public ScreenFrame frame() { return frame; }

    @Override
    protected ReviewView view() {
        packages.reword();
        return new ReviewView(viewModel, new ReviewPackages(packages, viewModel, context.office(), choice), context.messages(),
                context.controls(), context.formats());
    }

    @Override
    protected void show(String place) {
        choice.choose(place);
        PeriodId period = choice.periodProperty().get();
        frame.taskProperty().set(Text.of("review.task", context.formats().period(period)));
        if (period.equals(shown)) {
            viewModel.refresh();
        } else {
            shown = period;
            viewModel.show(period, choice.edition().id());
        }
        viewModel.openUnit(place);
    }
}
