package palabre.sessions;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.session.Organiser;
import palabre.core.session.Session;
import palabre.log.Damages;
import palabre.log.LogId;
import palabre.secrets.ServerKey;

/**
 * Sessions whose log cannot be read. Who was invited is written in what is damaged, but tokens and
 * proofs are derived from the server's key: so the invited can be told what is the matter, and
 * strangers as little as ever.
 */
public final class DamagedSessions {
    /** Of so many invitations the holders are told; others find nothing. */
    private static final int LINKS_TOLD = 1_000;

    /** How often an invitation may have been written anew for its holder to be told. */
    private static final int ISSUES_TOLD = 2;

    private record Found(int organiser, Set<RoomId> rooms, Set<String> tokens) {}

    private final ServerKey key;
    private final Damages damages;
    private final Map<SessionId, Found> found = new ConcurrentHashMap<>();

    DamagedSessions(ServerKey key, Damages damages) {
        this.key = key;
        this.damages = damages;
    }

    /**
     * @param read as far as it could be read
     * @param logs all there are
     */
    void add(SessionId id, Throwable failure, Optional<Session> read, List<LogId> logs) {
        Set<RoomId> rooms = new HashSet<>();
        logs.stream()
                .filter(l -> l.session().equals(id))
                .forEach(l -> l.room().ifPresent(rooms::add));
        read.ifPresent(s -> rooms.addAll(s.rooms().keySet()));
        Set<String> tokens = new HashSet<>();
        for (int link = 1; link <= LINKS_TOLD; link++) {
            for (int issue = 1; issue <= ISSUES_TOLD; issue++) {
                LinkId linkId = new LinkId(Integer.toString(link));
                tokens.add(ServerKey.lookup(key.linkToken(id, linkId, issue)));
            }
        }
        int organiser = read.map(s -> s.lifecycle().organiser()).orElse(Organiser.HOST.number());
        found.put(id, new Found(organiser, Set.copyOf(rooms), Set.copyOf(tokens)));
        damages.note(LogId.of(id), failure);
    }

    void forget(SessionId id) {
        found.remove(id);
        damages.clear(LogId.of(id));
    }

    public boolean contains(SessionId id) {
        return found.containsKey(id);
    }

    /** Whether a token is an invitation to one of them. */
    public boolean invites(String token) {
        String lookup = found.isEmpty() ? "" : ServerKey.lookup(token);
        return found.values().stream().anyMatch(f -> f.tokens().contains(lookup));
    }

    /** Whether the proof is that of a seat in a room of one of them. */
    public boolean seats(RoomId room, SeatId seat, String proof) {
        boolean here = found.values().stream().anyMatch(f -> f.rooms().contains(room));
        for (int issue = 1; here && issue <= ISSUES_TOLD; issue++) {
            if (ServerKey.same(key.seatProof(room, seat, issue), proof)) {
                return true;
            }
        }
        return false;
    }

    /** Those that concern an organiser; where it cannot be read whose it is, the host alone. */
    public List<SessionId> of(Organiser organiser) {
        return found.entrySet().stream()
                .filter(e -> organiser.isHost() || e.getValue().organiser() == organiser.number())
                .map(Map.Entry::getKey)
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList();
    }

    /** What is the matter with a session or, if it can be read, with one of its rooms. */
    public Optional<String> why(LogId log) {
        return damages.of(log);
    }
}
