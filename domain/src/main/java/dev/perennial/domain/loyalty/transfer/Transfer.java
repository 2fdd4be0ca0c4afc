package dev.perennial.domain.loyalty.transfer;

import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units that a member has sent to another.
 *
 * @param number of the command by which they were sent, within the sender
 * @param amount more than 0, in the unit's smallest step
 * @param message from the sender to the receiver; empty for none
 * @param programVersion the version under which they were sent, which says what may be received
 * @param settledAt when they were received or came back; null while they are on their way
 * @param returnedBecause the reason for which they came back; empty unless they did
 */
public record Transfer(
        Party from,
        long number,
        Party to,
        UnitId unit,
        long amount,
        String message,
        int programVersion,
        TransferState state,
        Instant sentAt,
        @Nullable Instant settledAt,
        List<SentShare> shares,
        String returnedBecause) {

    public Transfer {
        shares = List.copyOf(shares);
    }

    /** What has just been sent. */
    public static Transfer sent(
            Party from,
            long number,
            Party to,
            UnitId unit,
            long amount,
            String message,
            int programVersion,
            Instant at,
            List<SentShare> shares) {
        return new Transfer(
                from, number, to, unit, amount, message, programVersion, TransferState.SENT, at, null, shares, "");
    }

    /** @param by whom they were sent to, or who that is a part of by now */
    public Transfer received(Party by, Instant at) {
        return settled(TransferState.RECEIVED, by, at, "");
    }

    /** @param because the name of a reason */
    public Transfer returned(Instant at, String because) {
        return settled(TransferState.RETURNED, to, at, because);
    }

    private Transfer settled(TransferState next, Party by, Instant at, String because) {
        if (state != TransferState.SENT) {
            throw new IllegalStateException("a transfer that is " + state + " does not become " + next);
        }
        return new Transfer(from, number, by, unit, amount, message, programVersion, next, sentAt, at, shares, because);
    }

    /** The sender's lots. */
    public List<LotShare> lots() {
        return shares.stream().map(SentShare::share).toList();
    }
}
