package dev.perennial.domain.activity;

/**
 * Where a fact happened; each part is empty when the caller did not say.
 *
 * @param partner the id of the partner with whom it happened; empty for the tenant's own business
 */
public record Place(String store, String brand, String channel, String partner) {

    public static final Place UNKNOWN = new Place("", "", "", "");
}
