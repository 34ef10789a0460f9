package palabre.codec;

import palabre.core.Code;

/** What was sent cannot be read. Never leaves this server as an exception: its code is answered. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final Code code;

    public Unreadable(Code code) {
        super(code.name(), null, false, false);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
