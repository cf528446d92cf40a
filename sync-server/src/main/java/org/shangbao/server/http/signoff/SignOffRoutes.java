package org.shangbao.server.http.signoff;

import java.io.IOException;

import org.shangbao.model.error.ReportingException;
import org.shangbao.server.http.common.Requests;
import org.shangbao.server.http.common.Routes;
import org.shangbao.server.service.signoff.SignOffService;
import org.shangbao.wire.v1.SignOffView;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Sign-off and 报部 of a form. */
public final class SignOffRoutes implements Routes {
    private final Requests requests;
    private final SignOffService signOffs;

    /** Makes the calls. */
    public SignOffRoutes(Requests requests, SignOffService signOffs) {
        this.requests = requests;
        this.signOffs = signOffs;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get(Requests.REPORT + "/sign-off", this::view);
        routes.post(Requests.REPORT + "/sign-off/steps", this::step);
        routes.post(Requests.REPORT + "/sign-off/reported", this::reported);
    }

    /** 200 with where it stands. */
    private void view(Context call) throws ReportingException {
        Requests.answer(call, 200, signOffs.view(requests.person(call), Requests.reportId(call)));
    }

    /** 200 with where it stands then; 409 if another step comes first. */
    private void step(Context call) throws IOException, ReportingException {
        var person = requests.person(call);
        Requests.answer(call, 200, signOffs.step(person, Requests.reportId(call), Requests.json(call, SignOffView.StepDone.class)));
    }

    /** 200 with where it stands then; 409 before the last step. */
    private void reported(Context call) throws IOException, ReportingException {
        var person = requests.person(call);
        Requests.answer(call, 200, signOffs.reported(person, Requests.reportId(call), Requests.json(call, SignOffView.Reported.class)));
    }
}
