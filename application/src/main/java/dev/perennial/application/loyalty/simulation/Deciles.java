package dev.perennial.application.loyalty.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ranks members by what they earned in the period. It keeps two numbers for each member. */
final class Deciles {

    private static final int TENTHS = 10;

    private final List<Earned> members = new ArrayList<>();

    private record Earned(long base, long proposed) {}

    void add(long base, long proposed) {
        members.add(new Earned(base, proposed));
    }

    /** Ten of them; with fewer members than ten, some are empty. */
    List<Decile> rows() {
        members.sort(Comparator.comparingLong(Earned::base).reversed());
        List<Decile> rows = new ArrayList<>();
        for (int i = 0; i < TENTHS; i++) {
            List<Earned> tenth = members.subList(limit(i), limit(i + 1));
            rows.add(new Decile(
                    i + 1,
                    tenth.size(),
                    tenth.stream().mapToLong(Earned::base).reduce(0, Math::addExact),
                    tenth.stream().mapToLong(Earned::proposed).reduce(0, Math::addExact)));
        }
        return rows;
    }

    private int limit(int tenths) {
        return (int) ((long) members.size() * tenths / TENTHS);
    }
}
