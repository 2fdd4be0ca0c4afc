package dev.perennial.grpc.program;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The values of an enum of the contract and those of the domain's, which have the same names but for the prefix that
 * the contract's style asks for. A value of the domain's without its counterpart is noticed when the class is loaded.
 */
final class EnumWords<P extends Enum<P>, D extends Enum<D>> {

    private final Map<P, D> toDomain;
    private final Map<D, P> toProto;

    private EnumWords(Map<P, D> toDomain, Map<D, P> toProto) {
        this.toDomain = toDomain;
        this.toProto = toProto;
    }

    static <P extends Enum<P>, D extends Enum<D>> EnumWords<P, D> of(Class<P> proto, Class<D> domain, String prefix) {
        Map<P, D> toDomain = new EnumMap<>(proto);
        Map<D, P> toProto = new EnumMap<>(domain);
        Arrays.stream(domain.getEnumConstants()).forEach(value -> {
            P same = Enum.valueOf(proto, prefix + value.name());
            toDomain.put(same, value);
            toProto.put(value, same);
        });
        return new EnumWords<>(toDomain, toProto);
    }

    /** The domain's value of one that passed validation. */
    D toDomain(P proto) {
        return Objects.requireNonNull(toDomain.get(proto), "an unknown value passed validation");
    }

    /** The domain's value, or the default for one that was not told. */
    D toDomain(P proto, D whenNotTold) {
        return toDomain.getOrDefault(proto, whenNotTold);
    }

    P toProto(D value) {
        return Objects.requireNonNull(toProto.get(value));
    }
}
