package org.shangbao.client.ui.paper;

import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.client.ui.shell.BodyScreen;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;

/** 打印签章、回传扫描件、上报. */
public final class PaperScreen extends BodyScreen<PaperView> {
    private final UiContext context;
    private final PaperViewModel viewModel;

    /** The paper screen on a desk. */
    public PaperScreen(UiContext context, ReportDesk desk) {
        super("paper", context.controls().appearance());
        this.context = context;
        this.viewModel = new PaperViewModel(context, desk);
    }

    @Override
    public String navigationKey() { return ""; }

    @Override
    public String navigationOwner() { return "fill"; }

    @Override
    public ScreenFrame frame() { return viewModel.frame(); }

    @Override
    protected PaperView view() {
        viewModel.refresh();
        return new PaperView(viewModel, context.messages(), context.controls());
    }

    @Override
    protected void show(String place) { viewModel.opened(); }
}
