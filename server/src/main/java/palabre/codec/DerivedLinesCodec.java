package palabre.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import palabre.core.SeatId;
import palabre.core.contacts.Contacts;
import palabre.core.order.Place;
import palabre.core.order.Why;
import palabre.core.polls.Ballot;
import palabre.core.polls.Poll;
import palabre.core.polls.Tally;
import palabre.core.questions.Question;
import palabre.core.room.Figures;
import palabre.core.room.Meeting;
import palabre.core.room.Room;

/** What follows from a room and is told besides its events: the order of speaking, the figures. */
public final class DerivedLinesCodec {
    /** So many places are told; who stands behind them, in the order of their requests. */
    public static final int PLACES_TOLD = 50;

    /** So many speakers are told one by one. */
    private static final int PEOPLE_TOLD = 200;

    private DerivedLinesCodec() {}

    /**
     * The places up to the last that is not what anybody would think: who is not named stands
     * behind, by the number of their request.
     */
    public static ObjectNode order(List<Place> places, long meanTurnMs) {
        ObjectNode node = Json.object();
        ArrayNode order = node.putArray("order");
        int told = Math.min(told(places), PLACES_TOLD);
        for (Place place : places.subList(0, told)) {
            ObjectNode entry =
                    order.addObject()
                            .put("request", place.request().id().value())
                            .put("why", place.why().wire());
            if (place.personMs() > 0) {
                entry.put("person", place.personMs() / 1_000);
            }
            if (place.teamMs() > 0) {
                entry.put("team", place.teamMs() / 1_000);
            }
        }
        return node.put("mean", Math.round(meanTurnMs / 5_000.0) * 5);
    }

    private static int told(List<Place> places) {
        int told = places.size();
        long behind = Long.MAX_VALUE;
        while (told > 0
                && places.get(told - 1).why() == Why.ARRIVAL
                && places.get(told - 1).request().id().value() < behind) {
            told--;
            behind = places.get(told).request().id().value();
        }
        return told;
    }

    public static ObjectNode figures(Figures f) {
        ObjectNode node =
                Json.object()
                        .put("giniPeople", rounded(f.giniPeople()))
                        .put("giniTeams", rounded(f.giniTeams()))
                        .put("longestWaitMs", f.longestWaitMs())
                        .put("silent", f.silent().size());
        ArrayNode people = node.putArray("people");
        f.people().stream()
                .filter(p -> p.turns() > 0 || p.spokenMs() > 0)
                .limit(PEOPLE_TOLD)
                .forEach(p ->
                        people.addObject()
                                .put("seat", p.seat().value())
                                .put("name", p.person().name())
                                .put("turns", p.turns())
                                .put("ms", p.spokenMs()));
        shares(node.putObject("teams"), f.teams());
        shares(node.putObject("sectors"), f.sectors());
        shares(node.putObject("sites"), f.sites());
        shares(node.putObject("modes"), f.modes());
        shares(node.putObject("declared"), f.declared());
        return node;
    }

    /**
     * How open polls stand, and how many would like to hear which answer; empty: there are none.
     */
    public static Optional<ObjectNode> opinions(Meeting meeting) {
        ObjectNode node = Json.object();
        ArrayNode polls = Json.array();
        for (Poll poll : meeting.polls().all().values()) {
            if (poll.open()) {
                Tally tally = poll.standing();
                ObjectNode entry =
                        polls.addObject().put("poll", poll.id()).put("votes", tally.votes());
                if (!poll.terms().hidden()) {
                    entry.set("tally", Shapes.write(tally));
                }
            }
        }
        ObjectNode ups = Json.object();
        for (Question q : meeting.questions().all().values()) {
            if (q.published() && !q.ups().isEmpty()) {
                ups.put(Integer.toString(q.id()), q.ups().size());
            }
        }
        if (polls.isEmpty() && ups.isEmpty()) {
            return Optional.empty();
        }
        node.set("polls", polls);
        node.set("ups", ups);
        return Optional.of(node);
    }

    /** What a seat alone may know: its votes, up-votes too, and the contacts that it was given. */
    public static ObjectNode mine(Room room, SeatId seat) {
        ObjectNode node = Json.object();
        ObjectNode votes = Json.object();
        for (Poll poll : room.meeting().polls().all().values()) {
            Ballot ballot = poll.ballots().get(seat);
            if (ballot != null && poll.open()) {
                votes.set(Integer.toString(poll.id()), Shapes.write(ballot));
            }
        }
        if (!votes.isEmpty()) {
            node.set("votes", votes);
        }
        ArrayNode upvoted = Json.array();
        room.meeting().questions().all().values().stream()
                .filter(q -> q.ups().contains(seat))
                .forEach(q -> upvoted.add(q.id()));
        if (!upvoted.isEmpty()) {
            node.set("upvoted", upvoted);
        }
        Contacts contacts = room.meeting().contacts();
        String card = contacts.cards().getOrDefault(seat, "");
        if (!card.isEmpty()) {
            node.put("card", card);
        }
        ArrayNode wants = Json.array();
        contacts.wants().getOrDefault(seat, Set.of()).forEach(s -> wants.add(s.value()));
        if (!wants.isEmpty()) {
            node.set("wants", wants);
        }
        ArrayNode given = Json.array();
        contacts.givenTo(seat)
                .forEach((other, text) ->
                        given.addObject().put("name", room.known(other).name()).put("card", text));
        if (!given.isEmpty()) {
            node.set("contacts", given);
        }
        return node;
    }

    private static double rounded(double gini) {
        return Math.round(gini * 1_000) / 1_000.0;
    }

    private static void shares(ObjectNode node, Map<String, Figures.Share> shares) {
        shares.forEach((name, s) ->
                node.putObject(name)
                        .put("people", s.members())
                        .put("turns", s.turns())
                        .put("ms", s.spokenMs()));
    }
}
