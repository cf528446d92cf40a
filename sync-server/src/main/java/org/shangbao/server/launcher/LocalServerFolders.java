package org.shangbao.server.launcher;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.server.command.ServerFolders;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.server.service.upload.PaperCheck;
import org.shangbao.server.service.upload.WorkerPaperCheck;
import org.shangbao.wire.v1.edition.EditionLoader;

/** Data folders on this machine. */
public final class LocalServerFolders implements ServerFolders {
    /** An honest scan of 60 pages takes about one minute on a slow machine. */
    private static final Duration LONGEST_SCAN_CHECK = Duration.ofMinutes(4);

    private final Clock clock;
    private final IntFunction<PaperCheck> papers;

    public LocalServerFolders(Clock clock) {
        this(clock, atOnce -> new WorkerPaperCheck(ScanWorkerMain.command(), LONGEST_SCAN_CHECK, atOnce));
    }

    /** Folders whose servers read scans in a way of their own, given how many at a time; tests share the processes that read. */
    LocalServerFolders(Clock clock, IntFunction<PaperCheck> papers) {
        this.clock = clock;
        this.papers = papers;
    }

    @Override
    public void init(Path data, int port, @Nullable String url, List<Unit> units, @Nullable String root) throws ReportingException {
        UnitId top = root == null ? new UnitTree(units).root().id() : UnitDirectory.unitId(root);
        DataFolder folder = new DataFolder(data);
        folder.begin();
        Properties values = new Properties();
        values.setProperty("host", "127.0.0.1");
        values.setProperty("port", Integer.toString(port));
        values.setProperty("url", url == null ? "http://127.0.0.1:" + port : url.replaceAll("/+$", ""));
        values.setProperty("zone", "Asia/Shanghai");
        ServerSettings settings = ServerSettings.read(values);
        try (ServerWiring wiring = wire(folder, settings)) {
            wiring.units().begin(units, top, AuditTrail.COMMAND);
            wiring.editions().add(EditionLoader.officialBytes(), AuditTrail.COMMAND);
        }
        folder.finish(values);
    }

    @Override
    public String recoveryKey(Path data) throws ReportingException {
        DataFolder folder = new DataFolder(data);
        folder.settings();
        return folder.recoveryKey();
    }

    @Override
    public Instant now() { return clock.instant(); }

    @Override
    public void keepRecoveryKey(Path data, String publicKey) throws ReportingException {
        DataFolder folder = new DataFolder(data);
        folder.settings();
        folder.keepRecoveryKey(publicKey);
    }

    @Override
    public ServerWiring open(Path data) throws ReportingException {
        DataFolder folder = new DataFolder(data);
        return wire(folder, ServerSettings.read(folder.settings()));
    }

    @Override
    public void run(Path data, @Nullable Integer port, Consumer<String> ready) throws ReportingException {
        RunningServer server = start(data, port);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            stopped.countDown();
        }, "shangbao-server-stop"));
        ready.accept("http://" + ServerSettings.read(new DataFolder(data).settings()).host() + ":" + server.port());
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts the server of a folder; tests close it themselves. */
    RunningServer start(Path data, @Nullable Integer port) throws ReportingException {
        DataFolder folder = new DataFolder(data);
        ServerSettings settings = ServerSettings.read(folder.settings());
        return RunningServer.start(wire(folder, settings), settings.host(), port == null ? settings.port() : port, folder.portFile());
    }

    private ServerWiring wire(DataFolder folder, ServerSettings settings) throws ReportingException {
        PaperCheck paper = papers.apply(settings.scansAtOnce());
        ServerWiring.Keys keys = new ServerWiring.Keys(folder.key(), folder.packageKey());
        return new ServerWiring(ServerWiring.database(folder, settings), folder, settings, keys, paper, clock);
    }
}
