package org.shangbao.client.data;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.shangbao.client.application.store.OfficeChanges;
import org.shangbao.client.application.store.OfficeRecords;
import org.shangbao.client.application.store.OutboxItem;
import org.shangbao.client.application.store.PaperKind;
import org.shangbao.client.application.store.ScanFile;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.client.application.store.StoredRevision;
import org.shangbao.client.application.store.TypedFigure;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.wire.v1.Sha256;

/**
 * A clerk's work as an endless list of operations, each a function of its number: figures typed, a text, finalize, scan and submit, receipt.
 * What the store must hold after the first n of them is therefore known without having watched.
 */
final class ProofModel {
    static final List<String> KINDS = List.of("figure.save", "narrative.save", "report.finalize", "report.submit", "receipt.store");
    private static final ReportId REPORT = ReportId.parse("990301/2024-10/moe-jjs-bimonthly-2023-10");
    private static final Instant NOON = Instant.parse("2024-10-28T04:00:00Z");
    private static final int ROUND = 10;
    private static final int BLANKS = 37;

    private ProofModel() {}

    static String kind(long number) {
        return switch ((int) (number % ROUND)) {
            case 6 -> KINDS.get(1);
            case 7 -> KINDS.get(2);
            case 8 -> KINDS.get(3);
            case 9 -> KINDS.get(4);
            default -> KINDS.getFirst();
        };
    }

    /** Does operation {@code number}, which must be the next one. */
    static void perform(H2OfficeStore store, long number) throws ReportingException {
        String kind = kind(number);
        String scan = kind.equals("report.submit")
                ? store.files().put(new ByteArrayInputStream(scan(number)), 1 << 20,
                        ErrorCode.SCAN_TOO_LARGE).sha256()
                : "";
        store.write(kind, changes -> change(changes, number, scan));
    }

    /** Does operation {@code number} without storing it, as the program does before the first save: nothing may ever be seen of it. */
    static void rehearse(H2OfficeStore store, long number) throws ReportingException {
        store.rehearse(changes -> change(changes, number, Sha256.of(scan(number)).hex()));
    }

    private static String change(OfficeChanges changes, long number, String scan) throws ReportingException {
        String kind = kind(number);
        switch (kind) {
            case "figure.save" -> {
                changes.putFigure(REPORT, new TypedFigure(blank(number), "数 " + number));
                changes.putReport(report(ReportStatus.DRAFT, number));
            }
            case "narrative.save" -> {
                changes.putNarrative(REPORT, "2.1", "文字材料 " + "甲乙丙丁".repeat((int) (number % 97)) + number);
                changes.putReport(report(ReportStatus.DRAFT, number));
            }
            case "report.finalize" -> {
                String canonical = canonical(number);
                changes.addRevision(new StoredRevision(revision(number), REPORT, (int) (number / ROUND) + 1,
                        Sha256.of(canonical.getBytes(StandardCharsets.UTF_8)).hex(), canonical));
                changes.putReport(report(ReportStatus.FINALIZED, number));
            }
            case "report.submit" -> {
                changes.putScanFiles(revision(number), PaperKind.REPORT, List.of(new ScanFile("扫描 " + number + ".pdf", scan)));
                changes.putOutboxItem(item(number, OutboxItem.Kind.REVISION, ""));
                changes.putOutboxItem(item(number, OutboxItem.Kind.SCAN, scan));
                changes.putReport(report(ReportStatus.SUBMITTED, number));
            }
            default -> {
                changes.putReceipt(revision(number), "收据 " + number);
                changes.putOutboxItem(item(number - 1, OutboxItem.Kind.REVISION, "").delivered());
                changes.putReport(report(ReportStatus.SUBMITTED, number));
            }
        }
        return kind;
    }

    private static String blank(long number) { return "9." + number % BLANKS; }

    private static byte[] scan(long number) { return ("scan " + number + " ").repeat(400).getBytes(StandardCharsets.UTF_8); }

    private static String canonical(long number) { return "{\"number\":\"" + number + "\",\"filler\":\"" + "x".repeat(600) + "\"}"; }

    private static UUID revision(long number) { return new UUID(7, number / ROUND); }

    private static OutboxItem item(long number, OutboxItem.Kind kind, String content) {
        return OutboxItem.waiting(new UUID(8 + kind.ordinal(), number / ROUND), number * 10 + kind.ordinal(), kind, REPORT,
                revision(number), content, "", 100);
    }

    private static StoredReport report(ReportStatus status, long number) {
        return new StoredReport(REPORT, status, ReviewStatus.NOT_SUBMITTED, null, (int) (number / ROUND), "op" + number,
                NOON.plusSeconds(number));
    }

    /** Returns the number of operations the store holds, as its report's row says. */
    static long count(H2OfficeStore store) throws ReportingException {
        return store
                .read(records -> records.report(REPORT).map(report -> Long.parseLong(String.valueOf(report.lastFocus()).substring(2)) + 1)
                        .orElse(0L));
    }

    /**
     * Compares everything the store holds with what it must hold after {@code count} operations.
     *
     * @return what differs, empty if nothing does
     */
    static List<String> differences(H2OfficeStore store, long count) throws ReportingException {
        List<String> differences = new ArrayList<>(store.read(records -> compare(records, count)));
        for (long number = ROUND - 2; number < count; number += ROUND) {
            String sha256 = Sha256.of(scan(number)).hex();
            if (number >= count - 3 * ROUND && store.files().read(sha256, 1 << 20).length == 0) {
                differences.add("scan of " + number);
            }
        }
        return differences;
    }

    private static List<String> compare(OfficeRecords records, long count) throws ReportingException {
        SortedMap<String, String> figures = new TreeMap<>();
        String narrative = "";
        long revisions = 0;
        long submitted = 0;
        long receipts = 0;
        for (long number = 0; number < count; number++) {
            switch (kind(number)) {
                case "figure.save" -> figures.put(blank(number), "数 " + number);
                case "narrative.save" -> narrative = "文字材料 " + "甲乙丙丁".repeat((int) (number % 97)) + number;
                case "report.finalize" -> revisions++;
                case "report.submit" -> submitted++;
                default -> receipts++;
            }
        }
        SortedMap<String, String> found = new TreeMap<>();
        records.figures(REPORT).forEach((code, figure) -> found.put(code, figure.typed()));
        List<String> differences = new ArrayList<>();
        check(differences, "figures", figures, found);
        check(differences, "narrative", narrative, records.narratives(REPORT).getOrDefault("2.1", ""));
        List<StoredRevision> stored = records.revisions(REPORT);
        check(differences, "revisions", revisions, (long) stored.size());
        for (StoredRevision revision : stored) {
            check(differences, "digest", Sha256.of(revision.bytes()).hex(), revision.digest());
        }
        List<OutboxItem> outbox = records.outbox();
        check(differences, "outbox", 2 * submitted, (long) outbox.size());
        check(differences, "delivered", receipts, outbox.stream().filter(item -> item.state() == OutboxItem.State.DELIVERED).count());
        for (long round = 0; round < Math.max(revisions, receipts); round++) {
            check(differences, "receipt " + round, round < receipts, records.receipt(new UUID(7, round)).isPresent());
        }
        if (count > 0) {
            ReportStatus status = switch (kind(count - 1)) {
                case "figure.save", "narrative.save" -> ReportStatus.DRAFT;
                case "report.finalize" -> ReportStatus.FINALIZED;
                default -> ReportStatus.SUBMITTED;
            };
            check(differences, "status", Map.of("status", status), Map.of("status", records.report(REPORT).orElseThrow().status()));
        }
        return differences;
    }

    private static void check(List<String> differences, String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            differences.add(what + ": " + expected + " expected, " + found + " found");
        }
    }
}
