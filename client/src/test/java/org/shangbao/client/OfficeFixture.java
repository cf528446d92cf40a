package org.shangbao.client;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.shangbao.client.launcher.ClientMain;
import org.shangbao.model.period.PeriodKind;
import org.shangbao.model.person.Role;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.wire.v1.EditionRecord;
import org.shangbao.wire.v1.EnrolmentFile;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.UnitRecord;
import org.shangbao.wire.v1.WindowRecord;
import org.shangbao.wire.v1.WireJson;
import org.shangbao.wire.v1.edition.EditionLoader;

/** A county's office on the official edition, and its commands run in this process. */
public final class OfficeFixture {
    public static final String UNIT = "990301";
    public static final String PERIOD = "2024-10";
    public static final String EDITION = "moe-jjs-bimonthly-2023-10";
    public static final String SECRET = "a secret of more than sixteen bytes";
    public static final Instant NOW = Instant.parse("2024-10-28T07:20:00Z");

    private final KeyPair serverKeys = SignedDocument.newKeyPair();
    private final Path folder;
    private final Clock clock;
    private final List<EditionRecord> furtherEditions = new ArrayList<>();
    private final List<WindowRecord> furtherWindows = new ArrayList<>();
    private String recoveryKey;

    public OfficeFixture(Path folder) { this(folder, Clock.fixed(NOW, ZoneOffset.UTC)); }

    public OfficeFixture(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Lets enrolment files of this fixture carry a recovery key. */
    public OfficeFixture withRecoveryKey(java.security.PublicKey key) {
        recoveryKey = org.shangbao.wire.v1.SealedBox.text(key);
        return this;
    }

    /** Lets enrolment files of this fixture bring another edition and a window for it. */
    public OfficeFixture withEdition(String id, byte[] edition, String period) {
        furtherEditions.add(new EditionRecord(id, Sha256.of(edition).hex(), Base64.getEncoder().encodeToString(edition)));
        furtherWindows.add(new WindowRecord(period, id, PeriodKind.REGULAR, UNIT, NOW, NOW.plusSeconds(86_400)));
        return this;
    }

    public KeyPair serverKeys() { return serverKeys; }

    public Path data() { return folder.resolve("office"); }

    public Path unlockFile() { return folder.resolve("unlock-file"); }

    /** Writes an enrolment file that names {@code serverUrl}. */
    public Path enrolmentFile(String serverUrl) throws IOException {
        byte[] edition = EditionLoader.officialBytes();
        List<UnitRecord> units = List.of(
                UnitRecord.of(Unit.of("MOE", "", "教育部", AdminLevel.MINISTRY, null, null), ""),
                UnitRecord.of(Unit.of("990000", "990000", "丙省", AdminLevel.PROVINCE, "MOE", FormLevel.PROVINCE), "0999-88001234"),
                UnitRecord.of(Unit.of("990300", "990300", "乙市", AdminLevel.CITY, "990000", null), "0999-6220000"),
                UnitRecord.of(Unit.of(UNIT, UNIT, "甲县", AdminLevel.COUNTY, "990300", FormLevel.COUNTY), "0999-6220187"));
        List<EditionRecord> editions = new ArrayList<>(furtherEditions);
        editions.add(new EditionRecord(EDITION, Sha256.of(edition).hex(), Base64.getEncoder().encodeToString(edition)));
        List<WindowRecord> windows = new ArrayList<>(furtherWindows);
        windows.add(new WindowRecord(PERIOD, EDITION, PeriodKind.REGULAR, UNIT, Instant.parse("2024-10-20T16:00:00Z"),
                Instant.parse("2024-10-30T10:00:00Z")));
        EnrolmentFile file = new EnrolmentFile(serverUrl, Base64.getEncoder().encodeToString(serverKeys.getPublic().getEncoded()), null,
                UNIT, units, editions, windows,
                List.of(), List.of(new PersonRecord("zhang", "张晓岚", UNIT, List.of(Role.FILLER), "0999-6220187"),
                        new PersonRecord("li", "李建国", UNIT, List.of(Role.REVIEWER), "")),
                List.of(new EnrolmentFile.AccountSecret("zhang", "first-secret")), recoveryKey, null, NOW);
        Path target = folder.resolve("office.enrolment");
        Files.write(target, WireJson.write(
                SignedDocument.sign(EnrolmentFile.TYPE, file, serverKeys.getPrivate(), serverKeys.getPublic())));
        return target;
    }

    /** Enrols the office through the command. */
    public OfficeFixture enrolled(String serverUrl) throws IOException {
        Files.writeString(unlockFile(), SECRET + "\n");
        Ran ran = run("enrol", enrolmentFile(serverUrl).toString());
        if (ran.exitCode() != 0) {
            throw new IOException("enrolment failed: " + ran.err());
        }
        return this;
    }

    /** Takes a copy of an office that was enrolled before. */
    public OfficeFixture copyOf(Path enrolled) throws IOException {
        try (java.util.stream.Stream<Path> files = Files.walk(enrolled)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(enrolled.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return this;
    }

    /** What a command did. */
    public record Ran(int exitCode, String out, String err) {}

    /** Runs a command on the office's folder. */
    public Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--data", data().toString(), "--unlock-file", unlockFile().toString()));
        all.addAll(Arrays.asList(arguments));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = ClientMain.run(all, new PrintWriter(out), new PrintWriter(err), clock);
        return new Ran(exitCode, out.toString(), err.toString());
    }
}
