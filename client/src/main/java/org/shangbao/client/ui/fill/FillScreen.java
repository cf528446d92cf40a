package org.shangbao.client.ui.fill;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.common.Theme;
import org.shangbao.client.ui.desk.PreReviewDesk;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.client.ui.shell.Screen;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;

/** 填报. */
public final class FillScreen implements Screen {
    private final UiContext context;
    private final FillViewModel viewModel;
    private @Nullable FillView view;

    /** The filling screen on a desk. */
    public FillScreen(UiContext context, ReportDesk desk, PreReviewDesk preReview) {
        this.context = context;
        this.viewModel = new FillViewModel(context, desk, preReview);
    }

    @Override
    public String name() { return "fill"; }

    @Override
    public String navigationKey() { return "fill.entry"; }

    @Override
    public ScreenFrame frame() { return viewModel.frame(); }

    @Override
    public Node build() {
        left();
        viewModel.refreshFrame();
        FillView built = new FillView(viewModel, context.messages(), context.controls());
        built.getStylesheets().add(Theme.style("fill/fill.css"));
        view = built;
        return built;
    }

    @Override
    public void opened(String place) { viewModel.opened(place); }

    @Override
    public void left() {
        if (view != null) {
            view.close();
            view = null;
        }
    }
}
