package org.shangbao.client.ui.rollup;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.review.PeriodChoice;
import org.shangbao.client.ui.shell.BodyScreen;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;
import org.shangbao.model.period.PeriodId;

/** 汇总 as a screen of the workspace. Its place is a period id, a figure code or an item code. */
public final class RollUpScreen extends BodyScreen<RollUpScreenView> {
    /** Its name. */
    public static final String NAME = "rollup";

    private final UiContext context;
    private final PeriodChoice choice;
    private final RollUpViewModel viewModel;
    private final ScreenFrame frame = new ScreenFrame();
    private @Nullable PeriodId shown;

    /** A screen of this office; {@code signOffScreen} is opened after the province's form is finalized. */
    public RollUpScreen(UiContext context, PeriodChoice choice, String signOffScreen) {
        super(NAME, context.controls().appearance());
        this.context = context;
        this.choice = choice;
        viewModel = new RollUpViewModel(context.office(), context.services().reports(), context.services().reviews(),
                context.services().papers(), context.work(), context.dialogs(), context.services().clock(),
                () -> context.navigator().open(signOffScreen));
        frame.actions().addAll(viewModel.nextAction(), new Action(Text.of("rollup.hint.division"), "F4", viewModel::otherDivision),
                new Action(Text.of("rollup.hint.refresh"), "F5", viewModel::refresh));
        frame.hints().addAll(new ScreenFrame.KeyHint("Enter", Text.of("rollup.hint.open")),
                new ScreenFrame.KeyHint("F4", Text.of("rollup.hint.division")),
                new ScreenFrame.KeyHint("F5", Text.of("rollup.hint.refresh")));
        frame.noteProperty().set(Text.of("rollup.note.steps"));
        choice.periodProperty().subscribe(period -> {
            if (shown != null) {
                show("");
            }
        });
    }

    @Override
    public String navigationKey() { return "rollup.entry"; }

    @Override
    public ScreenFrame frame() { return frame; }

    @Override
    protected RollUpScreenView view() {
        return new RollUpScreenView(viewModel, choice, context.messages(), context.controls(), context.formats());
    }

    @Override
    protected void show(String place) {
        PeriodId before = shown;
        shown = choice.periodProperty().get();
        choice.choose(place);
        PeriodId period = choice.periodProperty().get();
        frame.taskProperty().set(Text.of("rollup.task", context.formats().period(period)));
        if (!period.equals(before) || place.isEmpty()) {
            viewModel.show(period, choice.edition().id());
        }
        shown = period;
        viewModel.focusOn(place);
    }
}
