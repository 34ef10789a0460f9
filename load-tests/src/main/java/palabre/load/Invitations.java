package palabre.load;

import com.fasterxml.jackson.databind.JsonNode;
import palabre.codec.Json;

/** A session of one room, and a personal link for each who is to come. */
final class Invitations {
    private final ServerProcess server;
    private final String session;
    private final String room;
    private String chairToken = "";

    Invitations(ServerProcess server) throws Exception {
        this.server = server;
        JsonNode made =
                server.organise(
                        "/api/sessions",
                        "{\"title\":\"Rehearsal\",\"rooms\":[{\"title\":\"Plenary\"}]}");
        this.session = made.path("id").textValue();
        this.room = made.path("rooms").path(0).path("id").textValue();
    }

    /** Somebody invited, who comes over the given port. */
    Member member(
            Crew crew, int port, String role, String name, String team, String sector, String site)
            throws Exception {
        String link =
                Json.write(
                        Json.object()
                                .put("room", room)
                                .put("role", role)
                                .put("name", name)
                                .put("team", team)
                                .put("sector", sector)
                                .put("site", site));
        String token =
                server.organise("/api/sessions/" + session + "/links", link)
                        .path("token")
                        .textValue();
        if (role.equals("moderator")) {
            chairToken = token;
        }
        Member member = new Member(crew, room, "", token);
        member.port = port;
        return member;
    }

    String room() {
        return room;
    }

    String chairToken() {
        return chairToken;
    }
}
