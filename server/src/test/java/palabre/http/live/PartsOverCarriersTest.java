package palabre.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import palabre.core.Role;
import palabre.testing.Browserless;
import palabre.testing.LinesKind;
import palabre.testing.PartMirror;
import palabre.testing.PollCarrier;
import palabre.testing.Seeds;
import palabre.testing.SseCarrier;
import palabre.testing.StreamCarrier;
import palabre.testing.TestServer;
import palabre.testing.WsCarrier;

/** A second part beside main, over every carrier: its own numbers, snapshots and resumes. */
class PartsOverCarriersTest {
    private static final int ROOM = TestServer.PLENARY;
    private static final String PART = "lines-1";

    @TempDir Path data;
    private TestServer server;
    private WsCarrier chair;
    private Browserless http;
    private int ids;

    enum Way {
        WEB_SOCKET,
        SERVER_SENT_EVENTS,
        LONG_POLL
    }

    @BeforeEach
    void start() {
        server = new TestServer(data, TestServer.QUICK, LinesKind.alone());
        http = new Browserless(server.base());
        chair = (WsCarrier) open(Way.WEB_SOCKET, Role.MODERATOR);
        chair.follow(PART);
        chair.connect();
        chair.until(PART, PartMirror::answered);
    }

    @AfterEach
    void stop() {
        chair.close();
        server.close();
    }

    private StreamCarrier open(Way way, Role role) {
        String token = server.token(ROOM, role);
        return switch (way) {
            case WEB_SOCKET -> new WsCarrier(server, ROOM, token);
            case SERVER_SENT_EVENTS -> new SseCarrier(server, ROOM, token);
            case LONG_POLL -> new PollCarrier(server, ROOM, token);
        };
    }

    private StreamCarrier following(Way way, Role role, String... parts) {
        StreamCarrier carrier = open(way, role);
        carrier.follow(parts);
        carrier.connect();
        for (String part : parts) {
            carrier.until(part, PartMirror::answered);
        }
        return carrier;
    }

    private JsonNode add(StreamCarrier by, String part, String text, String more) {
        ids++;
        return by.send(
                "{\"id\":\"l%d\",\"part\":\"%s\",\"do\":\"lines.add\",\"text\":\"%s\"%s}"
                        .formatted(ids, part, text, more));
    }

    private long added(StreamCarrier by, String text) {
        JsonNode answer = add(by, PART, text, "");
        assertThat(answer.path("part").asText()).as("%s", answer).isEqualTo(PART);
        return answer.path("seq").asLong();
    }

    private long acted(String body) {
        ids++;
        JsonNode answer = chair.send("{\"id\":\"m" + ids + "\"," + body + "}");
        assertThat(answer.has("ack")).as("%s", answer).isTrue();
        return answer.path("seq").asLong();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whoFollowsGetsASnapshotAndThenEachEventOnce(Way way) {
        added(chair, "before");
        StreamCarrier ana = following(way, Role.PARTICIPANT, PART);
        assertThat(ana.part(PART).lines).containsExactly("before");
        long seq = added(ana, "and after");
        assertThat(ana.caughtUpTo(PART, seq).lines).containsExactly("before", "and after");
        assertThat(ana.part(PART).snapshots).isEqualTo(1);
        assertThat(ana.part(PART).gaps + ana.part(PART).duplicates).isZero();
        assertThat(chair.caughtUpTo(PART, seq).lines).containsExactly("before", "and after");
        ana.close();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whoDoesNotFollowIsToldNothingOfIt(Way way) {
        StreamCarrier ana = open(way, Role.PARTICIPANT);
        ana.connect();
        added(chair, "unseen");
        ana.caughtUpTo(acted("\"do\":\"list.close\""));
        assertThat(ana.part(PART).welcomes + ana.part(PART).events).isZero();
        ana.close();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void afterACutEachPartGoesOnWhereItWas(Way way) {
        StreamCarrier ana = following(way, Role.PARTICIPANT, PART, "lines-2");
        ana.caughtUpTo(PART, added(chair, "one"));
        ana.cut();
        long main = acted("\"do\":\"list.close\"");
        added(chair, "two");
        long seq = added(chair, "three");
        ana.connect();
        assertThat(ana.caughtUpTo(PART, seq).lines).containsExactly("one", "two", "three");
        assertThat(ana.part(PART).recovered).isTrue();
        assertThat(ana.part(PART).snapshots).isEqualTo(1);
        assertThat(ana.part("lines-2").snapshots).isEqualTo(1);
        assertThat(ana.recovered()).isTrue();
        assertThat(ana.caughtUpTo(main).listOpen).isFalse();
        assertThat(ana.part(PART).gaps + ana.part(PART).duplicates).isZero();
        ana.close();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void afterARestartItGoesOnWhereItWas(Way way) {
        StreamCarrier ana = following(way, Role.PARTICIPANT, PART);
        ana.caughtUpTo(PART, added(chair, "one"));
        ana.cut();
        long seq = added(chair, "two");
        chair.cut();
        server.restart();
        ana.connect();
        assertThat(ana.caughtUpTo(PART, seq).lines).containsExactly("one", "two");
        assertThat(ana.part(PART).recovered).isTrue();
        assertThat(ana.part(PART).snapshots).isEqualTo(1);
        ana.close();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anotherEpochBringsASnapshotOfThatPartAlone(Way way) {
        StreamCarrier ana = following(way, Role.PARTICIPANT, PART, "lines-2");
        added(chair, "one");
        ana.caughtUpTo(PART, 1);
        ana.cut();
        ana.part(PART).epoch = ana.part("lines-2").epoch;
        ana.connect();
        ana.until(PART, p -> p.snapshots > 1);
        assertThat(ana.part(PART).recovered).isFalse();
        assertThat(ana.part(PART).lines).containsExactly("one");
        assertThat(ana.until("lines-2", p -> p.welcomes > 1).recovered).isTrue();
        assertThat(ana.part("lines-2").snapshots).isEqualTo(1);
        assertThat(ana.recovered()).isTrue();
        ana.close();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatDoesNotExistAndWhatIsForOthersAreAnsweredAlikeAndMainGoesOn(Way way) {
        StreamCarrier ana = following(way, Role.PARTICIPANT, "lines-3", "lines-9", "note-1");
        for (String part : List.of("lines-3", "lines-9", "note-1")) {
            assertThat(ana.part(part).refused).as(part).isEqualTo("UNKNOWN_PART");
            assertThat(add(ana, part, "x", "").path("code").asText()).isEqualTo("UNKNOWN_PART");
        }
        assertThat(ana.caughtUpTo(acted("\"do\":\"list.close\"")).listOpen).isFalse();
        StreamCarrier moderator = following(way, Role.MODERATOR, "lines-3");
        assertThat(moderator.part("lines-3").welcomes).isEqualTo(1);
        moderator.close();
        ana.close();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anotherRoleBringsASnapshotOfWhatItMaySee(Way way) {
        StreamCarrier ana = following(way, Role.OBSERVER, PART);
        add(chair, PART, "between us", ",\"aside\":true");
        long seq = added(chair, "to all");
        assertThat(ana.caughtUpTo(PART, seq).lines).containsExactly("to all");
        String seat = ana.mirror.known().at("/hello/seat").asText();
        ana.cut();
        acted("\"do\":\"seat.role\",\"seat\":\"" + seat + "\",\"role\":\"deputy\"");
        ana.connect();
        assertThat(ana.until(PART, p -> p.snapshots > 1).lines)
                .containsExactly("between us", "to all");
        assertThat(ana.part(PART).recovered).isFalse();
        ana.close();
    }

    static Stream<Arguments> waysAndSeeds() {
        return Stream.of(Way.values())
                .flatMap(way -> Seeds.some(2).stream().map(s -> Arguments.of(way, s)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("waysAndSeeds")
    void whateverHappensTheCopyIsTheFoldThatItsAudienceMaySee(Way way, long seed) {
        Random random = new Random(seed);
        List<String> all = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        StreamCarrier ana = following(way, Role.PARTICIPANT, PART);
        long seq = 0;
        long main = 0;
        for (int i = 0; i < 40; i++) {
            switch (random.nextInt(6)) {
                case 0 -> main = acted("\"do\":\"list." + (i % 2 == 0 ? "open\"" : "close\""));
                case 1 -> {
                    ana.cut();
                    ana.connect();
                }
                case 2 -> {
                    seq = add(chair, PART, "aside " + i, ",\"aside\":true").path("seq").asLong();
                    all.add("aside " + i);
                }
                default -> {
                    int times = random.nextInt(3);
                    seq =
                            add(
                                            random.nextBoolean() ? ana : chair,
                                            PART,
                                            "t" + i,
                                            ",\"times\":" + times)
                                    .path("seq")
                                    .asLong();
                    all.addAll(Collections.nCopies(times, "t" + i));
                    seen.addAll(Collections.nCopies(times, "t" + i));
                }
            }
        }
        added(chair, "last");
        all.add("last");
        seen.add("last");
        assertThat(ana.caughtUpTo(PART, seq + 1).lines).as("seed " + seed).isEqualTo(seen);
        assertThat(chair.caughtUpTo(PART, seq + 1).lines).as("seed " + seed).isEqualTo(all);
        ana.caughtUpTo(main);
        assertThat(ana.part(PART).gaps + ana.mirror.gaps).as("seed " + seed).isZero();
        ana.close();
    }

    @Test
    void aCommandHappensOnceAndIsAnsweredTheSameAlsoAfterARestart() {
        String command =
                "{\"id\":\"once\",\"part\":\"lines-1\",\"do\":\"lines.add\",\"text\":\"once\"}";
        JsonNode first = chair.send(command);
        assertThat(chair.send(command)).isEqualTo(first);
        assertThat(chair.send(command.replace("\"once\"}", "\"other\"}")).path("code").asText())
                .isEqualTo("ID_REUSED");
        server.restart();
        chair.connect();
        assertThat(chair.send(command)).isEqualTo(first);
        assertThat(chair.send(command.replace("lines.add", "lines.burn")).path("code").asText())
                .isEqualTo("UNKNOWN_COMMAND");
    }

    @Test
    void aWebSocketFollowsAndUnfollowsWhileItIsOpen() {
        added(chair, "one");
        WsCarrier ana = (WsCarrier) open(Way.WEB_SOCKET, Role.PARTICIPANT);
        ana.connect();
        ana.sendRaw("{\"follow\":\"lines-1\"}");
        assertThat(ana.until(PART, p -> p.snapshots > 0).lines).containsExactly("one");
        ana.sendRaw("{\"unfollow\":\"lines-1\"}");
        assertThat(add(ana, "lines-2", "elsewhere", "").has("ack")).isTrue();
        long seq = added(chair, "two");
        ana.caughtUpTo(acted("\"do\":\"list.close\""));
        assertThat(ana.part(PART).lines).containsExactly("one");
        ana.sendRaw("{\"follow\":\"lines-1\",\"after\":\"" + ana.part(PART).position() + "\"}");
        assertThat(ana.caughtUpTo(PART, seq).lines).containsExactly("one", "two");
        assertThat(ana.part(PART).snapshots).isEqualTo(1);
        for (String bad :
                List.of("{\"follow\":\"../x\"}", "{\"follow\":7}", "{\"unfollow\":\"\"}")) {
            ana.sendRaw(bad);
            assertThat(ana.answer().path("code").asText()).as(bad).isEqualTo("BAD_FIELD");
        }
        ana.sendRaw("{\"follow\":\"lines-1\",\"after\":\"x\"}");
        assertThat(ana.answer().path("code").asText()).isEqualTo("BAD_RESUME");
        ana.close();
    }

    private int ask(String query) {
        return http.get(
                        "/api/rooms/" + server.room(ROOM) + "/live" + query,
                        "Accept",
                        "application/x-ndjson",
                        "Authorization",
                        "Bearer " + server.token(ROOM, Role.PARTICIPANT))
                .statusCode();
    }

    @Test
    void tooManyAndWhatCannotBeReadAreRefused() {
        String hundred =
                String.join(",", IntStream.rangeClosed(1, 100).mapToObj(i -> "note-" + i).toList());
        assertThat(ask("?follow=" + hundred)).isEqualTo(409);
        assertThat(ask("?follow=../x")).isEqualTo(400);
        assertThat(ask("?follow=lines-1,")).isEqualTo(400);
        assertThat(ask("?follow=lines-1&after.lines-1=x")).isEqualTo(400);
        assertThat(ask("?follow=lines-1&after.lines-1=e:99")).isEqualTo(200);
        assertThat(ask("?follow=main,lines-1")).isEqualTo(200);
    }

    @Test
    void oneConnectionFollowsNoMoreThanItMay() {
        WsCarrier ana = (WsCarrier) open(Way.WEB_SOCKET, Role.PARTICIPANT);
        ana.connect();
        for (int i = 0; i < 100; i++) {
            ana.sendRaw("{\"follow\":\"note-" + (i + 1) + "\"}");
        }
        ana.sendRaw("{\"follow\":\"lines-1\"}");
        assertThat(ana.until(PART, p -> p.welcomes > 0).refused).isEmpty();
        assertThat(ana.part("note-100").refused).isEqualTo("UNKNOWN_PART");
        ana.close();
    }

    @Test
    void whatIsWrittenInAPartMakesNoTextPageStale() {
        StreamCarrier ana = open(Way.LONG_POLL, Role.PARTICIPANT);
        ana.connect();
        String[] as = {"Authorization", "Bearer " + ana.token};
        String page = "/r/" + server.room(ROOM) + "/text";
        String tag = http.get(page, as).headers().firstValue("ETag").orElseThrow();
        added(chair, "elsewhere");
        assertThat(http.get(page, as[0], as[1], "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void theIdOfAnEventHasThePositionsOfAllThatIsFollowed() throws Exception {
        added(chair, "one");
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        server.base()
                                                + "/api/rooms/"
                                                + server.room(ROOM)
                                                + "/live?follow=lines-1"))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + server.token(ROOM, Role.PARTICIPANT))
                        .build();
        try (Stream<String> lines = http.client().send(request, BodyHandlers.ofLines()).body()) {
            String id =
                    lines.filter(l -> l.startsWith("id: ") && l.contains("lines-1="))
                            .findFirst()
                            .orElseThrow();
            assertThat(id).matches("id: [a-z0-9]+:\\d+,lines-1=[a-z0-9]+:1");
        }
    }
}
