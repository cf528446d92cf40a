package org.shangbao.client.ui.help;

import javafx.scene.Node;

import org.shangbao.client.ui.common.Theme;
import org.shangbao.client.ui.shell.Screen;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;

/** 帮助; its place is the name of the screen it was opened from. */
public final class HelpScreen implements Screen {
    private final UiContext context;
    private final HelpViewModel viewModel;

    /** The help screen of an office. */
    public HelpScreen(UiContext context) {
        this.context = context;
        this.viewModel = new HelpViewModel(context);
    }

    @Override
    public String name() { return "help"; }

    @Override
    public String navigationKey() { return "help.entry"; }

    @Override
    public boolean showsPaper() { return false; }

    @Override
    public ScreenFrame frame() { return viewModel.frame(); }

    @Override
    public Node build() {
        HelpView view = new HelpView(viewModel, context.messages(), context.controls());
        view.getStylesheets().add(Theme.style("help/help.css"));
        return view;
    }

    @Override
    public void opened(String place) { viewModel.opened(place); }
}
