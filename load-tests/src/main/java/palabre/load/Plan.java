package palabre.load;

import org.jspecify.annotations.Nullable;

/** What was asked for; what was not is the scenario's own choice. */
record Plan(
        @Nullable Integer wantedParticipants,
        @Nullable Integer wantedSeconds,
        @Nullable Integer wantedTimes,
        String profile,
        long seed) {
    int participants(int otherwise) {
        return wantedParticipants == null ? otherwise : wantedParticipants;
    }

    int seconds(int otherwise) {
        return wantedSeconds == null ? otherwise : wantedSeconds;
    }

    int times(int otherwise) {
        return wantedTimes == null ? otherwise : wantedTimes;
    }
}
