package palabre.codec;

import static palabre.codec.CommandForm.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import palabre.core.Code;
import palabre.core.RequestId;
import palabre.core.SeatId;
import palabre.core.Texts;
import palabre.core.floor.BudgetOwner;
import palabre.core.floor.FloorCommand;
import palabre.core.policy.PolicyChange;
import palabre.core.room.RoomCommand;

/** The chair's commands. */
final class ChairForms {
    private interface OnRequest {
        FloorCommand of(RequestId request);
    }

    static final Map<String, CommandForm> ALL =
            Map.ofEntries(
                    form(
                            "floor.grant",
                            f ->
                                    RoomCommand.of(
                                            new FloorCommand.GrantFloor(
                                                    f.request(), f.flag("anyway", false))),
                            "request",
                            "anyway"),
                    form(
                            "floor.next",
                            f -> RoomCommand.of(new FloorCommand.NextFloor(holder(f))),
                            "holder"),
                    form(
                            "floor.deny",
                            f -> RoomCommand.of(new FloorCommand.DenyFloor(f.request(), reason(f))),
                            "request",
                            "reason"),
                    form(
                            "floor.revoke",
                            f ->
                                    RoomCommand.of(
                                            new FloorCommand.RevokeFloor(f.request(), reason(f))),
                            "request",
                            "reason"),
                    onRequest("floor.skip", FloorCommand.SkipFloor::new),
                    form(
                            "floor.move",
                            f ->
                                    RoomCommand.of(
                                            new FloorCommand.MoveRequest(
                                                    f.request(), f.request("behind"))),
                            "request",
                            "behind"),
                    onRequest("turn.pause", FloorCommand.PauseTurn::new),
                    onRequest("turn.resume", FloorCommand.ResumeTurn::new),
                    form(
                            "turn.extend",
                            f ->
                                    RoomCommand.of(
                                            new FloorCommand.ExtendTurn(
                                                    f.request(),
                                                    Fields.must(f.seconds("seconds", 1)))),
                            "request",
                            "seconds"),
                    form("list.open", _ -> RoomCommand.of(new FloorCommand.OpenList())),
                    form("list.close", _ -> RoomCommand.of(new FloorCommand.CloseList())),
                    form("floor.pause", _ -> RoomCommand.of(new FloorCommand.PauseFloor())),
                    form("floor.resume", _ -> RoomCommand.of(new FloorCommand.ResumeFloor())),
                    form("floor.lock", _ -> RoomCommand.of(new FloorCommand.LockFloor())),
                    form("floor.unlock", _ -> RoomCommand.of(new FloorCommand.UnlockFloor())),
                    form("floor.tour", _ -> RoomCommand.of(new FloorCommand.StartTour())),
                    form(
                            "floor.policy",
                            f ->
                                    RoomCommand.of(
                                            new FloorCommand.ChangePolicy(
                                                    policy(f).orElseThrow(ChairForms::missing),
                                                    reason(f))),
                            "policy",
                            "reason"),
                    form(
                            "budget.give",
                            f ->
                                    RoomCommand.of(
                                            new FloorCommand.GiveBudget(
                                                    budgetOwner(f, "from"),
                                                    Fields.must(budgetOwner(f, "to")),
                                                    Fields.must(f.seconds("seconds", 1)),
                                                    reason(f))),
                            "from",
                            "to",
                            "seconds",
                            "reason"),
                    form(
                            "item.start",
                            f ->
                                    RoomCommand.of(
                                            new FloorCommand.StartItem(
                                                    f.title("title"),
                                                    f.seconds("seconds", 0).orElse(0L),
                                                    policy(f))),
                            "title",
                            "seconds",
                            "policy"),
                    form("chair.take", _ -> RoomCommand.of(new FloorCommand.TakeChair())),
                    form(
                            "chair.give",
                            f ->
                                    RoomCommand.of(
                                            new FloorCommand.GiveChair(Fields.must(f.seat("to")))),
                            "to"),
                    form(
                            "chair.deputies",
                            f -> RoomCommand.of(new FloorCommand.OrderDeputies(seats(f))),
                            "seats"),
                    form(
                            "screen.show",
                            f -> RoomCommand.of(new FloorCommand.ShowScreen(f.flag("shown", true))),
                            "shown"));

    private ChairForms() {}

    private static Unreadable missing() {
        return new Unreadable(Code.BAD_FIELD);
    }

    private static Map.Entry<String, CommandForm> onRequest(String name, OnRequest command) {
        return form(name, f -> RoomCommand.of(command.of(f.request())), "request");
    }

    private static String reason(Fields f) throws Unreadable {
        return f.text("reason", Texts.LINE_MAX).orElse("");
    }

    private static OptionalLong holder(Fields f) throws Unreadable {
        Optional<Long> holder = f.number("holder", 0, Long.MAX_VALUE);
        return holder.isPresent() ? OptionalLong.of(holder.get()) : OptionalLong.empty();
    }

    private static Optional<PolicyChange> policy(Fields f) throws Unreadable {
        Optional<Fields> policy = f.object("policy", PolicyCodec.FIELDS);
        return policy.isEmpty() ? Optional.empty() : Optional.of(PolicyCodec.change(policy.get()));
    }

    /** {@code {"team":"Gabon"}}, {@code {"seat":"7"}} or {@code {"item":true}}. */
    private static Optional<BudgetOwner> budgetOwner(Fields f, String field) throws Unreadable {
        Optional<Fields> budgetOwner = f.object(field, Set.of("team", "seat", "item"));
        if (budgetOwner.isEmpty()) {
            return Optional.empty();
        }
        Fields p = budgetOwner.get();
        if (p.has("seat")) {
            return Optional.of(BudgetOwner.person(p.seat()));
        }
        if (p.has("team")) {
            return Optional.of(BudgetOwner.team(p.name("team")));
        }
        if (p.flag("item", false)) {
            return Optional.of(BudgetOwner.ITEM);
        }
        throw missing();
    }

    private static List<SeatId> seats(Fields f) throws Unreadable {
        List<SeatId> seats = new ArrayList<>();
        for (JsonNode seat : Fields.must(f.list("seats", 50))) {
            if (!seat.isTextual()) {
                throw missing();
            }
            seats.add(Fields.seatId(seat.textValue()));
        }
        return seats;
    }
}
