package org.shangbao.client.ui.signoff;

import java.util.ArrayList;
import java.util.List;

import org.shangbao.client.application.office.Office;
import org.shangbao.client.ui.review.PeriodChoice;
import org.shangbao.client.ui.review.ReviewScreen;
import org.shangbao.client.ui.rollup.RollUpScreen;
import org.shangbao.client.ui.shell.Screen;
import org.shangbao.client.ui.shell.ScreenProvider;
import org.shangbao.client.ui.shell.UiContext;
import org.shangbao.model.unit.AdminLevel;

/**
 * The 审核 workspace: reviewing, roll-up and sign-off over one chosen period. An office without units below has none of it, a city has no
 * sign-off, and the root only looks at sums.
 */
public final class ReviewWorkspace implements ScreenProvider {

    @Override
    public List<Screen> screens(UiContext context) {
        Office office = context.office();
        if (office.units().children(office.unit().id()).isEmpty()) {
            return List.of();
        }
        PeriodChoice choice = new PeriodChoice(office, context.services().clock(), context.services().zone());
        List<Screen> screens = new ArrayList<>();
        if (office.unit().level() != AdminLevel.MINISTRY) {
            screens.add(new ReviewScreen(context, choice));
        }
        screens.add(new RollUpScreen(context, choice, SignOffScreen.NAME));
        if (office.unit().level() == AdminLevel.PROVINCE) {
            screens.add(new SignOffScreen(context, choice));
        }
        return screens;
    }
}
