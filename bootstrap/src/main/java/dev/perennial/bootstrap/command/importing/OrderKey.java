package dev.perennial.bootstrap.command.importing;

import dev.perennial.bootstrap.command.client.RequestIds;

/** Two members may have an order of the same id. */
record OrderKey(String memberId, String orderId) {

    /** For rows so broken that nobody can tell. */
    static final OrderKey NONE = new OrderKey("", "");

    private static final int EXTERNAL_ID_CHARACTERS_MAX = 128;

    /**
     * The id of the order's fact, which is not the order's own: that one is unique for its member only, a fact's for
     * its source. It reads {@code member/order}; no other key reads the same, because a slash in the member's id is
     * escaped. What is longer than the API takes is replaced by its hash, which has no slash.
     */
    String externalId() {
        String readable = memberId.replace("%", "%25").replace("/", "%2F") + "/" + orderId;
        return readable.length() <= EXTERNAL_ID_CHARACTERS_MAX ? readable : RequestIds.of("sha256", readable);
    }
}
