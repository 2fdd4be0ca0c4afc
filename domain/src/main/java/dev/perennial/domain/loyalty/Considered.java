package dev.perennial.domain.loyalty;

import dev.perennial.domain.program.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A discount or a voucher that might be taken off a basket, and whether it is.
 *
 * @param id of the discount; of a voucher its reward's, empty when the member has no such voucher
 * @param code of the voucher; empty for a discount
 * @param gates everything that stands before it, in the order in which it is asked
 * @param amount what it takes off, in the smallest unit of the program's currency; 0 unless every gate is open
 */
public record Considered(String id, LocalizedText name, String code, List<Gate> gates, long amount) {

    public Considered {
        gates = List.copyOf(gates);
    }

    public boolean applies() {
        return firstClosed().isEmpty();
    }

    Optional<Gate> firstClosed() {
        return gates.stream().filter(gate -> !gate.open()).findFirst();
    }

    Considered behind(Gate gate) {
        List<Gate> all = new ArrayList<>(gates);
        all.add(gate);
        return new Considered(id, name, code, all, 0);
    }

    Considered taking(long reduced) {
        return new Considered(id, name, code, gates, reduced);
    }
}
