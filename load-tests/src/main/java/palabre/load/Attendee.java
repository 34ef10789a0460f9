package palabre.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import palabre.codec.Json;
import palabre.codec.Unreadable;

/**
 * Somebody in a meeting, over a link that may be bad: comes back when it is cut, sends what was not
 * answered again, ends their own turns when they have said what they had to say.
 */
class Attendee {
    final FloorSketch floor = new FloorSketch();
    final MeetingClock clock;
    final String name;
    private final Member member;
    private final Random random;
    private final String site;
    private final Map<String, String> outbox = new LinkedHashMap<>();
    private final AtomicInteger commands = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private String seat = "";
    private long spokenFor = -1;
    private boolean away;
    private boolean returning;
    private boolean over;

    /**
     * @param site where they act for people without a device; empty for nobody
     */
    Attendee(MeetingClock clock, Member member, String name, String site, long seed) {
        this.clock = clock;
        this.member = member;
        this.name = name;
        this.site = site;
        this.random = new Random(seed);
        member.watch(this::line);
        member.whenClosed(this::lost);
    }

    void come() {
        member.connect().onSuccess(_ -> sendAll()).onFailure(_ -> lost());
        clock.every(15, this::beat);
        clock.every(20, this::sendAll);
    }

    private void beat() {
        if (!over) {
            member.beat();
        }
    }

    /** A cut lasts five seconds to a minute; one in ten, two to six minutes. */
    private synchronized void lost() {
        if (!over && !away && !returning) {
            cuts.incrementAndGet();
            returning = true;
            boolean isLong = random.nextInt(10) == 0;
            clock.after(isLong ? 120 + random.nextInt(240) : 5 + random.nextInt(55), this::back);
        }
    }

    private synchronized void back() {
        returning = false;
        if (!over && !away) {
            member.connect().onSuccess(_ -> sendAll()).onFailure(_ -> lost());
        }
    }

    /** Their link is lost for good, until {@link #comeBack}. */
    synchronized void drop() {
        away = true;
        member.cut();
    }

    synchronized void comeBack() {
        away = false;
        back();
    }

    /** Sends a command until it is answered. */
    synchronized void act(String what, String more) {
        String id = name + "-" + commands.incrementAndGet();
        outbox.put(id, "{\"id\":\"" + id + "\",\"do\":\"" + what + "\"" + more + "}");
        send(id);
    }

    private synchronized void sendAll() {
        List.copyOf(outbox.keySet()).forEach(this::send);
    }

    private void send(String id) {
        String json = outbox.get(id);
        if (json != null && !away) {
            member.send(id, json).onSuccess(answer -> answered(id, answer));
        }
    }

    private synchronized void answered(String id, String answer) {
        boolean temporary = answer.contains("\"temporary\":true");
        if (!temporary || answer.contains("NOBODY_WAITING") || answer.contains("LIST_CLOSED")) {
            outbox.remove(id);
        }
    }

    private synchronized void line(String text) {
        if (text.startsWith("{\"order\"") || text.startsWith("{\"figures\"")) {
            return;
        }
        try {
            JsonNode line = Json.parse(text);
            if (line.has("hello")) {
                seat = line.path("seat").textValue();
            }
            if (floor.take(line)) {
                floor.speaks(seat, site).filter(r -> r != spokenFor).ifPresent(this::speak);
                changed();
            }
        } catch (Unreadable e) {
            throw new IllegalStateException(text, e);
        }
    }

    /** Says something when the room has changed. */
    void changed() {}

    private void speak(long request) {
        spokenFor = request;
        clock.after(
                15 + random.nextInt(120),
                () -> {
                    Optional<Long> still = floor.speaks(seat, site);
                    if (still.filter(r -> r == request).isPresent()) {
                        act("floor.release", ",\"request\":" + request);
                    }
                });
    }

    /** Asks to speak, unless they wait or speak already. */
    void ask(String kind) {
        if (!floor.waits(seat) && (floor.listOpen() || !kind.equals("speech"))) {
            act("floor.request", ",\"kind\":\"" + kind + "\",\"topic\":\"On " + kind + "\"");
        }
    }

    boolean presides() {
        return floor.presides(seat);
    }

    synchronized void leave() {
        over = true;
        member.cut();
    }

    synchronized boolean idle() {
        return outbox.isEmpty();
    }

    int cuts() {
        return cuts.get();
    }

    int commands() {
        return commands.get();
    }
}
