package org.shangbao.client.paper;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.ResourceBundle;

import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.period.PeriodId;

/** The words of papers that are put together from a report's data. */
final class PaperText {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("org.shangbao.client.paper.paper", Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    private final ZoneId zone;

    PaperText(ZoneId zone) { this.zone = zone; }

    String of(String key, Object... values) {
        Object[] texts = new Object[values.length];
        for (int index = 0; index < values.length; index++) {
            // numbers are printed without a thousands mark
            texts[index] = String.valueOf(values[index]);
        }
        return texts.length == 0 ? WORDS.getString(key) : new MessageFormat(WORDS.getString(key), Locale.ROOT).format(texts);
    }

    String period(PeriodId period) { return of("period", period.year(), period.month()); }

    String time(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        return of("time", time.getYear(), time.getMonthValue(), time.getDayOfMonth(), time.getHour(),
                String.format(Locale.ROOT, "%02d", time.getMinute()));
    }

    /** The form's own title, without a unit or period. */
    String formTitle(FormEdition edition) { return edition.title(); }
}
