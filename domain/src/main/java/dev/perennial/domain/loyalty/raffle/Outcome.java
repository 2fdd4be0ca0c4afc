package dev.perennial.domain.loyalty.raffle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who wins, after what was taken back.
 *
 * @param winners in the order of the sequence
 * @param disqualified who would have won, had the drawn ticket not been taken back
 */
public record Outcome(List<Place> winners, List<Disqualified> disqualified) {

    public Outcome {
        winners = List.copyOf(winners);
        disqualified = List.copyOf(disqualified);
    }

    /**
     * Somebody whose drawn ticket is void. The member's other tickets do not come into play again: a member has one
     * place in the sequence.
     *
     * @param takenBack how many of the member's tickets were taken back
     */
    public record Disqualified(Place place, long takenBack) {}

    /**
     * Goes along the sequence until there are enough winners.
     *
     * @param takenBack how many tickets were taken back, by the member's number; none of who is not in it
     * @param wanted how many winners there are to be; when there are fewer, the places were too few
     */
    public static Outcome of(List<Place> places, Map<Integer, Long> takenBack, int wanted) {
        List<Place> winners = new ArrayList<>();
        List<Disqualified> disqualified = new ArrayList<>();
        for (Place place : places) {
            if (winners.size() == wanted) {
                break;
            }
            long taken = takenBack.getOrDefault(place.holder().memberNumber(), 0L);
            if (place.isVoid(taken)) {
                disqualified.add(new Disqualified(place, taken));
            } else {
                winners.add(place);
            }
        }
        return new Outcome(winners, disqualified);
    }
}
