package org.shangbao.client.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import org.shangbao.client.application.delivery.Backoff;
import org.shangbao.client.application.delivery.Delivery;
import org.shangbao.client.application.delivery.FolderAge;
import org.shangbao.client.application.delivery.LinkWatch;
import org.shangbao.client.application.delivery.Reception;
import org.shangbao.client.application.enrolment.EnrolmentService;
import org.shangbao.client.application.help.DiagnosticPackage;
import org.shangbao.client.application.help.HelpService;
import org.shangbao.client.application.keeping.OfficeKeeping;
import org.shangbao.client.application.keeping.UserKeyring;
import org.shangbao.client.application.office.Editions;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.office.OfficeReading;
import org.shangbao.client.application.office.StoredOfficeService;
import org.shangbao.client.application.paper.PaperImages;
import org.shangbao.client.application.paper.PaperService;
import org.shangbao.client.application.paper.StoredPaperService;
import org.shangbao.client.application.prereview.PreReviewService;
import org.shangbao.client.application.prereview.StoredPreReviewService;
import org.shangbao.client.application.report.Finalizing;
import org.shangbao.client.application.report.ReportService;
import org.shangbao.client.application.report.StoredReportService;
import org.shangbao.client.application.review.ReviewService;
import org.shangbao.client.application.review.ServerReviewService;
import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.Setting;
import org.shangbao.client.application.store.StoreRepairs;
import org.shangbao.client.application.text.FailureText;
import org.shangbao.client.application.transfer.PackageService;
import org.shangbao.client.application.transfer.StoredPackageService;
import org.shangbao.client.command.OpenOffice;
import org.shangbao.client.data.DataFolder;
import org.shangbao.client.data.FolderPlace;
import org.shangbao.client.data.H2OfficeKeeping;
import org.shangbao.client.data.H2OfficeStore;
import org.shangbao.client.data.StoreBackups;
import org.shangbao.client.scan.PdfPaperImages;
import org.shangbao.client.scan.SystemPrinters;
import org.shangbao.client.sync.HttpReportingServer;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.EnrolmentFile;
import org.shangbao.wire.v1.SessionRequest;

/**
 * An open data folder with everything that works on it. Several may be open in one process, each on its own folder. Safe to share between
 * threads.
 */
public final class ClientRuntime implements OpenOffice {
    /** Zone in which times are printed and shown. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Name and version written into every revision. */
    public static final String PROGRAM = "shangbao-client " + version();
    private static final int MOST_ENROLMENT_BYTES = 8 << 20;
    /** The compiler takes what ran two hundred times; the last of it then takes a while. */
    private static final int REHEARSALS = 400;
    private static final Duration MOST_REHEARSING = Duration.ofSeconds(3);

    private final ExecutorService storeThread;
    private final H2OfficeStore store;
    private final BackupsBeside backups;
    private final OfficeKeeping keeping;
    private final StoredOfficeService offices;
    private final StoredReportService reports;
    private final PaperService papers;
    private final ReviewService reviews;
    private final PreReviewService preReviews;
    private final PackageService packages;
    private final FailureText texts;
    private final FolderHelp help;

    private ClientRuntime(ExecutorService storeThread, H2OfficeStore store, BackupsBeside backups, OfficeKeeping keeping,
            StoredOfficeService offices,
            StoredReportService reports, PaperService papers, ReviewService reviews, PreReviewService preReviews,
            PackageService packages, FailureText texts,
            FolderHelp help) {
        this.storeThread = storeThread;
        this.store = store;
        this.backups = backups;
        this.keeping = keeping;
        this.offices = offices;
        this.reports = reports;
        this.papers = papers;
        this.reviews = reviews;
        this.preReviews = preReviews;
        this.packages = packages;
        this.texts = texts;
        this.help = help;
    }

    /**
     * Opens an enrolled data folder.
     *
     * @param secret what its unlock file holds
     * @throws ReportingException NOT_ENROLLED, STORE_IN_USE, STORE_LOCKED, STORE_DAMAGED
     */
    public static ClientRuntime open(Path data, byte[] secret, Clock clock, Locale locale) throws ReportingException {
        return open(data, secret, clock, locale, UserKeyrings.SYSTEM);
    }

    /** Opens an enrolled data folder; {@code keyring} stands for what the operating system keeps for its user. */
    static ClientRuntime open(Path data, byte[] secret, Clock clock, Locale locale, UserKeyring keyring) throws ReportingException {
        DataFolder folder = folder(data);
        FolderPlace.require(folder.root());
        ExecutorService storeThread = storeThread();
        boolean opened = false;
        try {
            H2OfficeStore store = H2OfficeStore.open(folder, secret, storeThread);
            try {
                keepRecoverable(store);
                ClientRuntime runtime = wire(folder, storeThread, store, clock, locale, keyring);
                opened = true;
                return runtime;
            } finally {
                if (!opened) {
                    store.close();
                }
            }
        } finally {
            if (!opened) {
                storeThread.shutdown();
            }
        }
    }

    /**
     * Makes a data folder an office's. A folder in which nothing was enrolled yet may be missing or empty.
     *
     * @param enrolmentFile 授权文件
     * @param account       account that works here, empty for the first one the file names
     * @param secret        secret that unlocks the folder from now on, at least 16 bytes
     * @return the office
     * @throws ReportingException ENROLMENT_BROKEN, ALREADY_ENROLLED, FILE_UNREADABLE, STORE_LOCKED
     */
    public static Office enrol(Path data, Path enrolmentFile, String account, byte[] secret) throws ReportingException {
        Editions editions = new Editions();
        EnrolmentFile file = EnrolmentService.verify(read(enrolmentFile), editions);
        DataFolder folder = folder(data);
        FolderPlace.require(folder.root());
        ExecutorService storeThread = storeThread();
        try (H2OfficeStore store = H2OfficeStore.create(folder, secret, storeThread)) {
            Office office = new EnrolmentService(store, new OfficeReading(editions)).enrol(file, account);
            folder.describe(EnrolmentService.about(office));
            keepRecoverable(store);
            return office;
        } finally {
            storeThread.shutdown();
        }
    }

    /**
     * Takes a later enrolment file of the same office: new secrets of its accounts, and the recovery key.
     *
     * @throws ReportingException ENROLMENT_BROKEN, ALREADY_ENROLLED if it is another office's, NOT_ENROLLED, or as opening
     */
    public static Office renew(Path data, Path enrolmentFile, byte[] secret) throws ReportingException {
        Editions editions = new Editions();
        EnrolmentFile file = EnrolmentService.verify(read(enrolmentFile), editions);
        ExecutorService storeThread = storeThread();
        try (H2OfficeStore store = H2OfficeStore.open(folder(data), secret, storeThread)) {
            Office office = new EnrolmentService(store, new OfficeReading(editions)).renew(file);
            keepRecoverable(store);
            return office;
        } finally {
            storeThread.shutdown();
        }
    }

    /** A folder of before there was a recovery key, or of an older one, gets the envelope when it is opened. */
    private static void keepRecoverable(H2OfficeStore store) throws ReportingException {
        String unit = store.read(records -> records.setting(Setting.UNIT)).orElse("");
        Optional<String> key = store.read(records -> records.setting(Setting.RECOVERY_KEY));
        if (key.isPresent() && !unit.isEmpty()) {
            store.keepRecoverable(unit, key.get());
        }
    }

    /** Reads an enrolment file, as much of it as one can have. */
    static byte[] read(Path file) throws ReportingException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_ENROLMENT_BYTES);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", String.valueOf(file.getFileName())), e);
        }
    }

    static DataFolder folder(Path data) throws ReportingException {
        try {
            return new DataFolder(data);
        } catch (IllegalArgumentException e) {
            throw new ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", "--data"), e);
        }
    }

    private static ClientRuntime wire(DataFolder folder, ExecutorService storeThread, H2OfficeStore store, Clock clock, Locale locale,
            UserKeyring keyring) throws ReportingException {
        FailureText texts = new FailureText(locale);
        OfficeReading reading = new OfficeReading(new Editions());
        store.read(reading::office);
        LinkWatch watch = new LinkWatch(clock);
        HttpReportingServer server = server(store, clock, watch);
        Finalizing finalizing = new Finalizing(PROGRAM);
        Reception reception = new Reception(store, server, reading.editions(), clock);
        Delivery delivery = new Delivery(store, store.files(), server, new Backoff(RandomGenerator.getDefault()), clock);
        PaperImages images = new PdfPaperImages();
        PaperWithFonts papers = new PaperWithFonts(folder.root().resolve("fonts"));
        StoreBackups made = new StoreBackups(store);
        OfficeKeeping keeping = new H2OfficeKeeping(store, made, keyring, clock);
        return new ClientRuntime(storeThread, store, new BackupsBeside(store, made, clock),
                keeping,
                new StoredOfficeService(store, reading, delivery, reception, texts, clock, watch, new FolderAge(store, store, server)),
                new StoredReportService(store, store.files(), reading, finalizing, clock),
                new StoredPaperService(store, store.files(), reading,
                        new StoredPaperService.Ports(papers, images, new SystemPrinters(), server), texts, clock),
                new ServerReviewService(new ServerReviewService.Ports(store, server, reception, images), reading, finalizing, texts, clock),
                new StoredPreReviewService(store, reading, server, texts, clock, PROGRAM),
                new StoredPackageService(store, store.files(), reading, reception, server, clock), texts,
                new FolderHelp(new DiagnosticPackage(store, folder.logs(), keeping::lastDiagnosis, PROGRAM, clock), papers));
    }

    private static HttpReportingServer server(OfficeStore store, Clock clock, LinkWatch watch) throws ReportingException {
        String url = store.read(records -> records.setting(Setting.SERVER_URL)).orElse("");
        Optional<String> certificates = store.read(records -> records.setting(Setting.CERTIFICATES));
        return new HttpReportingServer(url, certificates.orElse(null), () -> store.read(records -> {
            String account = records.setting(Setting.ACCOUNT).orElse("");
            return new SessionRequest(account, records.secret(account).orElse(""));
        }), clock, watch);
    }

    static ExecutorService storeThread() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1000), work -> {
            Thread thread = new Thread(work, "sb-store-1");
            thread.setDaemon(true);
            return thread;
        });
        executor.prestartAllCoreThreads();
        return executor;
    }

    private static String version() {
        String version = ClientRuntime.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0-SNAPSHOT" : version;
    }

    @Override
    public StoredOfficeService offices() { return offices; }

    @Override
    public ReportService reports() { return reports; }

    @Override
    public PaperService papers() { return papers; }

    @Override
    public ReviewService reviews() { return reviews; }

    @Override
    public PreReviewService preReviews() { return preReviews; }

    @Override
    public PackageService packages() { return packages; }

    @Override
    public FailureText texts() { return texts; }

    @Override
    public org.shangbao.client.application.report.FigureImport figureImport() { return reports; }

    @Override
    public StoreRepairs repairs() { return store.repairs(); }

    @Override
    public Optional<Map<String, String>> behind() throws ReportingException { return FolderAge.noticed(store); }

    @Override
    public void behindRead() throws ReportingException { FolderAge.read(store); }

    /** Returns backups, second drive and passwords. */
    public OfficeKeeping keeping() { return keeping; }

    /** Returns what helps when something goes wrong. */
    public HelpService help() { return help; }

    /** Gets saving up to speed before the first figure is typed; takes a fraction of a second, in small pieces. */
    public void prepareSaving() throws ReportingException {
        reports.rehearse(REHEARSALS, MOST_REHEARSING);
    }

    /** Gets printing up to speed before anyone asks for it; takes a second or two. */
    void preparePapers() throws ReportingException {
        help.papers().prepare();
    }

    /** From now on a backup is made once a day. */
    void keepDailyBackups() { backups.askDaily(); }

    /** Waits for a backup under way and closes the store; what was saved is saved. */
    @Override
    public void close() throws ReportingException {
        try {
            backups.close();
            store.close();
        } finally {
            storeThread.shutdown();
        }
    }
}
