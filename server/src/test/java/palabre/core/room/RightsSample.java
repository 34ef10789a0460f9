package palabre.core.room;

import static palabre.testing.On.on;

import java.util.List;
import java.util.Optional;
import palabre.codec.CommandCodec;
import palabre.codec.Json;
import palabre.codec.Unreadable;
import palabre.core.RequestId;
import palabre.core.SeatId;
import palabre.core.floor.Ask;
import palabre.core.floor.FloorEvent;
import palabre.core.policy.RequestKind;

/**
 * A command as somebody could send it.
 *
 * @param what is special about it; empty: nothing
 * @param holds what the one who asks has on the floor
 */
record RightsSample(String name, String what, String fields, Holds holds) {
    enum Holds {
        NOTHING,
        A_PLACE,
        THE_FLOOR
    }

    static RightsSample of(String name, String... fields) {
        return new RightsSample(name, "", fields.length == 0 ? "" : fields[0], Holds.NOTHING);
    }

    RightsSample but(String special) {
        return new RightsSample(name, special, fields, holds);
    }

    RightsSample having(Holds now) {
        return new RightsSample(name, what, fields, now);
    }

    String title() {
        return "`" + name + "`" + (what.isEmpty() ? "" : " " + what);
    }

    RoomCommand command(SeatId actor) {
        String more = fields.isEmpty() ? "" : "," + fields.replace("'", "\"");
        String json =
                "{\"id\":\"x\",\"do\":\"" + name + "\"" + more.replace("ME", actor.value()) + "}";
        try {
            return CommandCodec.read(
                            Json.parse(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .command();
        } catch (Unreadable e) {
            throw new AssertionError(name + ": " + e.code(), e);
        }
    }

    /** What must have happened so that the one who asks has what it is about. */
    List<RoomEvent> before(SeatId actor) {
        RoomEvent asked =
                on(
                        new FloorEvent.FloorRequested(
                                new RequestId(3),
                                actor,
                                actor,
                                Ask.of(RequestKind.SPEECH),
                                Optional.empty()));
        return switch (holds) {
            case NOTHING -> List.of();
            case A_PLACE -> List.of(asked);
            case THE_FLOOR ->
                    List.of(
                            on(new FloorEvent.FloorReleased(new RequestId(1))),
                            asked,
                            on(new FloorEvent.FloorGranted(new RequestId(3), 180_000)));
        };
    }

    /** Every command that a client may send, at least once. */
    static final List<RightsSample> ALL =
            List.of(
                    of("floor.request"),
                    of("floor.request", "'for':'22'").but("for another"),
                    of("floor.request", "'for':'onsite-2'").but("for somebody on-site"),
                    of("floor.queue", "'name':'Zoe','team':'Peru','site':'Hall'"),
                    of("floor.change", "'topic':'films'").having(Holds.A_PLACE),
                    of("floor.requeue").having(Holds.A_PLACE),
                    of("floor.release").having(Holds.A_PLACE),
                    of("floor.release", "'request':2").but("of somebody on-site"),
                    of("floor.handover", "'to':'22'").having(Holds.THE_FLOOR),
                    of("floor.handover", "'to':'22'").but("of another's turn"),
                    of("floor.grant", "'request':2"),
                    of("floor.deny", "'request':2"),
                    of("floor.revoke", "'request':1"),
                    of("floor.skip", "'request':2"),
                    of("floor.move", "'request':2"),
                    of("floor.next"),
                    of("turn.pause", "'request':1"),
                    of("turn.resume", "'request':1"),
                    of("turn.extend", "'request':1,'seconds':60"),
                    of("list.open"),
                    of("list.close"),
                    of("floor.pause"),
                    of("floor.resume"),
                    of("floor.lock"),
                    of("floor.unlock"),
                    of("floor.tour"),
                    of("floor.policy", "'policy':{'order':'balanced'}"),
                    of("budget.give", "'to':{'item':true},'seconds':60"),
                    of("item.start", "'title':'D'"),
                    of("agenda.begin", "'item':2"),
                    of("agenda.end", "'item':1"),
                    of("agenda.skip", "'item':2"),
                    of("agenda.extend", "'item':1,'seconds':60"),
                    of("agenda.add", "'title':'E'"),
                    of("agenda.move", "'item':3"),
                    of("result.note", "'kind':'decision','text':'yes'"),
                    of("result.remove", "'entry':1"),
                    of("result.done", "'entry':1"),
                    of("result.none", "'kind':'decision'"),
                    of("next.set", "'start':'2027-01-10T10:00','zone':'Africa/Harare'"),
                    of("next.none"),
                    of("results.approve"),
                    of("session.close"),
                    of("poll.open", "'question':'Q?','kind':'rating'"),
                    of("poll.close", "'poll':1"),
                    of("poll.vote", "'poll':1,'choices':[0]"),
                    of("poll.vote", "'poll':1,'choices':[0],'for':'onsite-1'")
                            .but("for somebody on-site"),
                    of("question.put", "'text':'when'"),
                    of("question.up", "'question':2"),
                    of("question.publish", "'question':1"),
                    of("question.answer", "'question':1"),
                    of("question.dismiss", "'question':1"),
                    of("contact.card", "'card':'me@example.org'"),
                    of("contact.want", "'seat':'22'"),
                    of("contact.unwant", "'seat':'22'"),
                    of("chair.take"),
                    of("chair.give", "'to':'10'"),
                    of("chair.deputies", "'seats':['10']"),
                    of("screen.show"),
                    of("rules.accept", "'version':1").but("of a version that is gone"),
                    of("lobby.open"),
                    of("lobby.close"),
                    of("lobby.admit", "'seat':'50-a'"),
                    of("lobby.refuse", "'seat':'50-a'"),
                    of("lobby.all"),
                    of("lobby.tell", "'text':'soon'"),
                    of("mode.propose", "'onRecord':false"),
                    of("mode.drop"),
                    of("mode.agree"),
                    of("mode.insist"),
                    of("public.view", "'cut':true"),
                    of("groups.open", "'groups':[{'title':'G'}],'mix':'teams'"),
                    of("groups.call"),
                    of("people.move", "'seats':['20'],'room':'group'"),
                    of("people.move", "'seats':['21'],'room':'plenary'").but("back from a group"),
                    of("people.move", "'seats':['ME'],'room':'group'")
                            .but("of oneself into a group"),
                    of("people.move", "'seats':['ME'],'room':'others'")
                            .but("of oneself into a room of others"),
                    of("link.close", "'link':'30'"),
                    of("seat.declare", "'gender':'woman'"),
                    of("seat.rename", "'name':'Ada'"),
                    of("seat.leave"),
                    of("seat.remove", "'seat':'20'"),
                    of("seat.remove", "'seat':'10'").but("of a moderator"),
                    of("seat.role", "'seat':'20','role':'secretary'"),
                    of("seat.role", "'seat':'20','role':'deputy'").but("to moderator or deputy"),
                    of("seat.role", "'seat':'10','role':'participant'").but("of a moderator"));
}
