package org.shangbao.server.http.session;

import java.io.IOException;

import org.shangbao.model.error.ReportingException;
import org.shangbao.server.http.common.Requests;
import org.shangbao.server.http.common.Routes;
import org.shangbao.server.service.account.SessionService;
import org.shangbao.wire.v1.SessionRequest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code GET /ping} and {@code POST /sessions}. */
public final class SessionRoutes implements Routes {
    private final SessionService sessions;

    /** Makes the calls. */
    public SessionRoutes(SessionService sessions) { this.sessions = sessions; }

    @Override
    public void register(RoutesConfig routes) {
        routes.get(BASE + "/ping", call -> call.status(204));
        routes.post(BASE + "/sessions", this::signIn);
    }

    /** 201 with the session; 401, 429. */
    private void signIn(Context call) throws IOException, ReportingException {
        Requests.answer(call, 201, sessions.signIn(Requests.json(call, SessionRequest.class)));
    }
}
