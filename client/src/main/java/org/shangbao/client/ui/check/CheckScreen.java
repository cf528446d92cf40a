package org.shangbao.client.ui.check;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Theme;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.client.ui.shell.Screen;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;

/** 校验与核实说明; its place is the key of a finding. */
public final class CheckScreen implements Screen {
    private final UiContext context;
    private final CheckViewModel viewModel;
    private @Nullable CheckView view;

    /** The check screen on a desk. */
    public CheckScreen(UiContext context, ReportDesk desk) {
        this.context = context;
        this.viewModel = new CheckViewModel(context, desk);
    }

    @Override
    public String name() { return "check"; }

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
        CheckView built = new CheckView(viewModel, context.messages(), context.controls());
        built.getStylesheets().add(Theme.style("check/check.css"));
        view = built;
        return built;
    }

    @Override
    public void opened(String place) {
        viewModel.opened(place);
        if (view != null) {
            view.focusFirst();
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
