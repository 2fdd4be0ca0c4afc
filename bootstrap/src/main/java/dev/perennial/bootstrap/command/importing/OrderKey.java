package dev.perennial.bootstrap.command.importing;

/** Two members may have an order of the same id. */
record OrderKey(String memberId, String orderId) {

    /** For rows so broken that nobody can tell. */
    static final OrderKey NONE = new OrderKey("", "");
}
