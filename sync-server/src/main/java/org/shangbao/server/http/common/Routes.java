package org.shangbao.server.http.common;

import io.javalin.config.RoutesConfig;

/** The calls of one feature; registered once, before the server starts. */
public interface Routes {
    /** First path segment of every call. */
    String BASE = "/v1";

    /** Registers them. */
    void register(RoutesConfig routes);
}
