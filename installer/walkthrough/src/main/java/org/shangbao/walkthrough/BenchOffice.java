package org.shangbao.walkthrough;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.client.application.store.StoredRevision;
import org.shangbao.client.data.DataFolder;
import org.shangbao.client.data.H2OfficeStore;
import org.shangbao.client.launcher.ClientRuntime;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.period.PeriodKind;
import org.shangbao.model.person.Role;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.wire.v1.EditionRecord;
import org.shangbao.wire.v1.EnrolmentFile;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.UnitRecord;
import org.shangbao.wire.v1.WindowRecord;
import org.shangbao.wire.v1.WireJson;
import org.shangbao.wire.v1.edition.EditionLoader;
import org.shangbao.wire.v1.units.UnitCsv;

/** A county's office made for a measurement: enrolled without a server, with as many earlier periods as are wanted. */
final class BenchOffice {
    private static final byte[] SECRET = "bench-secret-of-32-bytes-or-more".getBytes(StandardCharsets.UTF_8);
    private static final int MONTHS = 12;

    private final Path data;
    private final Unit unit;

    private BenchOffice(Path data, Unit unit) {
        this.data = data;
        this.unit = unit;
    }

    /** Enrols an office in a folder that does not exist yet. */
    static BenchOffice enrolled(Path folder) throws ReportingException, IOException {
        UnitTree tree = UnitCsv.shipped();
        Unit unit = tree.get(new UnitId("460105"));
        Files.createDirectories(folder);
        BenchOffice office = new BenchOffice(folder.resolve("office"), unit);
        ClientRuntime.enrol(office.data, Files.write(folder.resolve("enrolment.json"), enrolment(tree, unit)), "", SECRET);
        return office;
    }

    ReportId report() { return new ReportId(unit.id(), Walk.PERIOD, Walk.EDITION); }

    ClientRuntime open() throws ReportingException { return ClientRuntime.open(data, SECRET, Clock.systemUTC(), Locale.ROOT); }

    /** Returns the office's folder. */
    Path data() { return data; }

    /** Writes what unlocks the folder into a file. */
    static Path unlockFile(Path file) throws IOException {
        return Files.write(file, SECRET);
    }

    /**
     * Writes approved reports of earlier periods, one every second month.
     *
     * @param periods how many
     */
    void putHistory(int periods) throws ReportingException {
        ExecutorService storeThread = Executors.newSingleThreadExecutor();
        try (H2OfficeStore store = H2OfficeStore.open(new DataFolder(data), SECRET, storeThread)) {
            String digest = new EditionLoader().official().digest();
            for (int back = 1; back <= periods; back++) {
                FinalizedReport report = earlier(period(Walk.PERIOD, back), back, digest);
                ReportId id = new ReportId(unit.id(), new PeriodId(report.period()), Walk.EDITION);
                store.write("bench.history", changes -> {
                    changes.addRevision(new StoredRevision(report.revision(), id, 1, report.digest().hex(),
                            new String(report.canonicalBytes(), StandardCharsets.UTF_8)));
                    changes.putReport(new StoredReport(id, ReportStatus.SUBMITTED, ReviewStatus.APPROVED, report.revision(), 1, null,
                            Instant.EPOCH));
                    return id;
                });
            }
        } finally {
            storeThread.shutdown();
        }
    }

    private static PeriodId period(PeriodId from, int back) {
        int months = from.year() * MONTHS + from.month() - 1 - 2 * back;
        return new PeriodId(String.format(Locale.ROOT, "%04d-%02d", months / MONTHS, months % MONTHS + 1));
    }

    private FinalizedReport earlier(PeriodId period, int number, String digest) {
        TreeMap<String, @Nullable String> figures = new TreeMap<>(SampleFigures.county(unit.id()));
        TreeMap<String, String> texts = new TreeMap<>();
        texts.put("2.1", SampleTexts.kindergartenPlan(unit, SampleFigures.county(unit.id(), "2.1.1")));
        return new FinalizedReport(FinalizedReport.FORMAT, 1, FinalizedReport.Kind.FORM, unit.id().value(), unit.name(), period.value(),
                Walk.EDITION.value(), digest, UUID.nameUUIDFromBytes(new byte[]{ (byte) number }), 1, null, Instant.EPOCH, figures, texts,
                new TreeMap<>(), List.of(), List.of(), List.of(), List.of(), new FinalizedReport.People("王桂兰", "", "", ""), "bench");
    }

    /** An enrolment file of an office with one open period and no server. */
    static byte[] enrolment(UnitTree tree, Unit unit) {
        KeyPair keys = SignedDocument.newKeyPair();
        byte[] edition = EditionLoader.officialBytes();
        List<UnitRecord> units = new ArrayList<>(
                tree.chainAbove(unit.id()).reversed().stream().map(above -> UnitRecord.of(above, "")).toList());
        units.add(UnitRecord.of(unit, ""));
        EnrolmentFile file = new EnrolmentFile("http://127.0.0.1:9", Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                null, unit.id().value(), units,
                List.of(new EditionRecord(Walk.EDITION.value(), Sha256.of(edition).hex(), Base64.getEncoder().encodeToString(edition))),
                List.of(new WindowRecord(Walk.PERIOD.value(), Walk.EDITION.value(), PeriodKind.REGULAR, unit.id().value(), Instant.EPOCH,
                        Instant.EPOCH)),
                List.of(), List.of(new PersonRecord("bench", "王桂兰", unit.id().value(), List.of(Role.FILLER), "")),
                List.of(new EnrolmentFile.AccountSecret("bench", "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0")), null, null,
                Instant.EPOCH);
        return WireJson.write(SignedDocument.sign(EnrolmentFile.TYPE, file, keys.getPrivate(), keys.getPublic()));
    }
}
