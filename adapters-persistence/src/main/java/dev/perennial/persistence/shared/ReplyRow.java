package dev.perennial.persistence.shared;

/** Which table keeps the reply to a request; the codes are stored. */
public enum ReplyRow {
    ACTIVITY(1),
    COMMAND(2),
    PROGRAM_VERSION(3),
    RAFFLE_CLOSE(4),
    RAFFLE_DRAW(5),
    GUEST(6);

    private final byte code;

    ReplyRow(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }
}
