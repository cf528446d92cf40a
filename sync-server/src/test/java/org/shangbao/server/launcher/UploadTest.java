package org.shangbao.server.launcher;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.paper.PageKind;
import org.shangbao.paper.ScanFault;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.Problem;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.WireJson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** tus 1.0 with real scans. */
class UploadTest {
    @TempDir
    private Path folder;
    private TestServer server;
    private FinalizedReport report;
    private byte[] scan;
    private String place;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(folder);
        report = TestReports.county(TestServer.COUNTY, 1);
        server.send(server.put(report));
        scan = TestReports.scan(report, PageKind.REPORT);
        place = server.create(report, scan, "scan").headers().firstValue("Location").orElseThrow();
    }

    @AfterEach
    void stop() { server.close(); }

    @Test
    void scanThatComesInPiecesIsCheckedWithTheLastByteAndServedToThoseAbove() throws Exception {
        int half = scan.length / 2;

        assertEquals(204, server.send(server.patch(TestServer.COUNTY, place, 0, Arrays.copyOf(scan, half))).statusCode());
        assertEquals(Integer.toString(half), server.offset(TestServer.COUNTY, place));
        assertEquals(204,
                server.send(server.patch(TestServer.COUNTY, place, half, Arrays.copyOfRange(scan, half, scan.length))).statusCode());

        ReportState.RevisionState revision = server.state(TestServer.CITY, report.reportId().toString()).revisions().getFirst();
        assertEquals(ReportState.Paper.ACCEPTED, revision.paper());
        assertEquals(Sha256.of(scan).hex(), revision.scan());
        assertEquals(1, revision.pages());
        assertArrayEquals(scan, server.send(server.call(TestServer.PROVINCE, "/v1/files/" + revision.scan())).body());
        assertEquals(404, server.send(server.call(TestServer.SECOND_COUNTY, "/v1/files/" + revision.scan())).statusCode());
    }

    @Test
    void pieceWithAFalseChecksumIsDroppedWholeForBothAlgorithms() throws Exception {
        byte[] piece = Arrays.copyOf(scan, 500);
        for (String algorithm : new String[]{ "sha1", "sha256" }) {
            HttpResponse<byte[]> answer = server.send(server.patch(TestServer.COUNTY, place, 0, piece).header("Upload-Checksum",
                    algorithm + " " + Base64.getEncoder().encodeToString(new byte[20])));
            assertEquals(460, answer.statusCode());
            assertEquals("0", server.offset(TestServer.COUNTY, place));
        }
        String right = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(piece));
        assertEquals(204,
                server.send(server.patch(TestServer.COUNTY, place, 0, piece).header("Upload-Checksum", "sha1 " + right)).statusCode());
        assertEquals("500", server.offset(TestServer.COUNTY, place));
    }

    @Test
    void wrongOffsetIsRefusedAndTellsTheRightOne() throws Exception {
        server.send(server.patch(TestServer.COUNTY, place, 0, Arrays.copyOf(scan, 100)));

        RevisionExchangeTest.assertProblem(server.send(server.patch(TestServer.COUNTY, place, 50, new byte[10])), 409,
                ErrorCode.UPLOAD_OFFSET);

        assertEquals("100", server.offset(TestServer.COUNTY, place));
    }

    @Test
    void pieceThatIsCutOffKeepsItsBytesWithoutAChecksumAndNoneWithOne() throws Exception {
        cut(100, "");
        String kept = server.offset(TestServer.COUNTY, place);
        cut(100, "Upload-Checksum: sha256 " + Base64.getEncoder().encodeToString(new byte[32]) + "\r\n");

        assertTrue(Integer.parseInt(kept) <= 100);
        assertEquals(kept, server.offset(TestServer.COUNTY, place));
    }

    @Test
    void uploadGoesOnAfterARestart() throws Exception {
        server.send(server.patch(TestServer.COUNTY, place, 0, Arrays.copyOf(scan, 777)));

        server.stop();
        server.start();

        assertEquals("777", server.offset(TestServer.COUNTY, place));
        assertEquals(204,
                server.send(server.patch(TestServer.COUNTY, place, 777, Arrays.copyOfRange(scan, 777, scan.length))).statusCode());
    }

    @Test
    void uploadWhoseLastByteCameBeforeACrashIsFinishedWhenAskedFor() throws Exception {
        // the state a process leaves that dies between the bytes and the row
        Files.write(folder.resolve("staging").resolve(place.substring(place.lastIndexOf('/') + 1)), scan);

        assertEquals(Integer.toString(scan.length), server.offset(TestServer.COUNTY, place));

        assertEquals(ReportState.Paper.ACCEPTED,
                server.state(TestServer.COUNTY, report.reportId().toString()).revisions().getFirst().paper());
    }

    @Test
    void scanOfAnotherRevisionIsRefusedAndLeavesNothingBehind() throws Exception {
        byte[] foreign = TestReports.scan(TestReports.county(TestServer.COUNTY, 2), PageKind.REPORT);
        String other = server.create(report, foreign, "scan").headers().firstValue("Location").orElseThrow();

        HttpResponse<byte[]> answer = server.send(server.patch(TestServer.COUNTY, other, 0, foreign));

        RevisionExchangeTest.assertProblem(answer, 422, ErrorCode.SCAN_REFUSED);
        assertEquals(List.of(new ScanFault("digest", Map.of("position", "1", "page", "1"))),
                faults(answer));
        assertEquals(ReportState.Paper.REFUSED,
                server.state(TestServer.COUNTY, report.reportId().toString()).revisions().getFirst().paper());
        try (Stream<Path> staged = Files.list(folder.resolve("staging")); Stream<Path> stored = Files.list(folder.resolve("objects"))) {
            assertEquals(0, staged.count() + stored.count());
        }
    }

    @Test
    void refusalNamesUnitsAndFilesAsPeopleDo() throws Exception {
        byte[] neighbours = TestReports.scan(TestReports.county(TestServer.SECOND_COUNTY, 1), PageKind.REPORT);
        String other = server.create(report, neighbours, "scan").headers().firstValue("Location").orElseThrow();
        byte[] half = Arrays.copyOf(scan, scan.length - 300);
        String cut = server.create(report, half, "scan").headers().firstValue("Location").orElseThrow();

        ScanFault unit = faults(server.send(server.patch(TestServer.COUNTY, other, 0, neighbours))).getFirst();
        ScanFault file = faults(server.send(server.patch(TestServer.COUNTY, cut, 0, half))).getFirst();

        assertEquals("unit", unit.code());
        assertFalse(unit.values().values().stream().anyMatch(value -> value.equals(report.unit())), unit.toString());
        assertEquals("unreadable", file.code());
        assertTrue(file.values().getOrDefault("file", "").contains("."), file.toString());
    }

    private static List<ScanFault> faults(HttpResponse<byte[]> answer) throws Exception {
        String faults = WireJson.read(answer.body(), Problem.class).details().getOrDefault("faults", "");
        return List.of(WireJson.read(faults.getBytes(StandardCharsets.UTF_8), ScanFault[].class));
    }

    @Test
    void fileOtherThanAnnouncedIsNotUsed() throws Exception {
        byte[] other = scan.clone();
        other[other.length - 1]++;

        RevisionExchangeTest.assertProblem(server.send(server.patch(TestServer.COUNTY, place, 0, other)), 422, ErrorCode.UPLOAD_DIGEST);
        RevisionExchangeTest.assertProblem(server.send(server.patch(TestServer.COUNTY, place, 0, scan)), 404, ErrorCode.UPLOAD_UNKNOWN);
    }

    @Test
    void sameFileAgainForTheSameRevisionIsHereAlready() throws Exception {
        server.send(server.patch(TestServer.COUNTY, place, 0, scan));

        HttpResponse<byte[]> again = server.create(report, scan, "scan");

        assertEquals(200, again.statusCode());
        assertEquals(Integer.toString(scan.length), again.headers().firstValue("Upload-Offset").orElse(""));
    }

    @Test
    void uploadBelongsToItsAccountAndIsBounded() throws Exception {
        HttpRequest.Builder huge = server.tus(TestServer.COUNTY, "/v1/uploads").header("Upload-Length", Long.toString(65L << 20))
                .header("Upload-Metadata", TestServer.metadata(report, scan, "scan")).POST(HttpRequest.BodyPublishers.noBody());

        RevisionExchangeTest.assertProblem(server.send(server.patch(TestServer.CITY, place, 0, scan)), 404, ErrorCode.UPLOAD_UNKNOWN);
        RevisionExchangeTest.assertProblem(server.send(huge), 413, ErrorCode.SCAN_TOO_LARGE);
        RevisionExchangeTest.assertProblem(server.create(report, scan, "attachment"), 422, ErrorCode.REPORT_FORMAT);
    }

    private void cut(int bytes, String header) throws IOException, Exception {
        HttpRequest signed = server.call(TestServer.COUNTY, place).build();
        URI uri = signed.uri();
        String head = "PATCH " + uri.getPath() + " HTTP/1.1\r\nHost: x\r\nAuthorization: "
                + signed.headers().firstValue("Authorization").orElseThrow()
                + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: " + server.offset(TestServer.COUNTY, place)
                + "\r\nContent-Type: application/offset+octet-stream\r\n" + header + "Content-Length: " + scan.length + "\r\n\r\n";
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(Arrays.copyOf(scan, bytes));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }
}
