package palabre.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser without scripts: comes in by a link, reads pages, presses buttons. */
public final class TextPerson {
    private static final int REDIRECTS_MAX = 5;

    private final Browserless http;
    private final String door;
    private String where;
    private String page = "";

    /**
     * @param link as it was handed out, absolute or not
     */
    public TextPerson(String base, String link) {
        this.http = new Browserless(base);
        this.door = URI.create(link).getPath();
        this.where = door;
    }

    /** Through the door; the text page is chosen there. */
    public TextPerson enter(String name) {
        String form = http.get(door).body();
        Map<String, String> fields = new HashMap<>();
        fields.put("name", name);
        fields.put("form", hidden(form, "form"));
        fields.put("version", hidden(form, "version"));
        fields.put("record", hidden(form, "record"));
        fields.put("rules", "on");
        fields.put("text", "1");
        follow(http.form(door, fields));
        return this;
    }

    /** The page as it is now, wherever the server sends them. */
    public String look() {
        follow(http.get(where));
        return page;
    }

    /** Looks again until the page says so. */
    public String until(String words) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!look().contains(words)) {
            assertThat(System.nanoTime()).as("%s on %s", words, page).isLessThan(deadline);
        }
        return page;
    }

    /** Where they are: the path of the page. */
    public String where() {
        return where;
    }

    /** The id of the room in which they are. */
    public String room() {
        return where.split("[/?]")[2];
    }

    /** Presses a button of the page as it is now. */
    public String press(String act, String... fields) {
        look();
        assertThat(page).as("the page has the button").contains("value=\"" + act + "\"");
        return send(act, fields);
    }

    /** Sends what a button would, whether or not it is there. */
    public String send(String act, String... fields) {
        Map<String, String> form = new HashMap<>();
        form.put("act", act);
        form.put("csrf", hidden(page, "csrf"));
        form.put("at", hidden(page, "at"));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        follow(http.form(where, form));
        return page;
    }

    /** Agrees to a room's having gone on the record, on the page that asks. */
    public String agree() {
        Map<String, String> form = new HashMap<>();
        form.put("csrf", hidden(page, "csrf"));
        form.put("text", "1");
        follow(http.form("/r/" + room() + "/agree", form));
        return page;
    }

    /** The body of an address, with this person's cookies. */
    public HttpResponse<String> get(String path) {
        return http.get(path);
    }

    public Browserless http() {
        return http;
    }

    private void follow(HttpResponse<String> first) {
        HttpResponse<String> answer = first;
        for (int i = 0; answer.statusCode() == 303 && i < REDIRECTS_MAX; i++) {
            where = answer.headers().firstValue("Location").orElseThrow();
            answer = http.get(where);
        }
        page = answer.body();
    }

    private static String hidden(String page, String name) {
        Matcher m = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(m.find()).as("a field " + name + " in " + page).isTrue();
        return m.group(1);
    }
}
