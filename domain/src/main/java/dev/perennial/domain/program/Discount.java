package dev.perennial.domain.program;

/** A discount of a checked program: its document and its compiled condition. */
public record Discount(DiscountDocument document, Condition condition) {

    public String id() {
        return document.id();
    }
}
