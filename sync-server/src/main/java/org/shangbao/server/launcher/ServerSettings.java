package org.shangbao.server.launcher;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/**
 * What an administrator may set in {@code server.properties}.
 *
 * @param host           address to listen on; another than loopback only behind a proxy that speaks TLS
 * @param port           port to listen on, 0 for any
 * @param url            base URL for clients, without a trailing slash
 * @param zone           zone in which calendar days are meant
 * @param history        16 hexadecimal digits that name this server's history
 * @param databaseUrl    {@code jdbc:postgresql:…}, empty for the embedded database
 * @param databaseUser   its user
 * @param databaseSecret its password
 * @param lockout        pause after too many wrong sign-ins
 * @param session        how long a session lasts
 * @param scansAtOnce    how many scans are read at the same time
 */
record ServerSettings(String host, int port, String url, ZoneId zone, String history, String databaseUrl, String databaseUser,
        String databaseSecret, Duration lockout, Duration session, int scansAtOnce) {

    static ServerSettings read(Properties values) throws ReportingException {
        try {
            String host = values.getProperty("host", "127.0.0.1");
            boolean loopback = host.equals("127.0.0.1") || host.equals("::1") || host.equals("localhost");
            if (!loopback && !Boolean.parseBoolean(values.getProperty("behindTlsProxy", "false"))) {
                throw refused("host=" + host + " behindTlsProxy=false");
            }
            return new ServerSettings(host, Integer.parseInt(values.getProperty("port", "8640")), values.getProperty("url", ""),
                    ZoneId.of(values.getProperty("zone", "Asia/Shanghai")), values.getProperty("history", "0000000000000000"),
                    values.getProperty("database.url", ""), values.getProperty("database.user", ""),
                    values.getProperty("database.password", ""),
                    Duration.ofMinutes(Integer.parseInt(values.getProperty("lockoutMinutes", "15"))),
                    Duration.ofHours(Integer.parseInt(values.getProperty("sessionHours", "12"))),
                    Integer.parseInt(values.getProperty("scansAtOnce", "2")));
        } catch (NumberFormatException | DateTimeException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private static ReportingException refused(String detail) {
        return new ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", "server.properties: " + detail));
    }
}
