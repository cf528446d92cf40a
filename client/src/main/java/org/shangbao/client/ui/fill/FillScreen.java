package org.shangbao.client.ui.fill;

import org.shangbao.client.ui.desk.PreReviewDesk;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.client.ui.shell.BodyScreen;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;

/** 填报. */
public final class FillScreen extends BodyScreen<FillView> {
    private final UiContext context;
    private final FillViewModel viewModel;

    /** The filling screen on a desk. */
    public FillScreen(UiContext context, ReportDesk desk, PreReviewDesk preReview) {
        super("fill", context.controls().appearance());
        this.context = context;
        this.viewModel = new FillViewModel(context, desk, preReview);
    }

    @Override
    public String navigationKey() { return "fill.entry"; }

    @Override
    public ScreenFrame frame() { return viewModel.frame(); }

    @Override
    public String place() { return viewModel.currentProperty().get(); }

    @Override
    protected FillView view() {
        viewModel.refreshFrame();
        return new FillView(viewModel, context.messages(), context.controls());
    }

    @Override
    protected void show(String place) { viewModel.opened(place); }
}
