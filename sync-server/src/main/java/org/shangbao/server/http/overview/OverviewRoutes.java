package org.shangbao.server.http.overview;

import org.shangbao.model.error.ReportingException;
import org.shangbao.server.http.common.Requests;
import org.shangbao.server.http.common.Routes;
import org.shangbao.server.service.change.ChangesService;
import org.shangbao.server.service.rollup.ProgressService;
import org.shangbao.server.service.rollup.RollUpService;
import org.shangbao.server.service.unit.UnitDirectory;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code GET /changes}, {@code /progress} and {@code /rollup}. */
public final class OverviewRoutes implements Routes {
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

    /** 200 with what is new. */
    private void changes(Context call) throws ReportingException {
        Requests.answer(call, 200, changes.after(requests.person(call), call.queryParam("after")));
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
