package dev.perennial.domain.loyalty.raffle;

/**
 * A place in the sequence of the draw.
 *
 * @param number from 1
 * @param ticket the number of the ticket that was drawn
 * @param holder whose it is
 */
public record Place(int number, long ticket, Holder holder) {

    /**
     * Whether the drawn ticket is among those that were taken back, which are the holder's highest-numbered ones.
     *
     * @param takenBack how many of the holder's were
     */
    boolean isVoid(long takenBack) {
        return ticket > holder.tickets().last() - takenBack;
    }
}
