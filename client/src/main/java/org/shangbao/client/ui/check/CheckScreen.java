package org.shangbao.client.ui.check;

import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.client.ui.shell.BodyScreen;
import org.shangbao.client.ui.shell.ScreenFrame;
import org.shangbao.client.ui.shell.UiContext;

/** 校验与核实说明; its place is a figure, an item or the key of a finding. */
public final class CheckScreen extends BodyScreen<CheckView> {
    private final UiContext context;
    private final CheckViewModel viewModel;

    /** The check screen on a desk. */
    public CheckScreen(UiContext context, ReportDesk desk) {
        super("check", context.controls().appearance());
        this.context = context;
        this.viewModel = new CheckViewModel(context, desk);
    }

    @Override
    public String navigationKey() { return ""; }

    @Override
    public String navigationOwner() { return "fill"; }

    @Override
    public ScreenFrame frame() { return viewModel.frame(); }

    @Override
    public String place() { return viewModel.place(); }

    @Override
    protected CheckView view() {
        viewModel.refresh();
        return new CheckView(viewModel, context.messages(), context.controls());
    }

    @Override
    protected void show(String place) { viewModel.opened(place); }
}
