package dev.perennial.application.program.cel;

import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.common.types.CelType;
import dev.cel.common.values.StructValue;
import java.util.Optional;

/** A fact as a condition sees it: a view that reads a field when it is asked for. */
@SuppressWarnings("Immutable") // the facts are records; the library's annotation cannot see that
final class FactValue<T> extends StructValue<String, Object> {

    private final FactType<T> type;
    private final T fact;

    FactValue(FactType<T> type, T fact) {
        this.type = type;
        this.fact = fact;
    }

    @Override
    public Object select(String field) {
        return find(field).orElseThrow(() -> CelAttributeNotFoundException.of(field));
    }

    @Override
    public Optional<Object> find(String field) {
        return Optional.ofNullable(type.read(field, fact));
    }

    /** Itself: the library's unwrapping neither copies nor loses it. */
    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return type.celType();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FactValue<?> value && value.type == type && value.fact.equals(fact);
    }

    @Override
    public int hashCode() {
        return fact.hashCode();
    }

    /** Without content: error messages of the library may quote values, and facts are not to be found in logs. */
    @Override
    public String toString() {
        return type.celType().name();
    }
}
