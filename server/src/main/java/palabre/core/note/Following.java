package palabre.core.note;

import palabre.core.Code;

/**
 * What a change of some version is in the newest one: mapped over each that came since, one by one.
 */
sealed interface Following {
    /** As it is now. */
    ChangeSet change();

    record Possible(ChangeSet change) implements Following {}

    record Impossible(Code code) implements Following {
        @Override
        public ChangeSet change() {
            throw new IllegalStateException(code.name());
        }
    }

    static Following of(Note note, long base, ChangeSet change, Site site) {
        if (base < 0 || base > note.version()) {
            return new Impossible(Code.UNKNOWN_BASE);
        }
        if (!note.tail().reaches(base)) {
            return new Impossible(Code.OLD_BASE);
        }
        int length = note.tail().at(base).orElse(note.text()).length();
        if (change.length() != length || !isClean(change)) {
            return new Impossible(Code.BAD_CHANGE);
        }
        ChangeSet now = change;
        for (Step step : note.tail().after(base)) {
            now = step.follow(now, site);
        }
        return note.text().takes(now) ? new Possible(now) : new Impossible(Code.BAD_CHANGE);
    }

    private static boolean isClean(ChangeSet change) {
        for (int i = 0; i < change.sections(); i++) {
            if (!NoteInput.isClean(change.text(i))) {
                return false;
            }
        }
        return true;
    }
}
