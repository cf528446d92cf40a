package org.shangbao.client.ui.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import org.shangbao.client.ui.common.Text;

/** Times by which a returned report can be asked back: the full office hours of today and the next two days. */
final class DueTimes {
    private static final List<Integer> HOURS = List.of(10, 12, 14, 16, 18, 20);
    private static final int LEAST_HOURS = 2;

    private DueTimes() {}

    /** A time with its words: 今天 14:00. */
    record DueTime(Instant at, Text words) {}

    /** Returns the times that leave at least two hours, earliest first; never empty. */
    static List<DueTime> from(Instant now, ZoneId zone) {
        ZonedDateTime earliest = now.atZone(zone).plusHours(LEAST_HOURS);
        LocalDate today = now.atZone(zone).toLocalDate();
        List<DueTime> times = new ArrayList<>();
        for (int day = 0; day <= 2; day++) {
            for (int hour : HOURS) {
                ZonedDateTime candidate = today.plusDays(day).atTime(LocalTime.of(hour, 0)).atZone(zone);
                if (!candidate.isBefore(earliest)) {
                    String clock = hour + ":00";
                    times.add(new DueTime(candidate.toInstant(), Text.of("review.due." + day, clock)));
                }
            }
        }
        return times;
    }
}
