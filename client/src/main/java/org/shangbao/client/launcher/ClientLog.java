package org.shangbao.client.launcher;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;

/** Sends the log into the data folder, nowhere else: neither figures nor people are in it, and commands keep their output clean. */
final class ClientLog {
    private static final String APPENDER = "data-folder";

    private ClientLog() {}

    static void start(List<String> arguments) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.setLevel(Level.WARN);
        context.getLogger("org.shangbao").setLevel(Level.INFO);
        Path folder = dataFolder(arguments);
        if (folder != null && Files.isDirectory(folder)) {
            into(folder);
        }
    }

    /** Writes into a data folder's log from now on; nothing happens if it is written there already. */
    static void into(Path folder) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (root.getAppender(APPENDER) != null) {
            return;
        }
        Path logs = folder.resolve("logs");
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern("%d{yyyy-MM-dd HH:mm:ss.SSS,UTC} %-5level [%thread] %logger{24} %msg%n");
        encoder.start();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName(APPENDER);
        appender.setFile(logs.resolve("client.log").toString());
        FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(appender);
        window.setFileNamePattern(logs.resolve("client.%i.log").toString());
        window.setMinIndex(1);
        window.setMaxIndex(5);
        window.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(2 << 20));
        size.start();
        appender.setEncoder(encoder);
        appender.setRollingPolicy(window);
        appender.setTriggeringPolicy(size);
        appender.start();
        root.addAppender(appender);
    }

    private static @Nullable Path dataFolder(List<String> arguments) {
        int place = arguments.indexOf("--data");
        if (place >= 0 && place + 1 < arguments.size()) {
            return Path.of(arguments.get(place + 1));
        }
        return arguments.stream().filter(argument -> argument.startsWith("--data=")).map(argument -> Path.of(argument.substring(7)))
                .findFirst().orElse(null);
    }
}
