package palabre.core.session;

import java.util.List;
import java.util.Optional;
import palabre.core.Texts;

/**
 * What a session is to be: all that people are told beforehand.
 *
 * @param results that are expected of it
 * @param place where people meet who meet in a place
 * @param sound where the voices are: an address of any conference, a telephone number, or the room
 *     itself; Palabre carries the floor, not the voice
 * @param languages that will be spoken, as BCP 47 tags
 * @param rules the ground rules, in any language
 * @param notes on risks and preparation, for organisers alone
 */
public record Plan(
        String results,
        Modality modality,
        String place,
        String sound,
        Optional<Schedule> schedule,
        List<String> languages,
        List<AgendaPlan> agenda,
        List<TeamPlan> teams,
        String rules,
        List<Term> glossary,
        String notes) {
    /** The longest text of several lines, in code points. */
    public static final int TEXT_MAX = 8_000;

    public static final Plan NONE =
            new Plan(
                    "",
                    Modality.HYBRID,
                    "",
                    "",
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    List.of(),
                    "");

    public Plan {
        Texts.text(results, TEXT_MAX);
        Texts.title(place);
        Texts.title(sound);
        languages = List.copyOf(languages);
        agenda = List.copyOf(agenda);
        teams = List.copyOf(teams);
        Texts.text(rules, TEXT_MAX);
        glossary = List.copyOf(glossary);
        Texts.text(notes, TEXT_MAX);
    }
}
