package org.shangbao.client.ui.help;

import org.shangbao.client.ui.shell.BodyScreen;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;

/** 帮助; its place is the name of the screen it was opened from and, after a space, the figure or item it is asked about. */
public final class HelpScreen extends BodyScreen<HelpView> {
    private final UiContext context;
    private final HelpViewModel viewModel;

    /** The help screen of an office. */
    public HelpScreen(UiContext context) {
        super("help", context.controls().appearance());
        this.context = context;
        this.viewModel = new HelpViewModel(context);
    }

    @Override
    public String navigationKey() { return "help.entry"; }

    @Override
    public boolean showsPaper() { return false; }

    @Override
    public ScreenFrame frame() { return viewModel.frame(); }

    @Override
    protected HelpView view() { return new HelpView(viewModel, context.messages(), context.controls()); }

    @Override
    protected void show(String place) { viewModel.opened(place); }
}
