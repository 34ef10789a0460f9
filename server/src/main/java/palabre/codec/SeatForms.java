package palabre.codec;

import static palabre.codec.CommandForm.form;

import java.util.Map;
import palabre.core.entry.RulesCommand;
import palabre.core.room.RoomCommand;
import palabre.core.seats.Declared;
import palabre.core.seats.SeatCommand;

/** Commands about membership. */
final class SeatForms {
    static final Map<String, CommandForm> ALL =
            Map.ofEntries(
                    form(
                            "rules.accept",
                            f ->
                                    RoomCommand.of(
                                            new RulesCommand.AcceptRules(
                                                    Fields.must(f.number("version", 1, 1_000_000))
                                                            .intValue())),
                            "version"),
                    form("seat.leave", _ -> RoomCommand.of(new SeatCommand.LeaveSeat())),
                    form(
                            "seat.rename",
                            f -> RoomCommand.of(new SeatCommand.Rename(f.name("name"))),
                            "name"),
                    form(
                            "seat.remove",
                            f -> RoomCommand.of(new SeatCommand.RemoveSeat(f.seat())),
                            "seat"),
                    form(
                            "seat.role",
                            f -> RoomCommand.of(new SeatCommand.ChangeRole(f.seat(), f.role())),
                            "seat",
                            "role"),
                    form(
                            "seat.declare",
                            f -> RoomCommand.of(new SeatCommand.Declare(declared(f))),
                            "gender",
                            "age"));

    private SeatForms() {}

    private static Declared declared(Fields f) throws Unreadable {
        return new Declared(
                f.word("gender", Declared.Gender::fromWire).orElse(Declared.Gender.UNSAID),
                f.word("age", Declared.AgeBand::fromWire).orElse(Declared.AgeBand.UNSAID));
    }
}
