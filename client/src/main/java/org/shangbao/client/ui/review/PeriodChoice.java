package org.shangbao.client.ui.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.shangbao.client.application.office.Office;
import org.shangbao.model.edition.CalendarEntry;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.period.PeriodId;

/** Period and form looked at by reviewing, roll-up and sign-off alike. FX thread only. */
public final class PeriodChoice {
    /** Days after the ministry's last day in which a period is still worked on. */
    private static final int DAYS_OF_GRACE = 14;

    private final FormEdition edition;
    private final ObjectProperty<PeriodId> period;

    /**
     * Begins with the period that is worked on now: the first one of the newest edition's calendar whose last day lies less than two weeks
     * back, or the last one.
     */
    public PeriodChoice(Office office, Clock clock, ZoneId zone) {
        edition = office.editions().getLast();
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        List<CalendarEntry> calendar = edition.calendar();
        CalendarEntry now = calendar.stream().filter(entry -> !entry.lastDay().plusDays(DAYS_OF_GRACE).isBefore(today)).findFirst()
                .orElseGet(calendar::getLast);
        period = new SimpleObjectProperty<>(now.period());
    }

    /** Returns the form. */
    public FormEdition edition() { return edition; }

    /** Returns the periods of its calendar, oldest first. */
    public List<PeriodId> periods() {
        return edition.calendar().stream().map(CalendarEntry::period).toList();
    }

    /** The period looked at. */
    public ObjectProperty<PeriodId> periodProperty() { return period; }

    /** Chooses a period by its id; anything else changes nothing. */
    public void choose(String id) {
        periods().stream().filter(candidate -> candidate.value().equals(id)).findFirst().ifPresent(period::set);
    }
}
