package org.shangbao.server.service.upload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;

/**
 * The inside of the process that reads scans: one {@link ScanCheckRequest} a line in, one {@link PaperCheck.Verdict} a line out, both JSON.
 * It opens no socket and no store; whatever a hostile file does to it ends with this process.
 */
public final class ScanWorker {
    private ScanWorker() {}

    /**
     * Answers until the input ends.
     *
     * @throws IOException if a stream or a file fails; the process is then of no more use
     */
    public static void serve(BufferedReader in, PrintWriter out) throws IOException {
        ScanPaperCheck check = new ScanPaperCheck(1);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            try {
                ScanCheckRequest request = WireJson.read(line.getBytes(StandardCharsets.UTF_8), ScanCheckRequest.class);
                out.println(new String(WireJson.write(check.check(request)), StandardCharsets.UTF_8));
                out.flush();
            } catch (WireFormatException e) {
                throw new IOException("not a request", e);
            }
        }
    }
}
