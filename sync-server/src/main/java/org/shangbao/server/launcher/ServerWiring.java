package org.shangbao.server.launcher;

import java.security.KeyPair;
import java.time.Clock;

import org.shangbao.model.error.ReportingException;
import org.shangbao.server.command.ServerSession;
import org.shangbao.server.service.account.AccountService;
import org.shangbao.server.service.account.SecretHasher;
import org.shangbao.server.service.account.SessionService;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.change.ChangesService;
import org.shangbao.server.service.edition.EditionCatalogue;
import org.shangbao.server.service.enrolment.EnrolmentService;
import org.shangbao.server.service.history.StoreMarkService;
import org.shangbao.server.service.packages.PackageService;
import org.shangbao.server.service.period.PeriodService;
import org.shangbao.server.service.prereview.PreReviewService;
import org.shangbao.server.service.report.ReceiptSigner;
import org.shangbao.server.service.report.RevisionChecks;
import org.shangbao.server.service.report.RevisionContents;
import org.shangbao.server.service.report.RevisionService;
import org.shangbao.server.service.review.ReviewRows;
import org.shangbao.server.service.review.ReviewService;
import org.shangbao.server.service.rollup.ProgressService;
import org.shangbao.server.service.rollup.RollUpService;
import org.shangbao.server.service.signoff.SignOffService;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.server.service.unit.UnitImportService;
import org.shangbao.server.service.upload.ObjectStore;
import org.shangbao.server.service.upload.PaperCheck;
import org.shangbao.server.service.upload.UploadService;
import org.shangbao.server.store.Database;
import org.shangbao.wire.v1.SealedBox;
import org.shangbao.wire.v1.transfer.PackageKey;

/** Every service on one database, wired by hand. */
final class ServerWiring implements ServerSession {
    private final Database database;
    private final PaperCheck paper;
    private final AuditTrail audit;
    private final SessionService sessions;
    private final RevisionService revisions;
    private final ReviewService reviews;
    private final PreReviewService preReviews;
    private final UploadService uploads;
    private final ChangesService changes;
    private final ProgressService progress;
    private final RollUpService rollUps;
    private final SignOffService signOffs;
    private final AccountService accounts;
    private final UnitImportService units;
    private final EditionCatalogue editions;
    private final PeriodService periods;
    private final EnrolmentService enrolments;
    private final StoreMarkService storeMarks;
    private final PackageService packages;

    ServerWiring(Database database, DataFolder folder, ServerSettings settings, Keys keys, PaperCheck paper, Clock clock) {
        this.database = database;
        audit = new AuditTrail(clock);
        UnitDirectory directory = new UnitDirectory();
        SecretHasher hasher = new SecretHasher();
        ReceiptSigner signer = new ReceiptSigner(keys.signing());
        String packageKey = SealedBox.text(keys.packages().getPublic());
        RevisionContents contents = new RevisionContents();
        ReviewRows rows = new ReviewRows(contents);
        editions = new EditionCatalogue(database, audit);
        sessions = new SessionService(database, hasher, audit, settings.lockout(), settings.session());
        revisions = new RevisionService(database, directory, editions, new RevisionChecks(contents), rows, signer, audit);
        reviews = new ReviewService(database, directory, editions, rows, audit);
        preReviews = new PreReviewService(database, directory, editions, rows, audit);
        this.paper = paper;
        uploads = new UploadService(database, directory, hasher, contents, rows, paper, new ObjectStore(folder.objects()), folder.staging(),
                audit);
        changes = new ChangesService(database, directory, settings.history(), signer.signed(PackageKey.TYPE, new PackageKey(packageKey)));
        progress = new ProgressService(database, directory, audit);
        rollUps = new RollUpService(database, directory, editions, contents);
        signOffs = new SignOffService(database, directory, rows, audit);
        accounts = new AccountService(database, directory, audit);
        units = new UnitImportService(database, audit);
        periods = new PeriodService(database, directory, editions, audit, settings.zone());
        storeMarks = new StoreMarkService(database, audit);
        enrolments = new EnrolmentService(database, directory, hasher, signer, audit, settings.url(), folder::recoveryKey,
                packageKey);
        packages = new PackageService(database, directory, sessions, preReviews, changes, signer, keys.packages(), audit);
    }

    /** What signs the server's word, and what opens packages written for it. */
    record Keys(KeyPair signing, KeyPair packages) {}

    static Database database(DataFolder folder, ServerSettings settings) throws ReportingException {
        return settings.databaseUrl().isEmpty()
                ? Database.embedded(folder.database())
                : Database.postgres(settings.databaseUrl(), settings.databaseUser(), settings.databaseSecret());
    }

    SessionService sessions() { return sessions; }

    RevisionService revisions() { return revisions; }

    ReviewService reviews() { return reviews; }

    PreReviewService preReviews() { return preReviews; }

    UploadService uploads() { return uploads; }

    ChangesService changes() { return changes; }

    ProgressService progress() { return progress; }

    StoreMarkService storeMarks() { return storeMarks; }

    RollUpService rollUps() { return rollUps; }

    @Override
    public SignOffService signOffs() { return signOffs; }

    @Override
    public AccountService accounts() { return accounts; }

    @Override
    public UnitImportService units() { return units; }

    @Override
    public EditionCatalogue editions() { return editions; }

    @Override
    public PeriodService periods() { return periods; }

    @Override
    public EnrolmentService enrolments() { return enrolments; }

    @Override
    public PackageService packages() { return packages; }

    @Override
    public AuditTrail.Verification verifyAudit() { return audit.verify(database); }

    @Override
    public void recordAudit(String act, String subject, String detail) {
        database.write(transaction -> {
            audit.record(transaction, AuditTrail.COMMAND, act, subject, detail);
            return Boolean.TRUE;
        });
    }

    @Override
    public void close() {
        paper.close();
        database.close();
    }
}
