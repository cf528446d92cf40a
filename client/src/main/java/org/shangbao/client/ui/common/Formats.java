package org.shangbao.client.ui.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.FigureValue;

/** Numbers, dates and lengths of time as people read them, always in the deployment's zone. FX thread only. */
public final class Formats {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final long KILOBYTE = 1024;

    private final Messages messages;
    private final Clock clock;
    private final ZoneId zone;

    /** Formats in the language of {@code messages} and the zone of the deployment. */
    public Formats(Messages messages, Clock clock, ZoneId zone) {
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
    }

    /** Returns a figure with thousands signs, all its decimals; empty if there is no value. */
    public static String figure(FigureValue value) {
        return value.value().map(Formats::number).orElse("");
    }

    /** Returns a canonical decimal string with thousands signs; other text is returned as it is. */
    public static String figure(String canonical) {
        return canonical.matches("-?[0-9]{1,30}(\\.[0-9]{1,10})?") ? number(new BigDecimal(canonical)) : canonical;
    }

    /** Returns a number with thousands signs and all its decimals. */
    public static String number(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        return format.format(number);
    }

    /** Returns the change against an earlier value in percent with its sign, for example {@code +906%}; empty if it cannot be said. */
    public static Optional<String> change(FigureValue now, FigureValue before) {
        if (now.value().isEmpty() || before.value().isEmpty() || before.value().get().signum() == 0) {
            return Optional.empty();
        }
        BigDecimal percent = now.value().get().subtract(before.value().get()).multiply(HUNDRED).divide(before.value().get(), 1,
                RoundingMode.HALF_EVEN);
        BigDecimal shown = percent.abs().compareTo(BigDecimal.TEN) < 0
                ? percent.stripTrailingZeros()
                : percent.setScale(0, RoundingMode.HALF_EVEN);
        if (shown.signum() == 0) {
            return Optional.of("0%");
        }
        return Optional.of((shown.signum() > 0 ? "+" : "−") + shown.abs().toPlainString() + "%");
    }

    /** Returns {@code 2024年10月} or {@code Oct 2024}. */
    public String period(PeriodId period) { return period(period.value()); }

    /** Returns {@code 2024年10月} or {@code Oct 2024} for a period id as text. */
    public String period(String period) {
        return pattern("common.date.period").format(YearMonth.parse(period));
    }

    /** Returns {@code 10月30日 18:00}. */
    public String dateTime(Instant instant) {
        return pattern("common.date.dateTime").format(local(instant));
    }

    /** Returns {@code 10月30日（周三）18:00}. */
    public String dateTimeWithDay(Instant instant) {
        return pattern("common.date.dateTimeWithDay").format(local(instant));
    }

    /** Returns {@code 2024-10-30}-like dates as {@code 2024年10月30日}. */
    public String date(LocalDate date) {
        return pattern("common.date.date").format(date);
    }

    /** Returns {@code 2024年10月30日 18:00}, for what may be years old. */
    public String dayAndTime(Instant instant) {
        return date(local(instant).toLocalDate()) + " " + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(local(instant));
    }

    /** Returns {@code 14:32:08}. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).format(local(instant));
    }

    /** Returns the present moment as the status bar shows it: {@code 10月21日 周一 08:40（北京时间）}. */
    public String now() {
        return pattern("common.date.now").format(local(clock.instant()));
    }

    /** Returns how long is left or by how much it is late. */
    public Due due(Instant dueAt) {
        Duration left = Duration.between(clock.instant(), dueAt);
        boolean late = left.isNegative();
        Duration amount = left.abs();
        String key = late ? "common.due.late" : "common.due.left";
        boolean urgent = late || amount.compareTo(Duration.ofHours(24)) < 0;
        return new Due(messages.text(key, length(amount)), urgent, late);
    }

    /** Returns {@code 9 天}, {@code 1 小时 20 分} or {@code 20 分钟}; shorter than a minute counts as one. */
    public String length(Duration amount) {
        if (amount.compareTo(Duration.ofHours(48)) >= 0) {
            return messages.text("common.length.days", amount.toDays());
        }
        if (amount.compareTo(Duration.ofHours(1)) >= 0) {
            return messages.text("common.length.hours", amount.toHours(), amount.toMinutesPart());
        }
        return messages.text("common.length.minutes", Math.max(1, amount.toMinutes()));
    }

    /** Returns {@code 6 KB} or {@code 1.8 MB}. */
    public static String size(long bytes) {
        if (bytes < KILOBYTE * KILOBYTE) {
            return Math.max(bytes == 0 ? 0 : 1, (bytes + KILOBYTE / 2) / KILOBYTE) + " KB";
        }
        return new BigDecimal(bytes).divide(new BigDecimal(KILOBYTE * KILOBYTE), 1, RoundingMode.HALF_EVEN).toPlainString() + " MB";
    }

    /** What is left of the time: words, true if it is less than a day or over, true if it is over. */
    public record Due(String words, boolean urgent, boolean late) {}

    private ZonedDateTime local(Instant instant) { return instant.atZone(zone); }

    private DateTimeFormatter pattern(String key) { return DateTimeFormatter.ofPattern(messages.text(key), messages.language().locale()); }
}
