package org.shangbao.server.http.history;

import java.io.IOException;

import org.shangbao.model.error.ReportingException;
import org.shangbao.server.http.common.Requests;
import org.shangbao.server.http.common.Routes;
import org.shangbao.server.service.history.StoreMarkService;
import org.shangbao.wire.v1.StoreMark;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code PUT /histories/{history}}. */
public final class StoreMarkRoutes implements Routes {
    private final Requests requests;
    private final StoreMarkService marks;

    /** Makes the call. */
    public StoreMarkRoutes(Requests requests, StoreMarkService marks) {
        this.requests = requests;
        this.marks = marks;
    }

    @Override
    public void register(RoutesConfig routes) { routes.put(BASE + "/histories/{history}", this::tell); }

    /** 200 with the furthest mark known before; 401, 422. */
    private void tell(Context call) throws IOException, ReportingException {
        var person = requests.person(call);
        Requests.answer(call, 200, marks.tell(person, Requests.id(call.pathParam("history")), Requests.json(call, StoreMark.class)));
    }
}
