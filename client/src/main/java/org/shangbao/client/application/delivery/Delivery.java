package org.shangbao.client.application.delivery;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.client.application.store.FileStore;
import org.shangbao.client.application.store.OfficeChanges;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.OutboxItem;
import org.shangbao.client.application.store.PaperKind;
import org.shangbao.client.application.store.ScanDetail;
import org.shangbao.client.application.store.Setting;
import org.shangbao.client.application.store.StoredReport;
import org.shangbao.client.application.store.StoredRevision;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.PreReviewAnswer;
import org.shangbao.wire.v1.Receipt;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.SignedDocument;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;
import org.shangbao.wire.v1.transfer.PackageReceipt;
import org.shangbao.wire.v1.transfer.PartOutcome;
import org.shangbao.wire.v1.transfer.TransferPackage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works through the outbox. One round at a time; safe to share between threads, never called from the UI thread. */
public final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    /** Less says more about the way than about its speed. */
    private static final long LEAST_MEASURED = 64 << 10;
    private static final long LOOK_MILLIS = 200;

    private final OfficeStore store;
    private final FileStore files;
    private final ReportingServer server;
    private final Backoff backoff;
    private final Clock clock;
    private final ReentrantLock oneRound = new ReentrantLock();

    /** Who wants a round. */
    public enum Occasion {
        /** A person: everything is tried now. */
        ASKED,
        /** The clock: items that were put off wait for their time. */
        BY_ITSELF
    }

    /**
     * What a round did.
     *
     * @param delivered items delivered
     * @param left      items that still wait or were refused
     * @param stopped   why the round ended early, null if it went through
     */
    public record Round(int delivered, int left, @Nullable ReportingException stopped) {}

    /** Makes it. */
    public Delivery(OfficeStore store, FileStore files, ReportingServer server, Backoff backoff, Clock clock) {
        this.store = store;
        this.files = files;
        this.server = server;
        this.backoff = backoff;
        this.clock = clock;
    }

    /**
     * Sends what waits. Given up, it ends at once and what was not delivered by then waits as before.
     *
     * @throws ReportingException only for failures of this office's own store
     * @throws java.util.concurrent.CancellationException if the person gave it up
     */
    public Round send(Occasion occasion) throws ReportingException {
        awaitRound();
        try {
            return sendLocked(occasion);
        } finally {
            oneRound.unlock();
        }
    }

    /** Another round may be sending a large scan; whoever waits for it can give up. */
    private void awaitRound() {
        try {
            while (!oneRound.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                Watched.current().orGiveUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            oneRound.lock();
        }
    }

    private Round sendLocked(Occasion occasion) throws ReportingException {
        List<OutboxItem> open = store.read(records -> records.outbox().stream()
                .filter(item -> item.state() != OutboxItem.State.DELIVERED).toList());
        Set<UUID> heldUp = new HashSet<>();
        int delivered = 0;
        ReportingException stopped = null;
        for (OutboxItem item : open) {
            if (!isDue(item, occasion) || heldUp.contains(item.revision())) {
                heldUp.add(item.revision());
                continue;
            }
            try {
                deliver(item);
                delivered++;
            } catch (ServerFailure e) {
                heldUp.add(item.revision());
                LOG.info("Sending {} {} of {} failed: {}", item.kind(), item.id(), item.report(), e.error());
                note(item, e);
                if (stopsRound(e)) {
                    stopped = e;
                    break;
                }
            } catch (ReportingException e) {
                if (e.error() == ErrorCode.STORE_NOT_WRITABLE) {
                    throw e;
                }
                // what lies here of this item is damaged; other items still go
                heldUp.add(item.revision());
                LOG.error("Item {} {} of {} cannot be sent", item.kind(), item.id(), item.report(), e);
                note(item, new ServerFailure(e.error(), e.details(), ServerFailure.Remedy.LOOK, null, e));
            }
        }
        return new Round(delivered, open.size() - delivered, stopped);
    }

    private boolean isDue(OutboxItem item, Occasion occasion) {
        if (item.state() == OutboxItem.State.REFUSED) {
            return false;
        }
        Instant nextAt = item.nextAt();
        return occasion == Occasion.ASKED || nextAt == null || !clock.instant().isBefore(nextAt);
    }

    /** Without link or sign-in every further item would fail the same way. */
    private static boolean stopsRound(ServerFailure failure) {
        return failure.remedy() == ServerFailure.Remedy.SIGN_IN || failure.error() == ErrorCode.SERVER_UNREACHABLE
                || failure.error() == ErrorCode.NOT_OUR_SERVER;
    }

    private void note(OutboxItem item, ServerFailure failure) throws ReportingException {
        store.write("outbox.failed", changes -> {
            // bytes may have moved on since the round began
            OutboxItem current = changes.outbox().stream().filter(other -> other.id().equals(item.id())).findFirst().orElse(item);
            if (failure.remedy() == ServerFailure.Remedy.LOOK && failure.error() != ErrorCode.UPLOAD_UNKNOWN) {
                changes.putOutboxItem(current.refused(failure.error().code(), failure.details()));
                if (item.kind() == OutboxItem.Kind.REVISION) {
                    takeBackSubmission(changes, item, failure);
                }
            } else {
                Instant next = clock.instant().plus(backoff.next(current.attempts() + 1, failure.retryAfter()));
                changes.putOutboxItem(current.postponed(next, failure.error().code(), failure.details()));
            }
            return item;
        });
    }

    /** The figures themselves were refused, so nothing was submitted: the report stands again where it stood before 上报. */
    private void takeBackSubmission(OfficeChanges changes, OutboxItem item, ServerFailure failure) throws ReportingException {
        for (OutboxItem other : changes.outbox()) {
            if (other.revision().equals(item.revision()) && other.state() == OutboxItem.State.WAITING) {
                changes.putOutboxItem(other.refused(failure.error().code(), failure.details()));
            }
        }
        Optional<StoredReport> report = changes.report(item.report());
        if (report.isPresent() && item.revision().equals(report.get().head()) && report.get().status() == ReportStatus.SUBMITTED) {
            boolean wasReturned = changes.state(item.report()).map(ReportState::status).filter(ReportStatus.RETURNED::equals).isPresent();
            changes.putReport(report.get().standing(ReportStatus.FINALIZED,
                    wasReturned ? ReviewStatus.RETURNED : ReviewStatus.NOT_SUBMITTED, clock.instant()));
        }
    }

    private void deliver(OutboxItem item) throws ReportingException {
        switch (item.kind()) {
            case REVISION -> deliverRevision(item);
            case ATTACHMENT -> deliverFile(item, "attachment");
            case SCAN -> deliverFile(item, "scan");
            case SIGN_OFF_SCAN -> deliverFile(item, "sign-off-scan");
            case DECISION -> {
                ReviewDecision decision = WireJson.read(body(item), ReviewDecision.class);
                received(item, server.act(item.report(), decision));
            }
            case PRE_REVIEW -> received(item, server.putPreReview(item.report(), item.revision(), body(item)));
            case PRE_REVIEW_ANSWER -> {
                PreReviewAnswer answer = WireJson.read(body(item), PreReviewAnswer.class);
                received(item, server.answerPreReview(item.report(), item.revision(), answer));
            }
            case PACKAGE -> passOn(item);
        }
    }

    private void passOn(OutboxItem item) throws ReportingException {
        PackageReceipt receipt = server.passOn(files.read(item.content(), TransferPackage.MOST_BYTES));
        Optional<PartOutcome> refused = receipt.parts().stream().filter(part -> !part.wasTaken()).findFirst();
        if (refused.isPresent()) {
            throw new ServerFailure(ErrorCode.of(refused.get().code()), refused.get().details(), ServerFailure.Remedy.LOOK, null, null);
        }
        store.write("outbox.delivered", changes -> {
            changes.putOutboxItem(item.delivered());
            return item;
        });
    }

    private void deliverRevision(OutboxItem item) throws ReportingException {
        StoredRevision revision = store.read(records -> records.revision(item.revision()))
                .orElseThrow(() -> new ReportingException(ErrorCode.STORE_DAMAGED, Map.of("detail", "revision " + item.revision())));
        FinalizedReport report = revision.content();
        byte[] answer = server.putRevision(item.report(), item.revision(), revision.bytes(), report.parent());
        verifyReceipt(answer, revision);
        store.write("outbox.delivered", changes -> {
            changes.putReceipt(item.revision(), new String(answer, StandardCharsets.UTF_8));
            changes.putOutboxItem(item.delivered());
            return item;
        });
    }

    private void verifyReceipt(byte[] answer, StoredRevision revision) throws ReportingException {
        String key = store.read(records -> records.setting(Setting.SERVER_KEY)).orElse("");
        PublicKey publicKey = SignedDocument.publicKey(key);
        try {
            SignedDocument document = WireJson.read(answer, SignedDocument.class);
            if (document.isSignedBy(publicKey, Receipt.TYPE)) {
                Receipt receipt = document.payloadAs(Receipt.class);
                if (receipt.reportId().equals(revision.report().toString()) && receipt.revision().equals(revision.revision())
                        && receipt.digest().equals(revision.digest())) {
                    return;
                }
            }
        } catch (WireFormatException e) {
            LOG.warn("What came as a receipt of {} is none", revision.revision(), e);
        }
        throw new ServerFailure(ErrorCode.NOT_OUR_SERVER, Map.of(), ServerFailure.Remedy.RETRY, null, null);
    }

    private void deliverFile(OutboxItem item, String kind) throws ReportingException {
        ReportingServer.Upload upload = new ReportingServer.Upload(item.content(), item.size(), item.report(), item.revision(), kind,
                item.fileName(), kind.equals("scan")
                        ? store.read(records -> records.scanDetail(item.revision(), PaperKind.REPORT)).map(ScanDetail::byHand).orElse(null)
                        : null);
        Instant began = clock.instant();
        long[] first = { -1 };
        ReportingServer.Progress progress = (url, sent) -> {
            first[0] = first[0] < 0 ? sent : first[0];
            Watched.current().at(sent, item.size());
            store.write("outbox.progress", changes -> {
                changes.putOutboxItem(item.uploaded(url, sent));
                return item;
            });
        };
        try {
            server.upload(upload, item.upload(), offset -> files.open(item.content(), offset), progress);
        } catch (ServerFailure e) {
            if (e.error() != ErrorCode.UPLOAD_UNKNOWN || item.upload().isEmpty()) {
                throw e;
            }
            // the server forgot the upload: once more from the start
            progress.sent("", 0);
            first[0] = 0;
            server.upload(upload, "", offset -> files.open(item.content(), offset), progress);
        }
        long speed = speed(item.size() - Math.max(0, first[0]), Duration.between(began, clock.instant()));
        store.write("outbox.delivered", changes -> {
            changes.putOutboxItem(item.delivered());
            if (speed > 0) {
                changes.putSetting(Setting.LINK_SPEED, Long.toString(speed));
            }
            return item;
        });
    }

    /** Bytes a second, 0 if too little was sent to tell; the server's reading of the scan at the end counts as sending, which people feel. */
    private static long speed(long bytes, Duration took) {
        return bytes < LEAST_MEASURED || took.toMillis() <= 0 ? 0 : Math.max(1, bytes * 1000 / took.toMillis());
    }

    private static byte[] body(OutboxItem item) { return item.content().getBytes(StandardCharsets.UTF_8); }

    private void received(OutboxItem item, ReportState state) throws ReportingException {
        store.write("outbox.delivered", changes -> {
            changes.putState(state);
            changes.putOutboxItem(item.delivered());
            return item;
        });
    }
}
