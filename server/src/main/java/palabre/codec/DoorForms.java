package palabre.codec;

import static palabre.codec.CommandForm.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import palabre.core.Code;
import palabre.core.Limit;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.Texts;
import palabre.core.room.CoordinationCommand;
import palabre.core.room.DoorCommand;

/** Commands about lobby, mode, public view, groups and moving people. */
final class DoorForms {
    private static final int PEOPLE_MAX = 2_000;
    private static final int DELAY_MAX_S = 600;

    static final Map<String, CommandForm> ALL =
            Map.ofEntries(
                    form("lobby.open", _ -> new DoorCommand.OpenLobby()),
                    form("lobby.close", _ -> new DoorCommand.CloseLobby()),
                    form("lobby.admit", f -> new DoorCommand.Admit(f.seat()), "seat"),
                    form("lobby.all", _ -> new DoorCommand.AdmitAll()),
                    form("lobby.refuse", f -> new DoorCommand.RefuseEntry(f.seat()), "seat"),
                    form(
                            "lobby.tell",
                            f ->
                                    new DoorCommand.TellLobby(
                                            f.text("text", Texts.LINE_MAX).orElse("")),
                            "text"),
                    form(
                            "mode.propose",
                            f -> new DoorCommand.ProposeMode(Fields.must(f.choice("onRecord"))),
                            "onRecord"),
                    form("mode.agree", _ -> new DoorCommand.AgreeToMode()),
                    form("mode.drop", _ -> new DoorCommand.DropMode()),
                    form("mode.insist", _ -> new DoorCommand.InsistOnMode()),
                    form(
                            "public.view",
                            f ->
                                    new DoorCommand.SetPublicView(
                                            f.flag("cut", false),
                                            f.number("delay", 0, DELAY_MAX_S).orElse(0L) * 1_000),
                            "cut",
                            "delay"),
                    form(
                            "groups.open",
                            DoorForms::groups,
                            "groups",
                            "mix",
                            "seed",
                            "seconds",
                            "onRecord"),
                    form("link.close", f -> new CoordinationCommand.CloseLink(link(f)), "link"),
                    form("groups.call", _ -> new CoordinationCommand.CallBack()),
                    form(
                            "people.move",
                            f ->
                                    new CoordinationCommand.MovePeople(
                                            seats(Fields.must(f.list("seats", PEOPLE_MAX))),
                                            room(f.name("room"))),
                            "seats",
                            "room"));

    private DoorForms() {}

    private static CoordinationCommand groups(Fields f) throws Unreadable {
        CoordinationCommand.Mix mix =
                f.word("mix", DoorForms::mix).orElse(CoordinationCommand.Mix.BY_HAND);
        List<CoordinationCommand.GroupPlan> groups = new ArrayList<>();
        for (JsonNode node : Fields.must(f.list("groups", Limit.GROUPS.most()))) {
            Fields g = Fields.of(node, Set.of("title", "seats"));
            groups.add(
                    new CoordinationCommand.GroupPlan(
                            g.title("title"),
                            seats(g.list("seats", PEOPLE_MAX).orElse(List.of()))));
        }
        if (groups.isEmpty()) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        return new CoordinationCommand.OpenGroups(
                groups,
                mix,
                f.number("seed"),
                f.seconds("seconds", 0).orElse(0L),
                f.flag("onRecord", false));
    }

    private static Optional<CoordinationCommand.Mix> mix(String word) {
        return switch (word) {
            case "hand" -> Optional.of(CoordinationCommand.Mix.BY_HAND);
            case "teams" -> Optional.of(CoordinationCommand.Mix.TEAMS);
            case "random" -> Optional.of(CoordinationCommand.Mix.RANDOM);
            default -> Optional.empty();
        };
    }

    private static List<SeatId> seats(List<JsonNode> nodes) throws Unreadable {
        List<SeatId> seats = new ArrayList<>();
        for (JsonNode node : nodes) {
            if (!node.isTextual()) {
                throw new Unreadable(Code.BAD_FIELD);
            }
            seats.add(Fields.seatId(node.textValue()));
        }
        return seats;
    }

    private static LinkId link(Fields f) throws Unreadable {
        try {
            return new LinkId(f.name("link"));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Code.BAD_FIELD);
        }
    }

    private static RoomId room(String id) throws Unreadable {
        try {
            return new RoomId(id);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Code.BAD_FIELD);
        }
    }
}
