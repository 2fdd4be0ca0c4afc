package dev.perennial.domain.activity;

/** Where a fact happened; each part is empty when the caller did not say. */
public record Place(String store, String brand, String channel) {

    public static final Place UNKNOWN = new Place("", "", "");
}
