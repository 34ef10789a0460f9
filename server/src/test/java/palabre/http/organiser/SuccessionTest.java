package palabre.http.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import palabre.testing.TextPerson;
import palabre.testing.Until;
import palabre.testing.WorkshopTest;

/**
 * A place passed from hand to hand: in a room, in one that sleeps, off the record, after the end.
 */
class SuccessionTest extends WorkshopTest {
    private static final String CARD = "ana@example.org";

    private String plenary;

    @BeforeEach
    void start() {
        plenary = mo.room();
    }

    private void act(String... fields) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        page = http.form(session, form).body();
    }

    private String invite(String name, String room) {
        act("do", "person", "name", name, "role", "participant", "team", "Gabon", "room", room);
        return first("id=\"link-\\d+\">" + name + ", .*?href=\"([^\"]+)\"");
    }

    private String hand(String from, String to) {
        String id = first("id=\"link-(\\d+)\">" + from + ", ");
        act("do", "handover", "link", id, "name", to, "language", "fr");
        return first("id=\"link-" + id + "\">" + to + ", .*?href=\"([^\"]+)\"");
    }

    private String door(String link) {
        return URI.create(link).getPath();
    }

    private void close() {
        mo.press("result.none", "kind", "key-point");
        mo.press("result.none", "kind", "action");
        mo.press("next.none");
        mo.press("session.close");
        Until.holds(
                "the session is closed", () -> http.get(session).body().contains("<p>closed</p>"));
    }

    private TextPerson in(String link, String name) {
        TextPerson person = new TextPerson(server.base(), link).enter(name);
        assertThat(person.look()).contains("You are " + name + ", participant.");
        return person;
    }

    private static String[] presentIn(String minutes) {
        return minutes.lines().filter(l -> l.contains("(Gabon), ")).toArray(String[]::new);
    }

    @Test
    void whatWasBeforeStaysHersAndTheSuccessorsBeginAnew() {
        String link = invite("Ana", plenary);
        TextPerson ana = in(link, "Ana");
        ana.press("contact.card", "card", CARD);
        ana.press("seat.declare", "gender", "woman", "age", "from-60");
        ana.press("floor.request");
        assertThat(mo.look()).contains("Ana");
        String second = hand("Ana", "Bea");
        assertThat(http.get(door(link)).statusCode()).as("the old link").isEqualTo(410);
        assertThat(ana.get(ana.where()).statusCode()).as("the old cookie").isNotEqualTo(200);
        String doorOfBea = http.get(door(second)).body();
        assertThat(doorOfBea).as("the rules are asked of her").contains("name=\"rules\"");
        TextPerson bea = in(second, "Bea");
        assertThat(bea.look())
                .doesNotContain(CARD, "value=\"woman\" selected", "value=\"floor.cancel\"");
        bea.press("contact.card", "card", "bea@example.org");
        String third = hand("Bea", "Cleo");
        TextPerson cleo = in(third, "Cleo");
        assertThat(cleo.look()).doesNotContain(CARD, "bea@example.org");
        close();
        assertThat(presentIn(minutes()))
                .hasSize(3)
                .anySatisfy(l -> assertThat(l).contains("Ana (Gabon)", "until"))
                .anySatisfy(l -> assertThat(l).contains("Bea (Gabon)", "after Ana", "until"))
                .anySatisfy(l ->
                        assertThat(l)
                                .contains("Cleo (Gabon)", "after Bea")
                                .doesNotContain("until"));
    }

    @Test
    void aSleepingRoomLearnsOfItWhenItIsOpened() {
        in(invite("Ana", plenary), "Ana");
        server.restart();
        hand("Ana", "Bea");
        String third = hand("Bea", "Cleo");
        in(third, "Cleo");
        mo.look();
        assertThat(presentIn(minutes()))
                .hasSize(2)
                .anySatisfy(l -> assertThat(l).contains("Ana (Gabon)", "until"))
                .anySatisfy(
                        l -> assertThat(l).contains("Cleo (Gabon)").doesNotContain("Ana", "until"));
    }

    @Test
    void offTheRecordTooTheSuccessorBeginsAnew() {
        String safe = first("href=\"/r/(\\w+)\">Safe room");
        String link = invite("Ana", safe);
        TextPerson ana = in(link, "Ana");
        ana.press("contact.card", "card", CARD);
        TextPerson bea = in(hand("Ana", "Bea"), "Bea");
        assertThat(bea.look()).doesNotContain(CARD);
        TextPerson cleo = in(hand("Bea", "Cleo"), "Cleo");
        assertThat(cleo.look()).doesNotContain(CARD);
        assertThat(ana.get(ana.where()).statusCode()).isNotEqualTo(200);
    }

    @Test
    void whoComesAfterTheEndWasNotThereAndHasAnEvaluationOfTheirOwn() {
        String link = invite("Ana", plenary);
        TextPerson ana = in(link, "Ana");
        close();
        String asked = ana.get(door(link) + "/evaluation").body();
        assertThat(asked).contains("<form");
        ana.http().form(door(link) + "/evaluation", Map.of("q0", "2", "comment", "Secret"));
        String before = minutes();
        String second = hand("Ana", "Bea");
        assertThat(minutes()).as("nothing before it changes").isEqualTo(before);
        HttpResponse<String> hers = http.get(door(second) + "/evaluation");
        assertThat(hers.body()).contains("<form").doesNotContain("Secret", "checked");
        in(second, "Bea");
        in(hand("Bea", "Cleo"), "Cleo");
        assertThat(minutes()).isEqualTo(before);
        assertThat(List.of(presentIn(before))).hasSize(1).first().asString().contains("Ana");
    }
}
