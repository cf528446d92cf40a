package org.shangbao.client.ui.start;

import java.util.List;

import org.shangbao.client.ui.check.CheckScreen;
import org.shangbao.client.ui.desk.PackageDesk;
import org.shangbao.client.ui.desk.PreReviewDesk;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.client.ui.fill.FillScreen;
import org.shangbao.client.ui.home.HomeScreen;
import org.shangbao.client.ui.paper.PaperScreen;
import org.shangbao.client.ui.shell.Screen;
import org.shangbao.client.ui.shell.ScreenProvider;
import org.shangbao.client.ui.shell.UiContext;
import org.shangbao.model.person.Role;

/** 填报 workspace: home, filling, checking, paper; for whoever fills. */
public final class FillerScreens implements ScreenProvider {
    @Override
    public List<Screen> screens(UiContext context) {
        boolean fills = context.office().person().roles().contains(Role.FILLER) && context.office().unit().fills() != null;
        if (!fills) {
            return List.of();
        }
        ReportDesk desk = new ReportDesk(context.services(), context.work());
        PackageDesk packages = new PackageDesk(context);
        PreReviewDesk preReview = new PreReviewDesk(context, desk, packages);
        return List.of(new HomeScreen(context, desk, preReview, packages), new FillScreen(context, desk, preReview),
                new CheckScreen(context, desk),
                new PaperScreen(context, desk));
    }
}
