package palabre.testing;

import static palabre.testing.On.on;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import palabre.codec.CommandCodec;
import palabre.codec.Json;
import palabre.codec.Unreadable;
import palabre.core.Decision;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.agenda.AgendaCommand;
import palabre.core.agenda.AgendaEntry;
import palabre.core.breakouts.BreakoutCommand;
import palabre.core.breakouts.WorkingGroup;
import palabre.core.entry.RulesCommand;
import palabre.core.floor.FloorCommand;
import palabre.core.policy.OrderRule;
import palabre.core.recording.RecordingCommand;
import palabre.core.results.Result;
import palabre.core.results.ResultKind;
import palabre.core.results.ResultsCommand;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.room.RoomCommand;
import palabre.core.room.RoomDecider;
import palabre.core.room.RoomEvent;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;

/**
 * A room in which anything is asked by anybody: every command that a client may send, as
 * docs/asyncapi.yaml describes it, and what the server asks of itself.
 */
public final class Rehearsal {
    /** What an event did. */
    public record Happened(Room before, RoomEvent event, SeatId by, Room after, long atMs) {}

    private static final int SEATS = 8;
    private static final List<String> SELDOM =
            List.of("session.close", "seat.leave", "seat.remove", "mode.insist");

    private final Random random;
    private final RandomJson commands;
    private final List<String> often;
    private Room room;
    private long now = 1_764_000_000_000L;
    private int sent;

    public Rehearsal(long seed) {
        random = new Random(seed);
        commands = new RandomJson(random);
        often = new ArrayList<>(CommandCodec.names());
        often.removeAll(SELDOM);
        Charter charter =
                new Charter(
                        new RoomId("plenary"), new SessionId("s"), "Plenary", Access.OPEN, true);
        room = Room.empty(charter.asMain());
        seat("1", Role.MODERATOR, "");
        seat("2", Role.PARTICIPANT, "T1");
        seat("3", Role.PARTICIPANT, "T2");
        seat("4", Role.STEWARD, "");
        seat("5", Role.OBSERVER, "");
        seat("6", Role.DEPUTY, "T1");
    }

    private void seat(String id, Role role, String team) {
        Person person = new Person("P" + id, role, team, "", role == Role.STEWARD ? "Hall" : "");
        decide(new SeatId(id), on(new SeatCommand.TakeSeat(person)));
    }

    public Room room() {
        return room;
    }

    /** Somebody asks something; what happens is none or several events. */
    public List<Happened> next() {
        now += random.nextInt(10) == 0 ? random.nextInt(60_000) : random.nextInt(3_000);
        if (random.nextInt(5) == 0) {
            SeatId actor = random.nextBoolean() ? SeatId.SERVER : seat();
            return decide(actor, ofTheServer());
        }
        SeatId who = actor();
        if (room.seat(who).isPresent() && !room.rules().heldBy(who) && random.nextBoolean()) {
            return decide(who, on(new RulesCommand.AcceptRules(room.rules().version())));
        }
        commands.knowing(
                room.seats().keySet().stream().map(SeatId::value).toList(),
                requests(),
                room.rules().version());
        ObjectNode command = commands.command(names(), "c" + ++sent);
        try {
            RoomCommand read = CommandCodec.read(Json.parse(Json.bytes(command))).command();
            return decide(who, read);
        } catch (Unreadable e) {
            throw new AssertionError(e.code() + " for " + command, e);
        }
    }

    private List<Long> requests() {
        List<Long> open = new ArrayList<>();
        room.floor().line().waiting().forEach(r -> open.add(r.id().value()));
        room.floor().stage().holder().ifPresent(t -> open.add(t.id().value()));
        room.floor().stage().interrupted().ifPresent(t -> open.add(t.id().value()));
        return open;
    }

    private List<String> names() {
        return switch (random.nextInt(40)) {
            case 0 -> SELDOM;
            case 1, 2, 3, 4, 5, 6 -> List.of("floor.request", "floor.queue");
            case 7, 8, 9 -> List.of("floor.grant", "floor.move", "floor.change", "chair.take");
            case 10 -> List.of("budget.give");
            default -> often;
        };
    }

    private List<Happened> decide(SeatId actor, RoomCommand command) {
        List<Happened> all = new ArrayList<>();
        if (RoomDecider.decide(room, actor, command, now)
                instanceof Decision.Accepted<RoomEvent> accepted) {
            for (RoomEvent event : accepted.events()) {
                Room before = room;
                room = before.evolve(event, now);
                all.add(new Happened(before, event, actor, room, now));
            }
        }
        return all;
    }

    /** Often who presides: most is theirs to ask. */
    private SeatId actor() {
        Optional<SeatId> chair = room.floor().chairing().presiding();
        return random.nextBoolean() ? chair.orElseGet(this::seat) : seat();
    }

    private SeatId seat() {
        return new SeatId(Integer.toString(random.nextInt(SEATS)));
    }

    private <T> T any(T[] all) {
        return all[random.nextInt(all.length)];
    }

    private RoomCommand ofTheServer() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 ->
                    on(
                            new SeatCommand.TakeSeat(
                                    new Person(
                                            "N" + random.nextInt(9),
                                            any(Role.values()),
                                            "T" + random.nextInt(3),
                                            random.nextBoolean() ? "public" : "",
                                            random.nextBoolean() ? "Hall" : ""),
                                    random.nextBoolean(),
                                    true));
            case 3, 4 ->
                    on(
                            new SeatCommand.ReportPresence(
                                    actor(), random.nextBoolean(), now - random.nextInt(60_000)));
            case 5, 6 -> on(new FloorCommand.KeepTime(Set.of(seat())));
            case 7 ->
                    random.nextBoolean()
                            ? on(new RulesCommand.AcceptRules(room.rules().version()))
                            : on(new RulesCommand.LayRules(random.nextInt(3)));
            case 8 -> agenda();
            case 9 ->
                    random.nextBoolean()
                            ? on(new RecordingCommand.SettleMode(Set.of(seat())))
                            : new RoomCommand.BeginPart(
                                    room.doors().part() + 1, room, room.seats().keySet());
            case 10 -> groups();
            default ->
                    random.nextInt(30) == 0
                            ? on(new ResultsCommand.EndMeeting())
                            : on(
                                    new ResultsCommand.CarryOver(
                                            List.of(
                                                    new Result(
                                                            0,
                                                            any(ResultKind.values()),
                                                            "left " + random.nextInt(3),
                                                            "Ana",
                                                            "2026-12-24",
                                                            true,
                                                            false))));
        };
    }

    private RoomCommand agenda() {
        return on(
                new AgendaCommand.LayAgenda(
                        List.of(
                                AgendaEntry.planned(1, "A", 60_000, "", Optional.empty(), 0),
                                AgendaEntry.planned(
                                                2,
                                                "B",
                                                0,
                                                "Ana",
                                                Optional.of(OrderRule.BALANCED),
                                                30)
                                        .withMaterial(List.of("https://example.org/"))),
                        random.nextInt(3)));
    }

    private RoomCommand groups() {
        WorkingGroup group =
                new WorkingGroup(
                        new RoomId("g" + random.nextInt(3)),
                        "G",
                        List.of("Ana"),
                        random.nextBoolean() ? Optional.of("Ana") : Optional.empty());
        return random.nextBoolean()
                ? on(new BreakoutCommand.LayGroups(List.of(), Optional.empty(), 0))
                : on(
                        new BreakoutCommand.LayGroups(
                                List.of(group), Optional.of(new RoomId("plenary")), now + 60_000));
    }
}
