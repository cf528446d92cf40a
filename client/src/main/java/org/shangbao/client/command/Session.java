package org.shangbao.client.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.store.StoreRepairs;
import org.shangbao.client.application.text.FailureText;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ExitCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportId;
import org.shangbao.wire.v1.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a command: where it writes, in which language, on which folder. */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final long LITTLE_ROOM_BYTES = 200L << 20;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    final PrintWriter out;
    final PrintWriter err;
    final Locale locale;
    final CommandText text;
    final FailureText failures;
    final Clock clock;
    final ZoneId zone;
    final OfficeOpener opener;

    /** Options every command takes, set by the parser. */
    @Nullable
    Path data;
    @Nullable
    Path unlockFile;

    Session(PrintWriter out, PrintWriter err, Locale locale, Clock clock, ZoneId zone, OfficeOpener opener) {
        this.out = out;
        this.err = err;
        this.locale = locale;
        this.clock = clock;
        this.zone = zone;
        this.opener = opener;
        this.text = new CommandText(locale);
        this.failures = new FailureText(locale);
    }

    /** Something a command does in an open office. */
    @FunctionalInterface
    interface Work {
        /** Does it and returns how it ended. */
        ExitCode in(OpenOffice office) throws ReportingException;
    }

    int run(Work work) {
        return guarded(() -> {
            byte[] secret = UnlockFile.read(needed(unlockFile, "--unlock-file"));
            try (OpenOffice office = opener.open(needed(data, "--data"), secret, locale)) {
                tell(office.repairs());
                tellBehind(office);
                warnOfLittleRoom(Session.needed(data, "--data"));
                return work.in(office);
            }
        });
    }

    /** Something that ends with an exit code or a failure. */
    @FunctionalInterface
    interface Step {
        /** Does it. */
        ExitCode go() throws ReportingException;
    }

    int guarded(Step step) {
        try {
            return step.go().number();
        } catch (ReportingException e) {
            LOG.info("Command ended with {}", e.error(), e);
            return tell(e);
        } catch (RuntimeException e) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("Command failed, reference {}", reference, e);
            return tell(ErrorCode.UNEXPECTED, Map.of("reference", reference));
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** Told once: a command has no button to put it away with. */
    private void tellBehind(OpenOffice office) throws ReportingException {
        java.util.Optional<Map<String, String>> behind = office.behind();
        if (behind.isPresent()) {
            tell(ErrorCode.STORE_BEHIND, behind.get());
            office.behindRead();
        }
    }

    private void warnOfLittleRoom(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < LITTLE_ROOM_BYTES) {
                tell(ErrorCode.DISK_NEARLY_FULL, Map.of("free", (free >> 20) + " MB"));
            }
        } catch (IOException e) {
            LOG.warn("The room on the disk cannot be told", e);
        }
    }

    private void tell(StoreRepairs repairs) {
        if (repairs.restored() > 0) {
            tell(ErrorCode.STORE_REPAIRED, Map.of("count", Integer.toString(repairs.restored())));
        }
        for (StoreRepairs.Repair repair : java.util.EnumSet.allOf(StoreRepairs.Repair.class)) {
            boolean isSaidAbove = repair == StoreRepairs.Repair.REPLAYED || repair == StoreRepairs.Repair.TAIL_CUT;
            if (repairs.repairs().contains(repair) && !isSaidAbove) {
                err.println(text.of("repair." + repair));
            }
        }
        if (!repairs.keptIn().isEmpty()) {
            err.println(text.of("repair.kept", repairs.keptIn()));
        }
    }

    int tell(ReportingException failure) { return tell(failure.error(), failure.details()); }

    int tell(ErrorCode error, Map<String, String> details) {
        err.println(failures.sentence(error, details) + " [" + error.code() + "]");
        return error.exitCode().number();
    }

    static <T> T needed(@Nullable T value, String option) throws ReportingException {
        if (value == null) {
            throw new ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", option));
        }
        return value;
    }

    /** Reads a period and finds this office's report of it. */
    ReportId report(OpenOffice office, String period) throws ReportingException {
        return office.offices().reportFor(period(office, period));
    }

    PeriodId period(OpenOffice office, String period) throws ReportingException {
        try {
            return new PeriodId(period);
        } catch (IllegalArgumentException e) {
            String known = String.join("、", office.offices().tasks().stream().map(task -> task.report().period().value()).toList());
            throw new ReportingException(ErrorCode.PERIOD_UNKNOWN, Map.of("period", period, "known", known), e);
        }
    }

    void printJson(Object value) { out.println(new String(WireJson.write(value), java.nio.charset.StandardCharsets.UTF_8)); }

    String time(java.time.@Nullable Instant instant) { return instant == null ? "" : TIME.format(instant.atZone(zone)); }
}
