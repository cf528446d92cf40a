package org.shangbao.client.application.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.shangbao.client.application.delivery.Reception;
import org.shangbao.client.application.delivery.ReportingServer;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.office.OfficeReading;
import org.shangbao.client.application.store.FileStore;
import org.shangbao.client.application.store.OfficeChanges;
import org.shangbao.client.application.store.OfficeRecords;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.OutboxItem;
import org.shangbao.client.application.store.Setting;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ExitCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.wire.v1.Changes;
import org.shangbao.wire.v1.SealedBox;
import org.shangbao.wire.v1.SessionRequest;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.WireJson;
import org.shangbao.wire.v1.transfer.DownwardContents;
import org.shangbao.wire.v1.transfer.PackageHeader;
import org.shangbao.wire.v1.transfer.PackageHeader.Direction;
import org.shangbao.wire.v1.transfer.PackagePart;
import org.shangbao.wire.v1.transfer.PackageReceipt;
import org.shangbao.wire.v1.transfer.PartOutcome;
import org.shangbao.wire.v1.transfer.TransferPackage;
import org.shangbao.wire.v1.transfer.UpwardContents;

/** Packages of an office's own store. */
public final class StoredPackageService implements PackageService {
    private final OfficeStore store;
    private final FileStore files;
    private final OfficeReading reading;
    private final PackageReception reception;
    private final ReportingServer server;
    private final Clock clock;

    /** Makes the service. */
    public StoredPackageService(OfficeStore store, FileStore files, OfficeReading reading, Reception reception, ReportingServer server,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.reading = reading;
        this.reception = new PackageReception(store, reception);
        this.server = server;
        this.clock = clock;
    }

    @Override
    public int save(ReportId report, Path target) throws ReportingException {
        KeyPair answerKey = answerKey();
        List<OutboxItem> waiting = store.read(records -> waiting(records, report));
        byte[] file = store.read(records -> written(records, report, waiting, answerKey));
        write(file, target);
        String name = String.valueOf(target.getFileName());
        store.write("package.save", changes -> {
            for (OutboxItem item : waiting(changes, report)) {
                changes.putOutboxItem(item.savedIn(name));
            }
            return report;
        });
        return waiting.size();
    }

    private static List<OutboxItem> waiting(OfficeRecords records, ReportId report) throws ReportingException {
        return records.outbox().stream().filter(item -> item.kind() == OutboxItem.Kind.PRE_REVIEW && item.report().equals(report)
                && item.state() == OutboxItem.State.WAITING).toList();
    }

    private byte[] written(OfficeRecords records, ReportId report, List<OutboxItem> waiting, KeyPair answerKey) throws ReportingException {
        if (waiting.isEmpty()) {
            throw new ReportingException(ErrorCode.PACKAGE_EMPTY, Map.of());
        }
        Optional<String> key = records.setting(Setting.PACKAGE_KEY);
        if (key.isEmpty()) {
            throw new ReportingException(ErrorCode.PACKAGE_NO_KEY, Map.of());
        }
        Unit unit = reading.office(records).unit();
        String account = records.setting(Setting.ACCOUNT).orElse("");
        List<PackagePart> parts = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        for (OutboxItem item : waiting) {
            byte[] draft = item.content().getBytes(StandardCharsets.UTF_8);
            parts.add(PackagePart.of(PackagePart.PRE_REVIEW, address(item), draft));
            contents.add(draft);
        }
        return TransferPackage.of(PackageHeader.up(UUID.randomUUID(), report, unit.id(), clock.instant()),
                List.of(SealedBox.publicKey(key.get())), new UpwardContents(new SessionRequest(account, records.secret(account).orElse("")),
                        SealedBox.text(answerKey.getPublic()), parts),
                contents).bytes();
    }

    /** Returns where a draft goes. */
    static String address(OutboxItem draft) {
        return draft.report() + "/pre-reviews/" + draft.revision();
    }

    /** The key answers are closed for; its private half stays in this folder. */
    private KeyPair answerKey() throws ReportingException {
        Optional<String> known = store.read(records -> records.setting(Setting.ANSWER_KEY));
        if (known.isPresent()) {
            return keyPair(known.get());
        }
        KeyPair made = SealedBox.newKeyPair();
        store.write("package.key", changes -> {
            changes.putSetting(Setting.ANSWER_KEY, SealedBox.text(made.getPublic()) + " " + SealedBox.text(made.getPrivate()));
            return Boolean.TRUE;
        });
        return made;
    }

    private static KeyPair keyPair(String stored) throws ReportingException {
        String[] halves = stored.split(" ", 2);
        return new KeyPair(SealedBox.publicKey(halves[0]), SealedBox.privateKey(halves[halves.length - 1]));
    }

    @Override
    public Taken take(Path file) throws ReportingException {
        byte[] bytes = read(file);
        TransferPackage found = TransferPackage.read(bytes);
        return found.header().direction() == Direction.UP ? passOn(found.header(), bytes) : receive(found);
    }

    private Taken passOn(PackageHeader header, byte[] bytes) throws ReportingException {
        ReportId report = ReportId.parse(String.valueOf(header.report()));
        Office office = store.read(reading::office);
        String name = office.units().find(new UnitId(header.unit())).map(Unit::name).orElse(header.unit());
        try {
            PackageReceipt receipt = server.passOn(bytes);
            List<PartOutcome> refused = receipt.parts().stream().filter(part -> !part.wasTaken()).toList();
            return new Taken.PassedOn(name, report.period().value(), receipt.parts().size() - refused.size(), refused);
        } catch (ReportingException e) {
            if (e.error().exitCode() != ExitCode.NO_LINK) {
                throw e;
            }
            FileStore.Content content = files.put(new ByteArrayInputStream(bytes), TransferPackage.MOST_BYTES, ErrorCode.PACKAGE_TOO_LARGE);
            store.write("package.wait", changes -> {
                if (changes.outbox().stream().noneMatch(item -> isWaiting(item, header))) {
                    changes.putOutboxItem(OutboxItem.waiting(UUID.randomUUID(), nextPosition(changes), OutboxItem.Kind.PACKAGE, report,
                            header.id(), content.sha256(), name + TransferPackage.SUFFIX, content.size()));
                }
                return report;
            });
            return new Taken.Waits(name, report.period().value());
        }
    }

    private static boolean isWaiting(OutboxItem item, PackageHeader header) {
        return item.kind() == OutboxItem.Kind.PACKAGE && item.revision().equals(header.id()) && item.state() == OutboxItem.State.WAITING;
    }

    private static long nextPosition(OfficeChanges changes) throws ReportingException {
        return changes.outbox().stream().mapToLong(OutboxItem::position).max().orElse(0) + 1;
    }

    private Taken receive(TransferPackage found) throws ReportingException {
        Office office = store.read(reading::office);
        PackageHeader header = found.header();
        if (!header.unit().equals(office.unit().id().value())) {
            throw notForUs(office.units().find(new UnitId(header.unit())).map(Unit::name).orElse(header.unit()));
        }
        TransferPackage.Contents contents = opened(found);
        SignedDocument document = contents.listAs(SignedDocument.class);
        PublicKey serverKey = SignedDocument.publicKey(store.read(records -> records.setting(Setting.SERVER_KEY)).orElse(""));
        if (!document.isSignedBy(serverKey, DownwardContents.TYPE)) {
            throw notForUs(office.unit().name());
        }
        DownwardContents list = document.payloadAs(DownwardContents.class);
        List<byte[]> parts = contents.cut(list.parts());
        boolean isWhole = list.id().equals(header.id()) && list.unit().equals(header.unit())
                && list.createdAt().equals(header.createdAt());
        List<Changes> pages = new ArrayList<>();
        for (int index = 0; index < parts.size(); index++) {
            isWhole &= list.parts().get(index).isOf(parts.get(index));
            if (isWhole && list.parts().get(index).kind().equals(PackagePart.CHANGES)) {
                pages.add(WireJson.read(parts.get(index), Changes.class));
            }
        }
        if (!isWhole) {
            throw new ReportingException(ErrorCode.PACKAGE_BROKEN, Map.of("reason", "parts"));
        }
        return reception.take(list, pages);
    }

    private TransferPackage.Contents opened(TransferPackage found) throws ReportingException {
        if (found.isInClear()) {
            return found.inClear();
        }
        Optional<String> stored = store.read(records -> records.setting(Setting.ANSWER_KEY));
        if (stored.isEmpty()) {
            throw notForUs(found.header().unit());
        }
        KeyPair key = keyPair(stored.get());
        return found.open(key.getPublic(), key.getPrivate());
    }

    private static ReportingException notForUs(String unit) {
        return new ReportingException(ErrorCode.PACKAGE_NOT_FOR_US, Map.of("unit", unit));
    }

    @Override
    public Reading saveFor(UnitId unit, Path target) throws ReportingException {
        byte[] file = server.packageFor(unit);
        TransferPackage made = TransferPackage.read(file);
        write(file, target);
        return made.isInClear() ? Reading.IN_CLEAR : Reading.CLOSED;
    }

    private static byte[] read(Path file) throws ReportingException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(TransferPackage.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", String.valueOf(file.getFileName())), e);
        }
    }

    /** A file that is cut off half-way must not look like a whole one. */
    private static void write(byte[] file, Path target) throws ReportingException {
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        try {
            Files.write(temporary, file);
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", String.valueOf(target.getFileName())), e);
        }
    }
}
