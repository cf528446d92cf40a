package org.shangbao.client.ui.paper;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Theme;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.client.ui.shell.Screen;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;

/** 打印签章、回传扫描件、上报. */
public final class PaperScreen implements Screen {
    private final UiContext context;
    private final PaperViewModel viewModel;
    private @Nullable PaperView view;

    /** The paper screen on a desk. */
    public PaperScreen(UiContext context, ReportDesk desk) {
        this.context = context;
        this.viewModel = new PaperViewModel(context, desk);
    }

    @Override
    public String name() { return "paper"; }

    @Override
    public String navigationKey() { return ""; }

    @Override
    public String navigationOwner() { return "fill"; }

    @Override
    public ScreenFrame frame() { return viewModel.frame(); }

    @Override
    public Node build() {
        left();
        viewModel.refresh();
        PaperView built = new PaperView(viewModel, context.messages(), context.controls());
        built.getStylesheets().add(Theme.style("paper/paper.css"));
        view = built;
        return built;
    }

    @Override
    public void opened(String place) {
        viewModel.opened();
        if (view != null) {
            view.focusPrimary();
        }
    }

    @Override
    public void left() {
        if (view != null) {
            view.close();
            view = null;
        }
    }
}
