package palabre.cli;

import palabre.log.LogFailure;

/** Says in one line why the program ended. */
final class Reasons {
    private Reasons() {}

    static String of(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof LogFailure f) {
                return f.getMessage() + causes(f);
            }
        }
        return String.valueOf(e.getMessage());
    }

    private static String causes(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null
                        || cause.getMessage() == null
                        || String.valueOf(e.getMessage()).contains(cause.getMessage())
                ? ""
                : " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")";
    }
}
