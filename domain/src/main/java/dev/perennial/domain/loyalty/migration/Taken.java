package dev.perennial.domain.loyalty.migration;

import java.util.Set;

/**
 * What somebody has already of what a customer brings, by its place from 0.
 *
 * @param identifiers those that are a member's, or that are there twice
 * @param codes vouchers whose code is known, or is there twice
 */
public record Taken(Set<Integer> identifiers, Set<Integer> codes) {

    public static final Taken NOTHING = new Taken(Set.of(), Set.of());

    public Taken {
        identifiers = Set.copyOf(identifiers);
        codes = Set.copyOf(codes);
    }
}
