package dev.perennial.domain.program;

import java.util.List;

/**
 * Who else takes part.
 *
 * @param partners businesses whose activities earn by their own rules, or who pay for rules
 * @param causes what charity units are for
 */
public record PartiesDocument(List<Named> partners, List<Named> causes) {

    public static final PartiesDocument NONE = new PartiesDocument(List.of(), List.of());

    public PartiesDocument {
        partners = List.copyOf(partners);
        causes = List.copyOf(causes);
    }
}
