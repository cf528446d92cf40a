package org.shangbao.client.data;

import java.io.IOException;
import java.nio.file.Files;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.keeping.FolderRecovery;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.RecoveryAnswer;
import org.shangbao.wire.v1.RecoveryRequest;
import org.shangbao.wire.v1.SealedBox;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;

/**
 * Recovery on the key files alone; the database stays closed. The private half of a request waits in {@code recovery.json}, wrapped with the
 * password chosen when asking: folder and answer together open nothing without it.
 */
public final class H2FolderRecovery implements FolderRecovery {
    private static final int MOST_BYTES = 1 << 16;
    private static final int MOST_BOXES = 8;

    private final DataFolder folder;
    private final String unitName;
    private final Clock clock;

    /**
     * Recovery of a folder.
     *
     * @param unitName name of the office as the folder tells it without a key, for the person who answers
     */
    public H2FolderRecovery(DataFolder folder, String unitName, Clock clock) {
        this.folder = folder;
        this.unitName = unitName;
        this.clock = clock;
    }

    /** What waits for an answer. */
    record Waiting(String format, int version, String request, String name, Instant at, DataKey.Envelope privateKey) {
        static final String FORMAT = "shangbao-recovery-waiting";
    }

    @Override
    public boolean isPossible() throws ReportingException { return folder.isOffice() && !recoveryEnvelopes().isEmpty(); }

    private List<DataKey.Envelope> recoveryEnvelopes() throws ReportingException {
        return KeyFiles.read(folder).envelopes().stream().filter(DataKey.Envelope::isRecovery).limit(MOST_BOXES).toList();
    }

    @Override
    public Optional<Asked> asked() throws ReportingException {
        return Optional.ofNullable(waiting())
                .map(waiting -> new Asked(waiting.name(), RecoveryRequest.checkNumber(waiting.request()), waiting.at()));
    }

    private @Nullable Waiting waiting() throws ReportingException {
        try {
            if (!Files.exists(folder.recovery()) || Files.size(folder.recovery()) > MOST_BYTES) {
                return null;
            }
            Waiting waiting = WireJson.read(Files.readAllBytes(folder.recovery()), Waiting.class);
            return waiting.format().equals(Waiting.FORMAT) && waiting.version() == 1 ? waiting : null;
        } catch (WireFormatException e) {
            return null;
        } catch (IOException e) {
            throw DataFolder.notWritable(e);
        }
    }

    @Override
    public Request ask(String name, byte[] newSecret) throws ReportingException {
        KeyFiles.requireName(name);
        return FolderLock.with(folder, () -> {
            List<DataKey.Envelope> envelopes = recoveryEnvelopes();
            if (envelopes.isEmpty()) {
                throw new ReportingException(ErrorCode.NO_RECOVERY_KEY, Map.of());
            }
            KeyPair pair = SealedBox.newKeyPair();
            Instant now = clock.instant();
            RecoveryRequest request = new RecoveryRequest(RecoveryRequest.FORMAT, 1, envelopes.getFirst().recoveryUnit(), unitName, name,
                    envelopes.stream().map(DataKey.Envelope::box).toList(), SealedBox.text(pair.getPublic()), now);
            String digest = request.digest();
            DataKey.Envelope wrapped = DataKey.wrap(digest, newSecret, pair.getPrivate().getEncoded());
            DataFolder.writeWhole(folder.recovery(), WireJson.write(new Waiting(Waiting.FORMAT, 1, digest, name, now, wrapped)));
            return new Request(WireJson.write(request), request.checkNumber());
        });
    }

    @Override
    public void take(byte[] answer, byte[] newSecret) throws ReportingException {
        RecoveryAnswer given = RecoveryAnswer.read(answer);
        FolderLock.with(folder, () -> {
            Waiting waiting = waiting();
            if (waiting == null || !waiting.request().equals(given.request()) || !waiting.privateKey().holder().equals(given.request())) {
                throw new ReportingException(ErrorCode.RECOVERY_BROKEN, Map.of());
            }
            byte[] privateKey = DataKey.unwrap(waiting.privateKey(), newSecret);
            if (privateKey.length == 0) {
                throw new ReportingException(ErrorCode.STORE_LOCKED, Map.of());
            }
            String text = java.util.Base64.getEncoder().encodeToString(privateKey);
            DataKey key = DataKey.ofRecovered(
                    given.dataKey().open(SealedBox.privateKey(text), RecoveryAnswer.purpose(given.request())));
            if (key == null) {
                throw new ReportingException(ErrorCode.RECOVERY_BROKEN, Map.of());
            }
            KeyFiles.put(folder, key.envelope(waiting.name(), newSecret));
            try {
                Files.deleteIfExists(folder.recovery());
            } catch (IOException e) {
                throw DataFolder.notWritable(e);
            }
            return Boolean.TRUE;
        });
    }
}
