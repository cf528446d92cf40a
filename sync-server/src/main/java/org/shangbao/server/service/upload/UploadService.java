package org.shangbao.server.service.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.paper.ScanFault;
import org.shangbao.server.service.account.Permissions;
import org.shangbao.server.service.account.SecretHasher;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.report.ReportRepository.StoredRevision;
import org.shangbao.server.service.report.RevisionContents;
import org.shangbao.server.service.review.ReviewRows;
import org.shangbao.server.service.signoff.SignOffRepository.SignOffPaper;
import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.server.service.transaction.Transactions;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.server.service.unit.UnitList;
import org.shangbao.server.service.upload.UploadRepository.Kind;
import org.shangbao.server.service.upload.UploadRepository.State;
import org.shangbao.server.service.upload.UploadRepository.StoredFile;
import org.shangbao.server.service.upload.UploadRepository.StoredUpload;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.PaperByHand;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.WireJson;

/**
 * Takes files in pieces. Order of what is durable: the bytes in the staging directory, then the file under its digest in the store, then the
 * row that says so; a process that dies in between leaves an upload that goes on where it was or begins anew, never a row without its
 * file. Safe to share between threads.
 */
public final class UploadService {
    /** Largest file that is taken, in bytes. */
    public static final long MOST_BYTES = 64L << 20;
    private static final int MOST_OPEN = 32;
    private static final Duration KEPT = Duration.ofDays(30);
    private final Transactions transactions;
    private final UnitDirectory units;
    private final SecretHasher names;
    private final RevisionContents contents;
    private final ReviewRows rows;
    private final PaperCheck paperCheck;
    private final ObjectStore objects;
    private final Path staging;
    private final AuditTrail audit;
    private final Map<String, StagedFile> staged = new ConcurrentHashMap<>();

    /**
     * @param names   makes the random names of uploads
     * @param staging directory for unfinished uploads, on the same file system as the store
     */
    public UploadService(Transactions transactions, UnitDirectory units, SecretHasher names, RevisionContents contents, ReviewRows rows,
            PaperCheck paperCheck, ObjectStore objects, Path staging, AuditTrail audit) {
        this.transactions = transactions;
        this.units = units;
        this.names = names;
        this.contents = contents;
        this.rows = rows;
        this.paperCheck = paperCheck;
        this.objects = objects;
        this.staging = staging;
        this.audit = audit;
    }

    /** What a client says of a file before it sends it. */
    public record Announcement(long length, Sha256 sha256, ReportId reportId, UUID revision, Kind kind, String fileName,
            @Nullable PaperByHand byHand) {}

    /** An upload and how many bytes of it are here. */
    public record Progress(String id, long offset, long length) {
        /** True if nothing is missing. */
        public boolean isComplete() { return offset == length; }
    }

    /**
     * Begins an upload, or names the finished one if exactly this file came for this revision before. A file that came for another revision
     * is not taken from there: whoever knows a digest would get at the file.
     *
     * @throws ReportingException SCAN_TOO_LARGE; REPORT_UNKNOWN if the revision is not here yet (figures come before paper); NOT_PERMITTED;
     *                            REPORT_FORMAT if an attachment is not one of the revision's, or too many uploads are open
     */
    public Progress begin(PersonRecord person, Announcement wanted) throws ReportingException {
        if (wanted.length() > MOST_BYTES) {
            throw new ReportingException(ErrorCode.SCAN_TOO_LARGE,
                    Map.of("size", mebibytes(wanted.length()), "most", mebibytes(MOST_BYTES)));
        }
        return transactions.write(transaction -> {
            UnitList list = units.in(transaction);
            Permissions.submit(person, list, list.require(wanted.reportId().unit()));
            requireRevision(transaction, wanted);
            Optional<StoredFile> before = transaction.uploads().files(wanted.sha256().hex()).stream()
                    .filter(file -> file.revision().equals(wanted.revision()) && file.kind() == wanted.kind()).findFirst();
            if (before.isPresent() && transaction.uploads().find(before.get().upload()).isPresent()) {
                return new Progress(before.get().upload(), wanted.length(), wanted.length());
            }
            if (transaction.uploads().countOpen(person.account()) >= MOST_OPEN) {
                throw new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", MOST_OPEN + " open uploads"));
            }
            String id = names.newSecret();
            transaction.uploads().add(new StoredUpload(id, person.account(), wanted.length(), wanted.sha256().hex(),
                    wanted.reportId().toString(), wanted.revision(), wanted.kind(), wanted.fileName(), State.OPEN, audit.now(),
                    wanted.byHand()));
            return new Progress(id, 0, wanted.length());
        });
    }

    private void requireRevision(Transaction transaction, Announcement wanted) throws ReportingException {
        String report = wanted.reportId().toString();
        if (transaction.reports().revision(wanted.revision()).filter(found -> found.report().equals(report)).isEmpty()) {
            throw new ReportingException(ErrorCode.REPORT_UNKNOWN, Map.of("report", report + " " + wanted.revision()));
        }
        boolean named = wanted.kind() != Kind.ATTACHMENT || contents.of(transaction, wanted.revision()).attachments().values().stream()
                .anyMatch(files -> files.stream().anyMatch(file -> file.sha256().equals(wanted.sha256().hex())));
        if (!named) {
            throw new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", "not an attachment of this revision"));
        }
    }

    /**
     * Returns how far an upload is, and ends a request that still hangs in it. One whose last byte came before a crash is finished now.
     *
     * @throws ReportingException UPLOAD_UNKNOWN; SCAN_REFUSED or UPLOAD_DIGEST if finishing it fails
     */
    public Progress progress(PersonRecord person, String id) throws ReportingException {
        StoredUpload upload = upload(person, id);
        if (upload.state() == State.DONE) {
            return new Progress(id, upload.length(), upload.length());
        }
        try {
            long offset = staged(upload).settle();
            if (offset == upload.length()) {
                finish(person, upload);
            }
            return new Progress(id, offset, upload.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes a piece.
     *
     * @param offset    where it begins
     * @param algorithm {@code SHA-1} or {@code SHA-256} if the sender gave a digest for the piece, else null
     * @param expected  that digest, else null
     * @return where the upload is afterwards; empty if the piece is not what its digest says
     * @throws IOException        if the connection breaks
     * @throws ReportingException UPLOAD_UNKNOWN, UPLOAD_OFFSET; SCAN_TOO_LARGE if more comes than was announced; with the last byte also
     *                            UPLOAD_DIGEST if the file is another one, SCAN_REFUSED if it is not this revision's paper
     */
    public Optional<Progress> append(PersonRecord person, String id, long offset, InputStream body, @Nullable String algorithm,
            byte @Nullable [] expected) throws IOException, ReportingException {
        StoredUpload upload = upload(person, id);
        if (upload.state() == State.DONE) {
            if (offset != upload.length()) {
                throw wrongOffset(upload.length());
            }
            return Optional.of(new Progress(id, upload.length(), upload.length()));
        }
        StagedFile.Checksum checksum = algorithm == null || expected == null ? null : new StagedFile.Checksum(algorithm, expected);
        StagedFile.Appended appended = staged(upload).append(offset, upload.length(), body, checksum);
        switch (appended.result()) {
            case WRONG_OFFSET, OVERTAKEN -> throw wrongOffset(appended.offset());
            case TOO_LONG -> throw new ReportingException(ErrorCode.SCAN_TOO_LARGE,
                    Map.of("size", mebibytes(upload.length() + 1), "most", mebibytes(upload.length())));
            case FALSE_CHECKSUM -> {
                return Optional.empty();
            }
            case KEPT -> {
                if (appended.offset() == upload.length()) {
                    finish(person, upload);
                }
            }
        }
        return Optional.of(new Progress(id, appended.offset(), upload.length()));
    }

    /**
     * Gives up an upload and drops its bytes.
     *
     * @throws ReportingException UPLOAD_UNKNOWN
     */
    public void terminate(PersonRecord person, String id) throws ReportingException {
        StoredUpload upload = upload(person, id);
        if (upload.state() == State.OPEN) {
            end(upload);
        }
    }

    /** Drops uploads nobody went on with for a long time; called at the start. */
    public void forgetAbandoned() {
        transactions.read(transaction -> transaction.uploads().openBefore(audit.now().minus(KEPT))).forEach(this::end);
    }

    private void finish(PersonRecord person, StoredUpload upload) throws IOException, ReportingException {
        StagedFile file = staged(upload);
        synchronized (file) {
            if (upload(person, upload.id()).state() == State.DONE) {
                return;
            }
            Sha256 announced = new Sha256(upload.sha256());
            Optional<Path> path = file.path();
            if (path.isPresent() && !file.digest().equals(announced)) {
                end(upload);
                throw new ReportingException(ErrorCode.UPLOAD_DIGEST, Map.of("file", upload.fileName()));
            }
            int pages = 0;
            if (upload.kind() != Kind.ATTACHMENT && path.isPresent()) {
                PaperCheck.Verdict verdict = check(path.get(), upload);
                if (!verdict.accepted()) {
                    refuse(person, upload);
                    throw refused(named(upload, verdict.faults()));
                }
                pages = verdict.pages();
            }
            if (path.isPresent()) {
                objects.take(path.get(), announced);
            }
            accept(person, upload, pages);
            staged.remove(upload.id());
        }
    }

    /** Units and the file by the names a person knows; the process that read the scan has no list of them. */
    private List<ScanFault> named(StoredUpload upload, List<ScanFault> faults) {
        return transactions.read(transaction -> {
            UnitList list = units.in(transaction);
            return faults.stream().map(fault -> switch (fault.code()) {
                case "unreadable" -> fault.with("file", upload.fileName());
                case "unit" -> fault.with("found", name(list, fault.values().get("found")))
                        .with("expected", name(list, fault.values().get("expected")));
                default -> fault;
            }).toList();
        });
    }

    private static String name(UnitList list, @Nullable String unit) {
        return unit == null ? "" : list.find(new UnitId(unit)).map(Unit::name).orElse(unit);
    }

    /** {@code problems} is for logs and programs that know nothing of {@code faults}. */
    private static ReportingException refused(List<ScanFault> faults) {
        String problems = faults.stream().map(fault -> fault.code() + " " + new TreeMap<>(fault.values()))
                .collect(Collectors.joining("; "));
        return new ReportingException(ErrorCode.SCAN_REFUSED,
                Map.of("problems", problems, "faults", new String(WireJson.write(faults), StandardCharsets.UTF_8)));
    }

    private PaperCheck.Verdict check(Path scan, StoredUpload upload) throws IOException {
        record Expected(FinalizedReport report, StoredRevision revision) {}
        Expected expected = transactions.read(transaction -> new Expected(contents.of(transaction, upload.revision()),
                transaction.reports().revision(upload.revision()).orElseThrow()));
        return paperCheck.check(scan, expected.report(), new Sha256(expected.revision().digest()), upload.kind(), upload.byHand());
    }

    private void accept(PersonRecord person, StoredUpload upload, int pages) {
        transactions.write(transaction -> {
            transaction.uploads().addFile(new StoredFile(upload.sha256(), upload.report(), upload.revision(), upload.kind(),
                    upload.fileName(), upload.length(), upload.id(), audit.now()));
            transaction.uploads().setState(upload.id(), State.DONE);
            if (upload.kind() == Kind.SCAN) {
                acceptScan(transaction, person, upload, pages);
            } else if (upload.kind() == Kind.SIGN_OFF_SCAN) {
                transaction.signOffs().setPaper(new SignOffPaper(upload.revision(), ReportState.Paper.ACCEPTED, upload.sha256()));
            }
            rows.changed(transaction, upload.report());
            audit.record(transaction, person.account(), "FILE", upload.report(), upload.kind() + " " + upload.sha256());
            return true;
        });
    }

    /** Paper a machine has read stays so, whatever is said of another scan of it later. */
    private void acceptScan(Transaction transaction, PersonRecord person, StoredUpload upload, int pages) {
        PaperByHand byHand = upload.byHand();
        if (byHand == null) {
            transaction.reports().setPaper(upload.revision(), ReportState.Paper.ACCEPTED, upload.sha256(), pages);
        } else if (transaction.reports().revision(upload.revision()).orElseThrow().paper() != ReportState.Paper.ACCEPTED) {
            transaction.reports().setPaper(upload.revision(), ReportState.Paper.NOT_MACHINE_READ, upload.sha256(), pages);
            transaction.reports().putByHand(upload.revision(), person.account(),
                    new ReportState.ByHand(byHand, person.name(), audit.now(), "", "", null));
            audit.record(transaction, person.account(), "PAPER_BY_HAND", upload.report(),
                    upload.revision() + " " + byHand.manner() + " " + byHand.unread() + "/" + byHand.pages() + " " + byHand.reason());
        }
    }

    /** A refused scan leaves an accepted one of before in force. */
    private void refuse(PersonRecord person, StoredUpload upload) {
        transactions.write(transaction -> {
            StoredRevision revision = transaction.reports().revision(upload.revision()).orElseThrow();
            if (upload.kind() == Kind.SCAN && revision.paper() == ReportState.Paper.NOT_THERE) {
                transaction.reports().setPaper(upload.revision(), ReportState.Paper.REFUSED, null, 0);
                rows.changed(transaction, upload.report());
            }
            audit.record(transaction, person.account(), "FILE_REFUSED", upload.report(), upload.kind() + " " + upload.sha256());
            return true;
        });
        end(upload);
    }

    private void end(StoredUpload upload) {
        transactions.write(transaction -> {
            transaction.uploads().setState(upload.id(), State.DEAD);
            return true;
        });
        try {
            staged(upload).drop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        staged.remove(upload.id());
    }

    private StoredUpload upload(PersonRecord person, String id) throws ReportingException {
        return transactions.read(transaction -> transaction.uploads().find(id)).filter(found -> found.account().equals(person.account()))
                .filter(found -> found.state() != State.DEAD).orElseThrow(() -> new ReportingException(ErrorCode.UPLOAD_UNKNOWN, Map.of()));
    }

    private StagedFile staged(StoredUpload upload) { return staged.computeIfAbsent(upload.id(), id -> new StagedFile(staging, id)); }

    /** A stored file: name as shown, length, its bytes (closed by whoever reads them). */
    public record OpenFile(String fileName, long length, InputStream bytes) {}

    /**
     * Opens a stored file.
     *
     * @throws ReportingException REPORT_UNKNOWN if there is none that the person may see
     * @throws IOException        if it cannot be read
     */
    public OpenFile open(PersonRecord person, Sha256 sha256) throws ReportingException, IOException {
        StoredFile file = transactions.read(transaction -> {
            UnitList list = units.in(transaction);
            return transaction.uploads().files(sha256.hex()).stream()
                    .filter(candidate -> Permissions.maySee(person, list, ReportId.parse(candidate.report()).unit())).findFirst();
        }).orElseThrow(() -> new ReportingException(ErrorCode.REPORT_UNKNOWN, Map.of("report", sha256.hex())));
        return new OpenFile(file.fileName(), objects.length(sha256), objects.open(sha256));
    }

    /**
     * Makes the staging directory.
     *
     * @throws IOException if it cannot be made
     */
    public void prepare() throws IOException { Files.createDirectories(staging); }

    private static ReportingException wrongOffset(long offset) {
        return new ReportingException(ErrorCode.UPLOAD_OFFSET, Map.of("offset", Long.toString(offset)));
    }

    private static String mebibytes(long bytes) { return (bytes + (1 << 20) - 1 >> 20) + " MB"; }
}
