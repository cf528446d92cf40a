package org.shangbao.client.ui.rollup;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.report.ReportService;
import org.shangbao.client.application.review.ReviewService;
import org.shangbao.model.edition.EditionId;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.wire.v1.RollUpView;

/** Reads a period's sums with those of the period before to compare with. Off the FX thread. */
final class SumReader {
    private final Office office;
    private final ReportService reports;
    private final ReviewService reviews;

    SumReader(Office office, ReportService reports, ReviewService reviews) {
        this.office = office;
        this.reports = reports;
        this.reviews = reviews;
    }

    /** A level's sums; its own draft is null at the root, which writes none. */
    record Loaded(Composition composition, @Nullable ReportDraft own) {}

    Loaded load(PeriodId period, EditionId form) throws ReportingException {
        ReportDraft draft = office.unit().level() == AdminLevel.MINISTRY
                ? null
                : reports.open(new ReportId(office.unit().id(), period, form));
        RollUpView now = reviews.rollUp(period, form);
        Optional<PeriodId> earlier = earlier(period, form);
        RollUpView before = earlier.isPresent() ? reviews.rollUp(earlier.get(), form) : null;
        // a period in which nobody was counted is no period to compare with
        Composition.Pair pair = new Composition.Pair(now, before == null || before.counted() == 0 ? null : before);
        return new Loaded(new Composition(office.units(), office.unit().id().value(), pair), draft);
    }

    /** Reads the sums of a unit below. */
    Composition.Pair branch(String unit, PeriodId period, EditionId form, boolean isCompared) throws ReportingException {
        Optional<PeriodId> earlier = isCompared ? earlier(period, form) : Optional.empty();
        return new Composition.Pair(reviews.rollUpOf(unit, period, form),
                earlier.isPresent() ? reviews.rollUpOf(unit, earlier.get(), form) : null);
    }

    private Optional<PeriodId> earlier(PeriodId chosen, EditionId form) {
        return office.editions().stream().filter(candidate -> candidate.id().equals(form)).flatMap(found -> found.calendar().stream())
                .map(entry -> entry.period()).filter(candidate -> candidate.compareTo(chosen) < 0).reduce((a, b) -> b);
    }
}
