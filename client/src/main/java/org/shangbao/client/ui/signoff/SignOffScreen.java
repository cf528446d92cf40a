package org.shangbao.client.ui.signoff;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.review.PeriodChoice;
import org.shangbao.client.ui.shell.Screen;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;
import org.shangbao.model.period.PeriodId;

/** 审签报部 as a screen of a province's workspace. Its place is a period id. */
public final class SignOffScreen implements Screen {
    /** Its name. */
    public static final String NAME = "signoff";

    private final UiContext context;
    private final PeriodChoice choice;
    private final SignOffViewModel viewModel;
    private final ScreenFrame frame = new ScreenFrame();
    private @Nullable SignOffView view;

    /** A screen of this office. */
    public SignOffScreen(UiContext context, PeriodChoice choice) {
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
    public String name() { return NAME; }

    @Override
    public String navigationKey() { return "signoff.entry"; }

    @Override
    public ScreenFrame frame() { return frame; }

    @Override
    public Node build() {
        if (view != null) {
            view.close();
        }
        SignOffView built = new SignOffView(viewModel, context.messages(), context.controls(), context.formats());
        view = built;
        return built;
    }

    @Override
    public void opened(String place) {
        choice.choose(place);
        PeriodId period = choice.periodProperty().get();
        frame.taskProperty().set(Text.of("signoff.task", context.formats().period(period)));
        viewModel.show(period, choice.edition().id());
    }
}
