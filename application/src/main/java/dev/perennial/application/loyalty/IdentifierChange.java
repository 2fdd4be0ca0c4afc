package dev.perennial.application.loyalty;

import dev.perennial.application.storage.Identifiers.Owned;

/**
 * What becomes of an identifier.
 *
 * @param added whether the member has it from now on, or not any more
 */
public record IdentifierChange(Owned identifier, boolean added) {

    public static IdentifierChange adding(Owned identifier) {
        return new IdentifierChange(identifier, true);
    }

    public static IdentifierChange removing(Owned identifier) {
        return new IdentifierChange(identifier, false);
    }
}
