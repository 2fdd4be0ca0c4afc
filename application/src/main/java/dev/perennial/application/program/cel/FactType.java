package dev.perennial.application.program.cel;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.StructType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one kind of fact: for each its CEL type and how to read it from a domain object. Fields are concrete,
 * so that a misspelt one does not compile, and are read only when a condition asks.
 */
final class FactType<T> {

    private record Field<T>(CelType type, Function<T, Object> read) {}

    private final Map<String, Field<T>> fields;
    private final StructType celType;

    @SuppressWarnings("Immutable") // the fields are, after the copy
    private FactType(String name, Map<String, Field<T>> fields) {
        this.fields = Map.copyOf(fields);
        this.celType = StructType.create(
                name,
                ImmutableSet.copyOf(fields.keySet()),
                field -> Optional.ofNullable(this.fields.get(field)).map(Field::type));
    }

    static <T> Builder<T> named(String name) {
        return new Builder<>(name);
    }

    StructType celType() {
        return celType;
    }

    FactValue<T> of(T fact) {
        return new FactValue<>(this, fact);
    }

    /** The value of a field; null when there is no such field, which a checked condition never asks for. */
    @Nullable
    Object read(String field, T fact) {
        Field<T> known = fields.get(field);
        return known == null ? null : known.read().apply(fact);
    }

    static final class Builder<T> {

        private final String name;
        private final Map<String, Field<T>> fields = new LinkedHashMap<>();

        private Builder(String name) {
            this.name = name;
        }

        /** @param read gives what CEL calculates with: Long, String, Boolean or a map of strings; never null */
        Builder<T> field(String field, CelType type, Function<T, Object> read) {
            fields.put(field, new Field<>(type, read));
            return this;
        }

        /** A list of facts. Its view has random access, so that the library walks it without a copy. */
        <L> Builder<T> list(String field, FactType<L> of, Function<T, List<L>> read) {
            return field(field, ListType.create(of.celType()), fact -> Lists.transform(read.apply(fact), of::of));
        }

        FactType<T> build() {
            return new FactType<>(name, fields);
        }
    }
}
