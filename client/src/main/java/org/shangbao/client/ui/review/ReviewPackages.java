package org.shangbao.client.ui.review;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.PackageDesk;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;

/** Files of units without a network: taken in for all, given back for the open one. FX thread only. */
final class ReviewPackages {
    private final PackageDesk desk;
    private final ReviewViewModel viewModel;
    private final Office office;
    private final PeriodChoice choice;
    private final Action reply = new Action(Text.of("review.package.reply"), "", this::save);

    ReviewPackages(PackageDesk desk, ReviewViewModel viewModel, Office office, PeriodChoice choice) {
        this.desk = desk;
        this.viewModel = viewModel;
        this.office = office;
        this.choice = choice;
    }

    PackageDesk desk() { return desk; }

    /** 导出回复包. */
    Action replyAction() { return reply; }

    /** Judges anew for the open unit. */
    void judge(@Nullable UnitRow row) {
        if (row == null) {
            reply.refuse(Text.of("review.blocked.none"));
        } else {
            reply.allow();
        }
    }

    private void save() {
        Optional.ofNullable(viewModel.currentProperty().get()).flatMap(row -> office.units().find(new UnitId(row.progress().unit())))
                .ifPresent(this::save);
    }

    private void save(Unit unit) { desk.saveFor(unit, choice.periodProperty().get()); }
}
