package palabre.core;

/**
 * How much there may be of something, so that one person, one link or one address cannot spoil a
 * room for the others. PROTOCOL.md lists all of them (a test compares, and another walks up to each
 * and beyond).
 */
public enum Limit {
    // in a room
    SEATS(10_000, "ROOM_FULL", "seats of a room; who is invited by name comes in beyond it"),
    LOBBY(2_000, "LOBBY_FULL", "people in a room's lobby"),
    ON_SITE(200, "TOO_MANY", "people without a device whom one seat has queued"),
    WAITING(2_000, "QUEUE_FULL", "requests in the queue"),
    HELD(100, "QUEUE_FULL", "requests in the queue that one seat has made for others"),
    QUESTIONS_OF_SEAT(5, "TOO_MANY", "questions of one seat that wait for the chair"),
    QUESTIONS_OF_LINK(
            200,
            "QUESTIONS_FULL",
            "questions that wait for the chair, of all who came by one link; visitors count as"
                    + " one"),
    QUESTIONS(2_000, "QUESTIONS_FULL", "questions of a room that wait for the chair"),
    RESULTS(500, "TOO_MANY", "key points, decisions and actions"),
    POLLS(100, "TOO_MANY", "polls of a room"),
    POLL_OPTIONS(20, "BAD_FIELD", "options of a poll"),
    AGENDA_ITEMS(300, "TOO_MANY", "items on the agenda, with those added in the room"),
    CONTACTS(500, "TOO_MANY", "seats with which one seat would exchange contacts"),
    GROUPS(50, "BAD_FIELD", "groups at once"),
    PLAN_ENTRIES(200, "BAD_FIELD", "entries of each list of a plan: agenda, teams, glossary"),

    // of a session, and of an organiser
    SESSION_ROOMS(1_000, "TOO_MANY", "rooms of a session, those of groups included"),
    SESSION_LINKS(20_000, "TOO_MANY", "invitations of a session, those withdrawn included"),
    PEOPLE_IN_FILE(10_000, "TOO_LARGE", "people in a session's file or in a table"),
    FILES_AT_ONCE(8, "IMPORTS_WAITING", "files and tables that are read or wait for that"),

    // of a guest
    STREAMS(20, "close 4504", "streams of a seat at once; the oldest ends"),
    PARTS_FOLLOWED(16, "TOO_MANY", "parts beside main that one connection follows"),
    COMMANDS_AT_ONCE(100, "TOO_FAST", "commands of a seat at once, then 50 a second"),
    COMMANDS_IN_REQUEST(100, "TOO_LARGE", "commands in one request"),
    MESSAGES_AT_ONCE(600, "close 4002", "messages of a WebSocket at once, then 200 a second"),
    FRAMES_AT_ONCE(
            200,
            "close 4002",
            "pings, pongs and parts of messages of a WebSocket at once, then 50 a second"),
    MESSAGE_BYTES(65_536, "close 1009", "bytes of a message; of a request: `TOO_LARGE`"),

    // of an address: IPv4, or a network of IPv6
    JOINS_AT_ONCE(400, "DOOR_BUSY", "seats by one shared link at once, then 5 a second"),
    ATTEMPTS_AT_ONCE(300, "TOO_FAST", "attempts without an invitation at once, then 20 a second"),
    STRANGER_SOCKETS(200, "TOO_FAST", "WebSockets that wait for a token, each for 10 s"),
    STRANGER_FRAMES(16, "close 4002", "frames of a WebSocket before its token"),
    STRANGER_CONNECTIONS(8_000, "cut", "connections on which no invitation was shown"),
    LARGE_BODIES(64, "TOO_FAST", "requests of more than 4 KiB that are not answered yet");

    private final int most;
    private final String beyond;
    private final String what;

    Limit(int most, String beyond, String what) {
        this.most = most;
        this.beyond = beyond;
        this.what = what;
    }

    public int most() {
        return most;
    }

    /** Whether so many leave no room for another. */
    public boolean reached(long count) {
        return count >= most;
    }

    /** What happens beyond it: a code's name, a close code, or that the connection is cut. */
    public String beyond() {
        return beyond;
    }

    /** What is counted. */
    public String what() {
        return what;
    }
}
