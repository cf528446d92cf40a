package org.shangbao.server.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.jetty.server.ServerConnector;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.server.http.common.Problems;
import org.shangbao.server.http.common.Requests;
import org.shangbao.server.http.common.Routes;
import org.shangbao.server.http.history.StoreMarkRoutes;
import org.shangbao.server.http.overview.OverviewRoutes;
import org.shangbao.server.http.packages.PackageRoutes;
import org.shangbao.server.http.prereview.PreReviewRoutes;
import org.shangbao.server.http.report.RevisionRoutes;
import org.shangbao.server.http.session.SessionRoutes;
import org.shangbao.server.http.signoff.SignOffRoutes;
import org.shangbao.server.http.upload.UploadRoutes;

import io.javalin.Javalin;
import io.javalin.util.JavalinException;

/** A server that answers calls; closing it ends them, then the database. */
final class RunningServer implements AutoCloseable {
    private static final int IDLE_MILLISECONDS = 30_000;
    private static final long STOP_MILLISECONDS = 10_000;
    private final Javalin javalin;
    private final ServerWiring wiring;
    private final Path portFile;

    private RunningServer(Javalin javalin, ServerWiring wiring, Path portFile) {
        this.javalin = javalin;
        this.wiring = wiring;
        this.portFile = portFile;
    }

    /**
     * Starts it.
     *
     * @throws ReportingException SERVER_UNREACHABLE if the port is taken, STORE_NOT_WRITABLE; the wiring is closed then
     */
    static RunningServer start(ServerWiring wiring, String host, int port, Path portFile) throws ReportingException {
        Requests requests = new Requests(wiring.sessions());
        List<Routes> calls = List.of(new Problems(), new SessionRoutes(wiring.sessions()),
                new RevisionRoutes(requests, wiring.revisions(), wiring.reviews()), new PreReviewRoutes(requests, wiring.preReviews()),
                new UploadRoutes(requests, wiring.uploads()),
                new OverviewRoutes(requests, wiring.changes(), wiring.progress(), wiring.rollUps()),
                new SignOffRoutes(requests, wiring.signOffs()), new StoreMarkRoutes(requests, wiring.storeMarks()),
                new PackageRoutes(requests, wiring.packages()));
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.startupWatcherEnabled = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.concurrency.useVirtualThreads = true;
            config.http.prefer405over404 = true;
            config.jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLISECONDS));
            config.jetty.modifyHttpConfiguration(http -> {
                http.setSendServerVersion(false);
                http.setIdleTimeout(IDLE_MILLISECONDS);
            });
            config.jetty.addConnector((server, http) -> {
                ServerConnector connector = new ServerConnector(server, new org.eclipse.jetty.server.HttpConnectionFactory(http));
                connector.setHost(host);
                connector.setPort(port);
                connector.setIdleTimeout(IDLE_MILLISECONDS);
                return connector;
            });
            calls.forEach(call -> call.register(config.routes));
        });
        try {
            wiring.uploads().prepare();
            wiring.uploads().forgetAbandoned();
            javalin.start();
            RunningServer running = new RunningServer(javalin, wiring, portFile);
            Files.writeString(portFile, Integer.toString(running.port()), StandardCharsets.US_ASCII);
            return running;
        } catch (JavalinException e) {
            wiring.close();
            throw new ReportingException(ErrorCode.SERVER_UNREACHABLE, Map.of("server", host + ":" + port), e);
        } catch (IOException e) {
            javalin.stop();
            wiring.close();
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", portFile.toString()), e);
        }
    }

    int port() { return javalin.port(); }

    @Override
    public void close() {
        javalin.stop();
        wiring.close();
        try {
            Files.deleteIfExists(portFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
