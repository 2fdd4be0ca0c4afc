package dev.perennial.domain.loyalty.standing;

import dev.perennial.domain.program.Named;
import dev.perennial.domain.program.TiersDocument.Level;
import java.util.List;

/**
 * The levels of one version of a program by their ids. The rank of the lowest one is 1; no level, the empty id, and a
 * level that this version does not have rank 0.
 */
record Levels(List<Level> ascending) {

    int rank(String id) {
        for (int i = 0; i < ascending.size(); i++) {
            if (ascending.get(i).id().equals(id)) {
                return i + 1;
            }
        }
        return 0;
    }

    boolean knows(String id) {
        return id.isEmpty() || rank(id) > 0;
    }

    /** The level of the rank; the empty id for 0. */
    String ranked(int rank) {
        return rank == 0 ? "" : ascending.get(rank - 1).id();
    }

    String higher(String one, String other) {
        return ranked(Math.max(rank(one), rank(other)));
    }

    String lower(String one, String other) {
        return ranked(Math.min(rank(one), rank(other)));
    }

    String below(String id) {
        return ranked(Math.max(0, rank(id) - 1));
    }

    /** The highest level whose threshold is reached. */
    String reachedBy(long earned) {
        int rank = 0;
        while (rank < ascending.size() && ascending.get(rank).threshold() <= earned) {
            rank++;
        }
        return ranked(rank);
    }

    /** What must be earned for a level that this version has; 0 for none. */
    long threshold(String id) {
        int rank = rank(id);
        return rank == 0 ? 0 : ascending.get(rank - 1).threshold();
    }

    List<Named> benefits(String id) {
        int rank = rank(id);
        return rank == 0 ? List.of() : ascending.get(rank - 1).benefits();
    }
}
