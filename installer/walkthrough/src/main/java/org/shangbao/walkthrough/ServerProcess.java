package org.shangbao.walkthrough;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The sync server in a process of its own, on loopback. */
final class ServerProcess implements AutoCloseable {
    private final Process process;

    private ServerProcess(Process process) { this.process = process; }

    /** Returns a port nobody listens on now. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Starts the server and waits until it says that it is ready.
     *
     * @throws IOException if it ends instead; the message holds what it printed
     */
    static ServerProcess start(Path data, int port) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), "org.shangbao.server.launcher.ServerMain", "--data", data.toString(), "run",
                "--port", Integer.toString(port)));
        Process process = new ProcessBuilder(command).redirectError(data.resolve("server-errors.txt").toFile()).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder printed = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            printed.append(line).append('\n');
            if (line.contains("http://")) {
                return new ServerProcess(process);
            }
        }
        throw new IOException("the server did not start: " + printed);
    }

    /** Stops it as an administrator would, by SIGTERM. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
