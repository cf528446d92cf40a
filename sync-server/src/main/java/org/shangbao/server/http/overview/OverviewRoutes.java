package org.shangbao.server.http.overview;

import org.shangbao.model.error.ReportingException;
import org.shangbao.server.http.common.Requests;
import org.shangbao.server.http.common.Routes;
import org.shangbao.server.service.change.ChangesService;
import org.shangbao.server.service.rollup.ProgressService;
import org.shangbao.server.service.rollup.RollUpService;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.wire.v1.Changes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code GET /changes}, {@code /progress} and {@code /rollup}. */
public final class OverviewRoutes implements Routes {
    private static final String PACKAGE_KEY = "package-key";
    private final Requests requests;
    private final ChangesService changes;
    private final ProgressService progress;
    private final RollUpService rollUps;

    /** Makes the calls. */
    public OverviewRoutes(Requests requests, ChangesService changes, ProgressService progress, RollUpService rollUps) {
        this.requests = requests;
        this.changes = changes;
        this.progress = progress;
        this.rollUps = rollUps;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get(BASE + "/changes", this::changes);
        routes.get(BASE + "/progress", this::progress);
        routes.get(BASE + "/rollup", this::rollUp);
    }

    /** 200 with what is new; with the key for packages for a client that says it knows it. */
    private void changes(Context call) throws ReportingException {
        Changes news = changes.after(requests.person(call), call.queryParam("after"));
        Requests.answer(call, 200, PACKAGE_KEY.equals(call.queryParam("with")) ? changes.withPackageKey(news) : news);
    }

    /** 200 with a row per unit. */
    private void progress(Context call) throws ReportingException {
        Requests.answer(call, 200, progress.progress(requests.person(call), UnitDirectory.unitId(Requests.query(call, "unit")),
                Requests.query(call, "period"), Requests.query(call, "edition")));
    }

    /** 200 with the sum. */
    private void rollUp(Context call) throws ReportingException {
        Requests.answer(call, 200, rollUps.rollUp(requests.person(call), UnitDirectory.unitId(Requests.query(call, "unit")),
                Requests.query(call, "period"), Requests.query(call, "edition")));
    }
}
