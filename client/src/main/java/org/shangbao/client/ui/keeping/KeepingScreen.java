package org.shangbao.client.ui.keeping;

import javafx.scene.Node;

import org.shangbao.client.application.keeping.OfficeKeeping;
import org.shangbao.client.ui.shell.Screen;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;

/** 备份、恢复和密码; reached from help. */
public final class KeepingScreen implements Screen {
    private final UiContext context;
    private final KeepingViewModel viewModel;

    /**
     * The screen of an office.
     *
     * @param restored called after a backup was restored
     */
    public KeepingScreen(UiContext context, OfficeKeeping keeping, Runnable restored) {
        this.context = context;
        this.viewModel = new KeepingViewModel(context, keeping, restored);
    }

    @Override
    public String name() { return "keeping"; }

    @Override
    public String navigationKey() { return ""; }

    @Override
    public String navigationOwner() { return "help"; }

    @Override
    public boolean showsPaper() { return false; }

    @Override
    public ScreenFrame frame() { return viewModel.frame(); }

    @Override
    public Node build() {
        KeepingView view = new KeepingView(viewModel, context.messages(), context.controls());
        view.getStylesheets().add(context.controls().appearance().style("keeping/keeping.css"));
        return view;
    }

    @Override
    public void opened(String place) { viewModel.open(); }
}
