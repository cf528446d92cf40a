package org.shangbao.client.sync;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.shangbao.client.application.delivery.LinkWatch;
import org.shangbao.client.application.delivery.LinkWatch.Seen;
import org.shangbao.client.application.delivery.ServerFailure;
import org.shangbao.client.application.progress.GivingUp;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.wire.v1.SessionRequest;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Any call tells of the link, not only a round of sending. */
class LinkWatchOverHttpTest {
    private static final Instant NOW = Instant.parse("2024-10-30T09:40:00Z");
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final LinkWatch watch = new LinkWatch(clock);
    private final List<Optional<Seen>> heard = new ArrayList<>();

    @Test
    void aCallThePersonBreaksOffSaysNothingAboutTheLink() throws Exception {
        watch.onChange(() -> heard.add(watch.last()));
        GivingUp person = GivingUp.whenTold();
        try (MockWebServer web = new MockWebServer()) {
            web.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    person.now();
                    return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
                }
            });
            web.start();
            HttpReportingServer server = new HttpReportingServer(web.url("/").toString().replaceAll("/$", ""), null,
                    () -> new SessionRequest("zhang", "secret"), clock, watch);
            assertThrows(CancellationException.class, () -> Watched.by(person, () -> server.rollUp("21", "2024-10", "edition")));
        }
        assertEquals(List.of(), heard);
    }

    @Test
    void aRefusalOfOurServerIsALinkAndALoginPageOrSilenceIsNone() throws Exception {
        watch.onChange(() -> heard.add(watch.last()));
        try (MockWebServer web = new MockWebServer()) {
            web.start();
            HttpReportingServer server = new HttpReportingServer(web.url("/").toString().replaceAll("/$", ""), null,
                    () -> new SessionRequest("zhang", "secret"), clock, watch);
            web.enqueue(new MockResponse.Builder().code(403).addHeader("Shangbao-Protocol", "1").build());
            assertThrows(ServerFailure.class, () -> server.changes(""));
            web.enqueue(new MockResponse.Builder().code(403).addHeader("Shangbao-Protocol", "1").build());
            assertThrows(ServerFailure.class, () -> server.progress("990301", "2024-10", "edition"));
            web.enqueue(new MockResponse.Builder().code(200).body("<html>请登录校园网</html>").build());
            assertEquals(ErrorCode.NOT_OUR_SERVER, assertThrows(ServerFailure.class, () -> server.changes("")).error());
            web.close();
            assertEquals(ErrorCode.SERVER_UNREACHABLE, assertThrows(ServerFailure.class, () -> server.changes("")).error());
        }
        assertEquals(List.of(Optional.of(new Seen(true, NOW)), Optional.of(new Seen(false, NOW))), heard, "told once per change");
    }
}
