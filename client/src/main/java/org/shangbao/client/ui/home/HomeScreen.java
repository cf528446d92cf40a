package org.shangbao.client.ui.home;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Theme;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.client.ui.shell.Screen;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;

/** 首页. */
public final class HomeScreen implements Screen {
    private final UiContext context;
    private final HomeViewModel viewModel;
    private @Nullable HomeView view;

    /** The home screen on a desk. */
    public HomeScreen(UiContext context, ReportDesk desk) {
        this.context = context;
        this.viewModel = new HomeViewModel(context, desk);
    }

    @Override
    public String name() { return "home"; }

    @Override
    public String navigationKey() { return "home.entry"; }

    @Override
    public boolean showsPaper() { return false; }

    @Override
    public ScreenFrame frame() { return viewModel.frame(); }

    @Override
    public Node build() {
        left();
        viewModel.refresh();
        HomeView built = new HomeView(viewModel, context.messages(), context.controls());
        built.getStylesheets().add(Theme.style("home/home.css"));
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
