package palabre.core;

/**
 * Why something was refused. A contract with every client: a number and a name are never reused,
 * and PROTOCOL.md lists all of them (a test compares).
 *
 * <p>{@code temporary}: the same command may succeed later without a change by its sender.
 */
public enum Code {
    // 100-199: what was sent cannot be read
    BAD_JSON(100, false, "This is not well-formed JSON."),
    BAD_ENCODING(101, false, "The text is not valid Unicode."),
    BAD_FIELD(102, false, "A field is missing or has the wrong type, length or value."),
    UNKNOWN_FIELD(103, false, "A field is not known for this command."),
    UNKNOWN_COMMAND(104, false, "There is no such command."),
    BAD_ID(105, false, "A command id is 1 to 64 characters from A-Z a-z 0-9 . _ : -"),
    TOO_LARGE(106, false, "The message is larger than the limit."),
    BAD_RESUME(107, false, "The position to resume from cannot be read."),
    NOT_ACCEPTABLE(108, false, "Ask for a WebSocket, text/event-stream or application/x-ndjson."),
    BAD_TIME(
            109,
            false,
            "This time does not exist there: the clocks go forward past it that night."),
    UNKNOWN_ZONE(110, false, "There is no such time zone."),
    DUPLICATE(111, false, "The same thing is given twice."),
    BAD_ADDRESS(
            112,
            false,
            "This is not an address: a web address begins with http:// or https://, an email"
                    + " address has an @."),
    BAD_CHANGE(120, false, "This is not a change of that text."),

    // 200-299: who may
    NOT_FOUND(200, false, "There is nothing here for you."),
    UNAUTHENTICATED(201, false, "A valid invitation is needed."),
    BAD_ORIGIN(202, false, "This request comes from another site's page."),
    BAD_CSRF(203, false, "The form is out of date. Open the page again."),
    ROLE_MAY_NOT(204, false, "Your role does not allow this."),
    REMOVED(205, false, "The chair has removed you from this room."),
    LINK_EXPIRED(206, false, "This link has expired. Ask for a new one."),
    LINK_REVOKED(207, false, "This link was withdrawn. Ask for a new one."),
    STALE_FORM(208, false, "This form was open for too long. Send it once more."),
    NOT_OVER_MODERATOR(213, false, "Only a moderator can do this to a moderator."),
    ONLY_INVITED_GIVES(
            214,
            false,
            "Only somebody invited as a moderator can make others moderator or deputy."),
    LINK_CLOSED(215, false, "The chair has closed this link: nobody new can join with it."),

    // 300-399: the state of the room does not allow it
    ID_REUSED(300, false, "This command id was used for something else."),
    ALREADY_WAITING(301, false, "You are in the queue already."),
    LIST_CLOSED(302, true, "The queue is closed."),
    NO_REQUEST(303, false, "You are not waiting and do not have the floor."),
    UNKNOWN_REQUEST(304, false, "There is no such request to speak."),
    REQUEST_ENDED(305, false, "This request to speak has ended."),
    NOT_YOURS(306, false, "This request to speak is somebody else's."),
    NOT_GRANTED(307, false, "This person does not have the floor."),
    ALREADY_GRANTED(308, false, "This person has the floor already."),
    NOBODY_WAITING(309, true, "Nobody is waiting."),
    UNKNOWN_SEAT(310, false, "This person is not in the room."),
    NOT_SEATED(311, false, "You are not in this room. Join it first."),
    LAST_CHAIR(312, false, "Nobody else here could be the chair."),
    UNKNOWN_LINK(313, false, "There is no such invitation."),
    UNKNOWN_ROOM(314, false, "There is no such room in this session."),
    ROOM_EXISTS(315, false, "This room exists already."),
    LINK_EXISTS(316, false, "This invitation exists already."),
    FLOOR_LOCKED(317, true, "The chair has locked the queue."),
    FLOOR_PAUSED(318, true, "The meeting is paused."),
    FLOOR_FROZEN(319, true, "There is no chair at the moment. Please wait."),
    NOT_PRESIDING(320, false, "Somebody else is chairing. Become the chair first."),
    CHAIR_PRESENT(321, false, "Somebody else is chairing and is here. Ask them to make you chair."),
    BUDGET_SPENT(322, false, "Their speaking time is used up. The chair can give more."),
    NO_BUDGET(323, false, "There is no time limit to add to."),
    WRONG_SITE(324, false, "This person is at another site."),
    NO_SITE(325, false, "Say at which site this person is."),
    NOT_YOUR_TEAM(326, false, "You can hand over your turn only to somebody on your team."),
    ABSENT(327, true, "This person is offline. Their place is kept."),
    NOBODY_SPEAKING(328, true, "Nobody is speaking."),
    QUEUE_FULL(329, true, "The queue is full."),
    OTHER_KIND(330, false, "You are waiting for something else. Withdraw first, then ask again."),
    NOT_RECORDED(331, false, "This room is off the record. Nothing is kept."),
    RULES_FIRST(332, false, "Read the ground rules and agree to them first."),
    IN_LOBBY(333, true, "You are in the lobby. The chair will let you in."),
    SESSION_CLOSED(334, false, "The session is over."),
    UNKNOWN_ITEM(335, false, "There is no such item on the agenda."),
    ITEM_PAST(336, false, "It is too late for that: this item has begun, ended or been skipped."),
    UNKNOWN_POLL(337, false, "There is no such poll."),
    POLL_CLOSED(338, false, "This poll is closed."),
    BAD_BALLOT(339, false, "This does not answer the poll."),
    RESULTS_MISSING(
            340,
            false,
            "First add key points, actions and the next date, or say that there are none."),
    RESULTS_THERE(341, false, "There are some already, so you cannot say that there are none."),
    UNKNOWN_RESULT(342, false, "There is no such entry."),
    UNKNOWN_QUESTION(343, false, "There is no such question."),
    TOO_MANY(344, false, "There are too many of these already."),
    NOT_MAIN_ROOM(345, false, "A session can be closed only in its main room."),
    GROUPS_RUN(346, false, "The groups are already at work."),
    NO_GROUPS(347, false, "There are no groups at work."),
    NOT_EVERYBODY(348, true, "Not everybody here has agreed yet."),
    NOTHING_PROPOSED(349, false, "There is no such proposal."),
    PUBLIC_CUT(350, true, "The chair has turned off the public view for a while."),
    ERASED(352, false, "This session has been erased."),
    MOVED(353, true, "You are in another room now."),
    CYCLE(354, false, "A session cannot follow itself."),
    NOT_CLOSED_YET(355, false, "You can answer once the session is over."),
    UNKNOWN_ORGANISER(356, false, "There is no such organiser."),
    ANSWERED_ELSEWHERE(360, false, "You answered already on another device."),
    SEAT_VOTED(361, false, "The person who had this place before you has voted. That vote counts."),
    NOT_FROM_HERE(365, false, "Only the chair of the room that they came from can do this."),
    NOT_INVITED_THERE(366, false, "This person is not invited to that room."),
    NOBODY_TO_SEND(367, false, "There is nobody to send into groups."),
    AGREE_FIRST(370, false, "This room is on the record. Agree to that first."),
    SWITCHING(371, true, "The room is going on or off the record. Try again in a moment."),
    UNKNOWN_PART(372, false, "There is no such part of the room for you."),
    ROOM_FULL(375, true, "The room is full. People with a personal invitation can still join."),
    LOBBY_FULL(376, true, "The lobby is full. Try again in a while."),
    QUESTIONS_FULL(
            377, true, "The chair has many questions to read already. Try again in a while."),
    CAME_AFTER(380, false, "Only those who were there before the session was over are asked."),
    UNKNOWN_BASE(390, false, "This note has no such version."),
    OLD_BASE(391, true, "This is about an older version of the note. Bring it up to date first."),
    UNKNOWN_PROPOSAL(392, false, "There is no such proposal."),
    NOTE_FULL(393, false, "The note would become too long."),

    // 400-499: the server cannot now
    TOO_FAST(400, true, "Too many actions at once. Wait a moment."),
    OVERLOADED(401, true, "The room is very busy. Try again."),
    STORE_UNAVAILABLE(402, true, "The server cannot save right now. Nothing is lost; try again."),
    SHUTTING_DOWN(403, true, "The server is restarting. Come back in a moment."),
    INTERNAL(404, true, "Something went wrong on our side. Try again."),
    DOOR_BUSY(405, true, "Many people are joining from your network. Try again in a minute."),
    DAMAGED(
            410,
            false,
            "What the server kept of this is damaged. Trying again does not help; ask the"
                    + " organiser."),
    IMPORTS_WAITING(420, true, "Other files are being read. Try again in a moment."),
    SERVER_FULL(
            421,
            false,
            "This server has no memory left for more invitations. Erase sessions that are over,"
                    + " or ask the person who runs it for more memory.");

    private final int number;
    private final boolean temporary;
    private final String message;

    Code(int number, boolean temporary, String message) {
        this.number = number;
        this.temporary = temporary;
        this.message = message;
    }

    public int number() {
        return number;
    }

    public boolean temporary() {
        return temporary;
    }

    /** English, for logs and for clients that have no catalogue of their own. */
    public String message() {
        return message;
    }
}
