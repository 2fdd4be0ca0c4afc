package dev.perennial.application.ledger;

import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.UnitId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Many corrections by hand that belong together.
 *
 * @param id the caller's own: each of its lines happens once under it
 * @param actor who asks, as the caller names them
 * @param reason why; statements show it
 * @param lines in their order
 */
public record Bulk(String id, String actor, String reason, List<Line> lines) {

    public Bulk {
        lines = List.copyOf(lines);
    }

    /**
     * One of them.
     *
     * @param number the caller's own, from 1, unique in the bulk
     * @param amount in the unit's smallest step, negative when units are taken; not 0
     */
    public record Line(int number, MemberId member, UnitId unit, long amount) {}

    /** What somebody approves: exactly everything that is asked for. */
    public BulkApproval.Content content() {
        return new BulkApproval.Content(id, contentHash());
    }

    /** SHA-256 of everything that is asked for, in hex. */
    public String contentHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, id);
            add(digest, actor);
            add(digest, reason);
            for (Line line : lines) {
                add(digest, Integer.toString(line.number()));
                add(digest, line.member().value());
                add(digest, line.unit().value());
                add(digest, Long.toString(line.amount()));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** A length before each text keeps two different bulks apart. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
