package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.testing.On.on;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import palabre.codec.CommandCodec;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.SeatId;
import palabre.core.agenda.AgendaCommand;
import palabre.core.breakouts.BreakoutCommand;
import palabre.core.entry.RulesCommand;
import palabre.core.floor.FloorCommand;
import palabre.core.recording.RecordingCommand;
import palabre.core.results.Result;
import palabre.core.results.ResultKind;
import palabre.core.results.ResultsCommand;
import palabre.core.seats.SeatCommand;

/**
 * Every command × who asks × who presides: done, or refused with which code. PROTOCOL.md prints the
 * table, rows that are alike as one.
 */
class RightsTableTest {
    private static final String BEGINS = "<!-- rights -->\n";
    private static final String ENDS = "<!-- /rights -->";

    @Test
    void everyCommandHasARow() {
        Set<String> rows =
                RightsSample.ALL.stream().map(RightsSample::name).collect(Collectors.toSet());
        assertThat(rows).isEqualTo(CommandCodec.names());
    }

    @Test
    void theProtocolPrintsWhoMayDoWhat() throws IOException {
        String protocol = Files.readString(Path.of("../PROTOCOL.md"));
        int begins = protocol.indexOf(BEGINS) + BEGINS.length();
        String printed = protocol.substring(begins, protocol.indexOf(ENDS));
        assertThat(printed).as("between the marks in PROTOCOL.md").isEqualTo(table());
    }

    private static String table() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (RightsSample sample : RightsSample.ALL) {
            rows.computeIfAbsent(cells(sample), _ -> new ArrayList<>()).add(sample.title());
        }
        StringBuilder table = new StringBuilder("| command |");
        for (RightsScene.Who who : RightsScene.Who.values()) {
            table.append(' ').append(who.title).append(" |");
        }
        table.append("\n|").append("---|".repeat(RightsScene.Who.values().length + 1)).append('\n');
        rows.forEach((cells, names) ->
                table.append("| ")
                        .append(String.join(", ", names))
                        .append(" |")
                        .append(cells)
                        .append('\n'));
        return table.toString();
    }

    private static String cells(RightsSample sample) {
        return Arrays.stream(RightsScene.Who.values())
                .map(who -> " " + cell(who, sample) + " |")
                .collect(Collectors.joining());
    }

    /** One sign when it is the same whoever presides, else three. */
    private static String cell(RightsScene.Who who, RightsSample sample) {
        List<String> signs =
                Arrays.stream(RightsScene.Chair.values())
                        .map(chair -> RightsScene.answer(who, chair, sample))
                        .map(code -> code.map(c -> Integer.toString(c.number())).orElse("yes"))
                        .toList();
        return signs.stream().distinct().count() == 1 ? signs.getFirst() : String.join(" ", signs);
    }

    /** Said once more in plain words, in case the table is ever copied without being read. */
    @Test
    void whileADeputyPresidesNoActOfTheChairIsAnybodyElses() {
        for (RightsSample sample : RightsSample.ALL) {
            Act act = Act.of(sample.command(RightsScene.Who.MODERATOR.seat()));
            for (RightsScene.Who who : RightsScene.Who.values()) {
                boolean presides = who == RightsScene.Who.DEPUTY || who == RightsScene.Who.LEAD;
                if (!presides && (act == Act.CHAIR || act == Act.CONDUCT)) {
                    assertThat(RightsScene.answer(who, RightsScene.Chair.DEPUTY, sample))
                            .as("%s of a %s", sample.title(), who.title)
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void theServersCommandsAreNobodyElses() {
        List<RoomCommand> servers =
                List.of(
                        on(new SeatCommand.ReportPresence(new SeatId("1"), false, 0)),
                        on(new RulesCommand.LayRules(1)),
                        on(new FloorCommand.KeepTime(Set.of())),
                        on(new AgendaCommand.LayAgenda(List.of(), 0)),
                        on(
                                new ResultsCommand.CarryOver(
                                        List.of(
                                                new Result(
                                                        0,
                                                        ResultKind.ACTION,
                                                        "x",
                                                        "",
                                                        "",
                                                        true,
                                                        false)))),
                        on(new ResultsCommand.EndMeeting()),
                        on(new RecordingCommand.SettleMode(Set.of())),
                        new RoomCommand.BeginPart(1, RoomScript.peopled(), Set.of()),
                        on(new BreakoutCommand.LayGroups(List.of(), Optional.empty(), 0)));
        for (RoomCommand command : servers) {
            assertThat(RoomDecider.decide(RoomScript.peopled(), RoomScript.CHAIR, command, 2_000))
                    .as("%s", command)
                    .isEqualTo(new Decision.Refused<RoomEvent>(Code.ROLE_MAY_NOT));
        }
    }
}
