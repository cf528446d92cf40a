package org.shangbao.client.ui.review;

import java.time.Clock;
import java.time.ZoneId;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

/** By when a returned report is asked back: the times there are now, and the chosen one. */
final class DueChoice {
    private final Clock clock;
    private final ZoneId zone;
    private final ObservableList<DueTimes.DueTime> times = FXCollections.observableArrayList();
    private final ObjectProperty<DueTimes.@Nullable DueTime> chosen = new SimpleObjectProperty<>();

    DueChoice(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** Offers the times from now on; the earliest is chosen. */
    void renew() {
        times.setAll(DueTimes.from(clock.instant(), zone));
        chosen.set(times.getFirst());
    }

    ObservableList<DueTimes.DueTime> times() { return times; }

    ObjectProperty<DueTimes.@Nullable DueTime> chosenProperty() { return chosen; }
}
