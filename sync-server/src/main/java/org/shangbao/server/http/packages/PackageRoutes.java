package org.shangbao.server.http.packages;

import java.io.IOException;
import java.util.Map;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.server.http.common.Requests;
import org.shangbao.server.http.common.Routes;
import org.shangbao.server.service.packages.PackageService;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.wire.v1.transfer.TransferPackage;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Passing packages of offices without a link on, both ways. */
public final class PackageRoutes implements Routes {
    private final Requests requests;
    private final PackageService packages;

    /** Makes the calls. */
    public PackageRoutes(Requests requests, PackageService packages) {
        this.requests = requests;
        this.packages = packages;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post(BASE + "/packages", this::take);
        routes.get(BASE + "/packages/{unit}", this::write);
    }

    /** 200 with what became of each part, first and on every repetition; 401, 413, 422, 429. */
    private void take(Context call) throws IOException, ReportingException {
        var person = requests.person(call);
        byte[] file = Requests.body(call, TransferPackage.MOST_BYTES, new ReportingException(ErrorCode.PACKAGE_TOO_LARGE,
                Map.of("size", "> " + TransferPackage.MOST_BYTES / 1_000_000)));
        Requests.answer(call, 200, packages.take(file, person));
    }

    /** 200 with the package; 401, 403, 404, 413. */
    private void write(Context call) throws ReportingException {
        byte[] file = packages.write(requests.person(call), UnitDirectory.unitId(call.pathParam("unit")));
        call.status(200).contentType(TransferPackage.MEDIA_TYPE).result(file);
    }
}
