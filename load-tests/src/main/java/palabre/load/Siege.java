package palabre.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import palabre.core.Audience;

/**
 * A meeting in twenty rooms goes on while others mean harm: tables of 9,000 people are imported two
 * at a time, strangers try side doors and flood sockets with pings that they never read, and
 * somebody joins by a shared link without end. The server has a heap of 512 MB.
 */
public final class Siege implements Scenario {
    private static final int PER_SECOND = 50;
    private static final String HEAP = "-Xmx512m";

    /**
     * What became of the meeting.
     *
     * @param quiet how long acknowledgements took before, in microseconds
     * @param besieged how long they took meanwhile
     * @param unanswered commands that were not acknowledged
     * @param wrong where what people saw differs from the log
     */
    public record Result(
            Histogram quiet,
            Histogram besieged,
            int unanswered,
            long wrong,
            int imported,
            int refused,
            long residentBytes) {}

    @Override
    public void run(Plan plan, Figures figures) throws Exception {
        int seconds = plan.seconds(30);
        Result r = hold(seconds);
        Map<String, ?> about =
                Map.of(
                        "rooms",
                        FloorRate.ROOMS,
                        "rate",
                        PER_SECOND,
                        "seconds",
                        seconds,
                        "imports",
                        r.imported(),
                        "refused",
                        r.refused());
        figures.print("quiet.ack.p99", r.quiet().getValueAtPercentile(99) / 1e3, "ms", about);
        figures.print("command.ack.p50", r.besieged().getValueAtPercentile(50) / 1e3, "ms", about);
        figures.print("command.ack.p99", r.besieged().getValueAtPercentile(99) / 1e3, "ms", about);
        figures.print("command.ack.max", r.besieged().getMaxValue() / 1e3, "ms", about);
        figures.print("siege.resident", r.residentBytes() / 1e6, "MB", about);
        figures.mustBeZero("command.unanswered", r.unanswered(), about);
        figures.mustBeZero("siege.wrong", r.wrong(), about);
    }

    /** Holds a meeting for some seconds in quiet, then for as many under siege. */
    public static Result hold(int seconds) throws Exception {
        try (ServerProcess server = ServerProcess.start(HEAP);
                Crew crew = new Crew(server.port())) {
            List<Member> seats = new ArrayList<>();
            List<String> rooms = new ArrayList<>();
            FloorRate.prepare(server, crew, rooms, seats);
            AtomicInteger unanswered = new AtomicInteger();
            warm(seats, "warm");
            Histogram quiet = new ConcurrentHistogram(3);
            FloorRate.run(seats, PER_SECOND, seconds, "q", quiet, unanswered);
            AtomicBoolean over = new AtomicBoolean();
            Besieger besieger = new Besieger(server, over::get);
            List<Thread> threads = besiege(server, besieger);
            warm(seats, "besieged");
            Histogram besieged = new ConcurrentHistogram(3);
            FloorRate.run(seats, PER_SECOND, seconds, "c", besieged, unanswered);
            long resident = server.residentBytes();
            over.set(true);
            for (Thread t : threads) {
                t.join(60_000);
            }
            long wrong = 0;
            server.stop();
            for (int i = 0; i < rooms.size(); i++) {
                Truth truth = Truth.of(server.data(), rooms.get(i), Audience.MEMBER);
                Copy copy = seats.get(i).copy;
                wrong += copy.wrong(truth.seen()) + copy.gaps();
            }
            return new Result(
                    quiet,
                    besieged,
                    unanswered.get(),
                    wrong,
                    besieger.imported.get(),
                    besieger.refused.get(),
                    resident);
        }
    }

    /** What the JVM compiles in the first seconds of anything new is not what is asked here. */
    private static void warm(List<Member> seats, String prefix) throws InterruptedException {
        FloorRate.run(seats, PER_SECOND, 4, prefix, new Histogram(3), new AtomicInteger());
    }

    private static List<Thread> besiege(ServerProcess server, Besieger besieger) {
        String plenary = server.room(0);
        String shared = server.token(0, "observer");
        return List.of(
                Thread.startVirtualThread(() -> besieger.imports("Ana")),
                Thread.startVirtualThread(() -> besieger.imports("Ben")),
                Thread.startVirtualThread(() -> besieger.sideDoors(plenary)),
                Thread.startVirtualThread(() -> besieger.joins(shared)),
                Thread.startVirtualThread(() -> besieger.pings(plenary)));
    }
}
