package org.shangbao.client.ui.home;

import org.shangbao.client.ui.desk.PackageDesk;
import org.shangbao.client.ui.desk.PreReviewDesk;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.client.ui.shell.BodyScreen;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;

/** 首页. */
public final class HomeScreen extends BodyScreen<HomeView> {
    private final UiContext context;
    private final HomeViewModel viewModel;

    /** The home screen on a desk. */
    public HomeScreen(UiContext context, ReportDesk desk, PreReviewDesk preReview, PackageDesk packages) {
        super("home", context.controls().appearance());
        this.context = context;
        this.viewModel = new HomeViewModel(context, desk, preReview, packages);
    }

    @Override
    public String navigationKey() { return "home.entry"; }

    @Override
    public boolean showsPaper() { return false; }

    @Override
    public ScreenFrame frame() { return viewModel.frame(); }

    @Override
    protected HomeView view() {
        viewModel.shown();
        viewModel.packages().reword();
        return new HomeView(viewModel, context.messages(), context.controls());
    }

    @Override
    protected void show(String place) { viewModel.opened(); }
}
