package org.shangbao.client.ui.signoff;

import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.review.PeriodChoice;
import org.shangbao.client.ui.shell.BodyScreen;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;
import org.shangbao.model.period.PeriodId;

/** 审签报部 as a screen of a province's workspace. Its place is a period id. */
public final class SignOffScreen extends BodyScreen<SignOffView> {
    /** Its name. */
    public static final String NAME = "signoff";

    private final UiContext context;
    private final PeriodChoice choice;
    private final SignOffViewModel viewModel;
    private final ScreenFrame frame = new ScreenFrame();

    /** A screen of this office. */
    public SignOffScreen(UiContext context, PeriodChoice choice) {
        super(NAME, context.controls().appearance());
        this.context = context;
        this.choice = choice;
        viewModel = new SignOffViewModel(context.office(), context.services().reports(), context.services().reviews(),
                context.services().papers(), context.work(), context.dialogs(), context.services().clock(),
                context.services().zone());
        frame.actions().addAll(viewModel.reportAction(), viewModel.printFormAction(), viewModel.takeScanAction(),
                viewModel.submitAction());
        frame.hints().addAll(new ScreenFrame.KeyHint("Ctrl+P", Text.of("signoff.printForm")),
                new ScreenFrame.KeyHint("Ctrl+O", Text.of("signoff.takeScan")), new ScreenFrame.KeyHint("F12", Text.of("signoff.submit")));
        frame.noteProperty().set(Text.of("signoff.note"));
    }

    @Override
    public String navigationKey() { return "signoff.entry"; }

    @Override
    public ScreenFrame frame() { return frame; }

    @Override
    protected SignOffView view() { return new SignOffView(viewModel, context.messages(), context.controls(), context.formats()); }

    @Override
    protected void show(String place) {
        choice.choose(place);
        PeriodId period = choice.periodProperty().get();
        frame.taskProperty().set(Text.of("signoff.task", context.formats().period(period)));
        viewModel.show(period, choice.edition().id());
    }
}
