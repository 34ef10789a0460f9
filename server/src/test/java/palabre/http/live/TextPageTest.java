package palabre.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import palabre.core.Role;
import palabre.testing.Carrier;
import palabre.testing.TestServer;
import palabre.testing.TextCarrier;

class TextPageTest extends CarrierContract {
    @Override
    Carrier open(int room, Role role) {
        return new TextCarrier(server, room, server.token(room, role), "Ana");
    }

    @Test
    void aDoubleSubmitIsOneCommand() {
        TextCarrier page = (TextCarrier) carrier;
        String before = page.html();
        long first = acked(page.send(command("", "floor.request", "")));
        page.show(before);
        long second = acked(page.send(command("", "floor.request", "")));
        assertThat(second).isEqualTo(first);
        assertThat(chair.caughtUpTo(first).waiting).hasSize(1);
    }

    @Test
    void anUnchangedPageCostsLessThan300Bytes() {
        TextCarrier page = (TextCarrier) carrier;
        HttpResponse<String> full = page.get();
        String tag = full.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = page.get("If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        int bytes =
                19
                        + again.headers().map().entrySet().stream()
                                .mapToInt(h ->
                                        h.getKey().length() + h.getValue().getFirst().length() + 4)
                                .sum();
        assertThat(bytes).isLessThan(300);
    }

    @Test
    void theModeratorsPageCanDoWhatTheAppCan() {
        TextCarrier moderator =
                new TextCarrier(
                        server,
                        TestServer.PLENARY,
                        server.token(TestServer.PLENARY, Role.MODERATOR),
                        "Mo");
        acked(carrier.send(command("", "floor.request", "")));
        moderator.connect();
        assertThat(moderator.html())
                .contains("floor.grant 1", "floor.skip 1", "floor.deny 1", "list.close");
        long seq = acked(moderator.send(command("", "floor.grant", ",\"request\":1")));
        assertThat(carrier.caughtUpTo(seq).holder).isPresent();
        moderator.connect();
        assertThat(moderator.html()).contains("floor.revoke 1");
        acked(moderator.send(command("", "floor.revoke", ",\"request\":1")));
    }

    @Test
    void aFormWithoutOurTokenDoesNothing() {
        TextCarrier page = (TextCarrier) carrier;
        page.show(
                page.html()
                        .replaceAll(
                                "name=\"csrf\" value=\"\\w+\"", "name=\"csrf\" value=\"wrong\""));
        assertThat(page.send(command("", "floor.request", "")).path("code").asText())
                .isEqualTo("BAD_CSRF");
    }

    @Test
    void whatPeopleWriteIsNeverMarkup() {
        acked(carrier.send(command("", "seat.rename", ",\"name\":\"<script>alert(1)</script>\"")));
        acked(
                carrier.send(
                        command(
                                "",
                                "floor.request",
                                ",\"topic\":\"<img src=x onerror=alert(1)>\"")));
        TextCarrier page = (TextCarrier) carrier;
        assertThat(page.html())
                .doesNotContain("<script", "<img")
                .contains("&lt;script&gt;", "&lt;img");
    }
}
