package org.shangbao.server.http.common;

import java.io.EOFException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.Problem;
import org.shangbao.wire.v1.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** One shape for all failures: {@link Problem}. The cause stays in the log under a reference the user can read out. */
public final class Problems implements Routes {
    /** Header that says the answer is ours. */
    public static final String PROTOCOL = "Shangbao-Protocol";
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @Override
    public void register(RoutesConfig routes) {
        routes.before(call -> call.header(PROTOCOL, "1").header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff"));
        routes.exception(ReportingException.class, (failure, call) -> {
            LOG.info("{} {}: {}", call.method(), call.path(), failure.getMessage());
            answer(call, failure, failure.error().httpStatus());
        });
        // the sender is gone; nobody reads the answer
        routes.exception(EOFException.class, (failure, call) -> {
            LOG.info("{} {}: connection cut", call.method(), call.path());
            answer(call, new ReportingException(ErrorCode.SERVER_UNREACHABLE, Map.of("server", "")), 400);
        });
        routes.exception(Exception.class, (failure, call) -> {
            String reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            LOG.error("{} {} failed, reference {}", call.method(), call.path(), reference, failure);
            answer(call, new ReportingException(ErrorCode.SERVER_FAILED, Map.of("reference", reference)), 500);
        });
        routes.error(404, call -> nothingHere(call, 404));
        routes.error(405, call -> nothingHere(call, 405));
    }

    /** Answers with a failure under another status than the register's. */
    public static void answer(Context call, ReportingException failure, int status) {
        ErrorCode error = failure.error();
        call.status(status).contentType(Problem.MEDIA_TYPE)
                .result(WireJson.write(new Problem(error.code(), status, error.name(), failure.details())));
    }

    private static void nothingHere(Context call, int status) {
        if (!Problem.MEDIA_TYPE.equals(call.res().getContentType())) {
            answer(call, new ReportingException(ErrorCode.REPORT_UNKNOWN, Map.of("report", "")), status);
        }
    }
}
