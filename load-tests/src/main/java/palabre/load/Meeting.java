package palabre.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import palabre.codec.Json;

/**
 * A meeting of 90 minutes from beginning to end, at speed: three teams, two venues, 60 people, of
 * whom 18 have no device, over mixed links; five agenda items with an order each; the chair's link
 * is lost and the deputy follows; the server is killed in the middle of a turn. Its figures are
 * counted anew from the exported log.
 */
public final class Meeting implements Scenario {
    private static final int SPEED = 60;
    private static final int MINUTES = 90;
    private static final List<String> LINKS = List.of("none", "gprs", "2g-urban", "edge");

    private final List<Attendee> online = new ArrayList<>();
    private final List<BadLink> links = new ArrayList<>();
    private final List<Attendee> stewards = new ArrayList<>();

    /** What became of a meeting. */
    public record Result(
            long requests,
            long turns,
            long deferred,
            long lost,
            long cuts,
            long commands,
            long longestWaitMs,
            long open,
            List<String> differences,
            JsonNode figures) {}

    @Override
    public void run(Plan plan, Figures figures) throws Exception {
        Result r = new Meeting().hold(SPEED, plan.seed());
        Map<String, ?> about = Map.of("people", 60, "minutes", MINUTES, "speed", SPEED);
        figures.print("meeting.requests", (double) r.requests(), "count", about);
        figures.print("meeting.turns", (double) r.turns(), "count", about);
        figures.print("meeting.deferred", (double) r.deferred(), "count", about);
        figures.print("meeting.turns.lost", (double) r.lost(), "count", about);
        figures.print("meeting.cuts", (double) r.cuts(), "count", about);
        figures.print("meeting.commands", (double) r.commands(), "count", about);
        figures.print("meeting.longest.wait", r.longestWaitMs() / 1e3, "s", about);
        figures.print("meeting.gini", r.figures().path("giniPeople").doubleValue(), "", about);
        figures.mustBeZero("meeting.left.open", r.open(), about);
        figures.mustBeZero("meeting.recount.differs", r.differences().size(), about);
        r.differences().forEach(figures::note);
        figures.note(Json.write(r.figures().path("teams")));
    }

    /**
     * @param speed how many times as fast as real time
     */
    public static Result rehearse(int speed, long seed) throws Exception {
        return new Meeting().hold(speed, seed);
    }

    private Result hold(int speed, long seed) throws Exception {
        try (ServerProcess server = ServerProcess.rehearsal(speed);
                Crew crew = new Crew(server.port())) {
            Invitations invited = new Invitations(server);
            MeetingClock clock = new MeetingClock(crew.vertx, speed);
            for (int i = 0; i < LINKS.size(); i++) {
                LinkProfile profile = LinkProfile.of(LINKS.get(i)).faster(speed);
                links.add(new BadLink(profile, server.port(), seed + i));
            }
            Presider chair = presider(crew, clock, invited, "moderator", "Chair", seed);
            Presider deputy = presider(crew, clock, invited, "deputy", "Deputy", seed + 1);
            seat(crew, clock, invited, seed);
            chair.come();
            deputy.come();
            stewards.forEach(Attendee::come);
            online.forEach(Attendee::come);
            script(clock, chair, deputy, new Random(seed));
            wait(clock, 50);
            server.kill();
            server.startAgain();
            wait(clock, MINUTES - 50);
            Result result = result(server, invited, chair, deputy);
            clock.stop();
            everybody(chair, deputy).forEach(Attendee::leave);
            return result;
        } finally {
            links.forEach(BadLink::close);
        }
    }

    private static void wait(MeetingClock clock, int minutes) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        clock.after(minutes * 60, over::countDown);
        over.await(clock.realMs(minutes * 60) + 60_000, TimeUnit.MILLISECONDS);
    }

    private static Presider presider(
            Crew crew, MeetingClock clock, Invitations invited, String role, String name, long seed)
            throws Exception {
        Member member = invited.member(crew, crew.port, role, name, "", "", "");
        return new Presider(clock, member, name, seed);
    }

    /** 42 people with devices, over four kinds of link, and a steward at each venue. */
    private void seat(Crew crew, MeetingClock clock, Invitations invited, long seed)
            throws Exception {
        for (int i = 0; i < 42; i++) {
            String team = i < 8 ? "Gabon" : i < 22 ? "Costa Rica" : "Georgia";
            String side = team.equals("Gabon") ? "seeking" : "providing";
            int port = links.get(i % links.size()).port();
            String name = "P" + i;
            Member m = invited.member(crew, port, "participant", name, team, side, "");
            online.add(new Attendee(clock, m, name, "", seed * 1_000 + i));
        }
        for (String site : List.of("Libreville", "San Jose")) {
            int port = links.get(stewards.size()).port();
            Member m = invited.member(crew, port, "steward", site, "", "", site);
            stewards.add(new Attendee(clock, m, "S" + stewards.size(), site, seed + 7));
        }
    }

    private void script(MeetingClock clock, Presider chair, Presider deputy, Random random) {
        item(clock, chair, 0, "Welcome", "{\"order\":\"first-come\",\"tie\":5}");
        item(
                clock,
                chair,
                12,
                "Funding models",
                "{\"order\":\"balanced\",\"tie\":10,\"run\":{\"by\":\"team\",\"turns\":2},\"atZero\":\"yield\",\"turn\":{\"speech\":120}}");
        item(
                clock,
                chair,
                35,
                "Questions",
                "{\"order\":\"round-robin\",\"team\":1800,\"atZero\":\"grace\",\"grace\":15,\"lag\":5,\"vacant\":30}");
        item(
                clock,
                deputy,
                58,
                "Around the table",
                "{\"order\":\"tour\",\"turn\":{\"speech\":60},\"atZero\":\"yield\"}");
        clock.after(64 * 60, () -> deputy.act("chair.take", ""));
        item(
                clock,
                deputy,
                70,
                "Next steps",
                "{\"order\":\"by-hand\",\"run\":{\"by\":\"mode\",\"turns\":3}}");
        for (int minute = 1; minute < 84; minute++) {
            for (int n = 0; n < 3; n++) {
                Attendee one = online.get(random.nextInt(online.size()));
                String kind = random.nextInt(12) == 0 ? "point-of-order" : "speech";
                clock.after(minute * 60 + random.nextInt(60), () -> one.ask(kind));
            }
            if (minute % 4 == 0) {
                slip(clock, minute, random);
            }
            if (minute % 9 == 0) {
                byHand(clock, minute, chair, deputy);
            }
        }
        clock.after(41 * 60, chair::drop);
        clock.after(47 * 60, chair::comeBack);
        clock.after(84 * 60, () -> presiding(chair, deputy).act("list.close", ""));
        clock.after(86 * 60, () -> presiding(chair, deputy).act("floor.lock", ""));
        for (int i = 0; i < 80; i++) {
            clock.after(86 * 60 + 5 + 2 * i, () -> dismiss(presiding(chair, deputy)));
        }
    }

    private static Presider presiding(Presider chair, Presider deputy) {
        return deputy.presides() ? deputy : chair;
    }

    private static void item(
            MeetingClock clock, Presider by, int minute, String title, String policy) {
        clock.after(
                minute * 60 + 1,
                () ->
                        by.act(
                                "item.start",
                                ",\"title\":\""
                                        + title
                                        + "\",\"seconds\":1200,\"policy\":"
                                        + policy));
    }

    /** A slip of paper comes in at a venue. */
    private void slip(MeetingClock clock, int minute, Random random) {
        int venue = random.nextInt(3) == 0 ? 1 : 0;
        int person = random.nextInt(venue == 0 ? 12 : 6);
        String team = venue == 0 ? "Gabon" : "Costa Rica";
        clock.after(
                minute * 60,
                () ->
                        stewards.get(venue)
                                .act(
                                        "floor.queue",
                                        ",\"name\":\"Slip "
                                                + person
                                                + "\",\"team\":\""
                                                + team
                                                + "\""));
    }

    private static void byHand(MeetingClock clock, int minute, Presider chair, Presider deputy) {
        clock.after(
                minute * 60 + 20,
                () -> {
                    Presider by = presiding(chair, deputy);
                    by.floor.last().ifPresent(r -> by.act("floor.move", ",\"request\":" + r));
                    by.floor
                            .holder()
                            .ifPresent(r ->
                                    by.act("turn.extend", ",\"request\":" + r + ",\"seconds\":30"));
                });
        clock.after(minute * 60 + 40, () -> presiding(chair, deputy).act("floor.pause", ""));
        clock.after(minute * 60 + 50, () -> presiding(chair, deputy).act("floor.resume", ""));
    }

    /** The time is over: who speaks is thanked, who still waits is told so. */
    private static void dismiss(Presider by) {
        by.floor
                .last()
                .ifPresent(r ->
                        by.act(
                                "floor.deny",
                                ",\"request\":" + r + ",\"reason\":\"The time is over.\""));
        by.floor.holder().ifPresent(r -> by.act("floor.revoke", ",\"request\":" + r));
    }

    private List<Attendee> everybody(Presider chair, Presider deputy) {
        List<Attendee> all = new ArrayList<>(online);
        all.addAll(stewards);
        all.add(chair);
        all.add(deputy);
        return all;
    }

    private Result result(
            ServerProcess server, Invitations invited, Presider chair, Presider deputy)
            throws Exception {
        String path = "/api/rooms/" + invited.room() + "/";
        JsonNode figures = Json.parse(server.get(path + "figures", invited.chairToken()));
        Recount recount = Recount.of(server.get(path + "log", invited.chairToken()));
        List<Attendee> all = everybody(chair, deputy);
        return new Result(
                recount.requests(),
                recount.turnsBegun(),
                recount.deferred(),
                recount.lost(),
                all.stream().mapToLong(Attendee::cuts).sum(),
                all.stream().mapToLong(Attendee::commands).sum(),
                recount.longestWaitMs(),
                recount.open(),
                recount.differences(figures),
                figures);
    }
}
