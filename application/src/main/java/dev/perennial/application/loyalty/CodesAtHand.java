package dev.perennial.application.loyalty;

import dev.perennial.application.storage.VoucherCodes;
import dev.perennial.domain.shared.TenantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Imported codes that the commands of one transaction may hand out, and which of those that they claim are known. */
final class CodesAtHand {

    private final Map<String, Deque<String>> lists = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final List<String> handed = new ArrayList<>();

    /** @param wanted how many commands may want one, by list */
    void load(VoucherCodes codes, TenantId tenant, Map<String, Integer> wanted) {
        wanted.forEach((list, howMany) -> lists.put(list, new ArrayDeque<>(codes.next(tenant, list, howMany))));
    }

    /** Somebody has these, or a list. */
    void learn(Collection<String> codes) {
        known.addAll(codes);
    }

    boolean knows(String code) {
        return known.contains(code);
    }

    /** The next of a list. It is handed out once; if its command is refused after that, it is left for later ones. */
    Optional<String> next(String list) {
        Optional<String> code =
                Optional.ofNullable(lists.getOrDefault(list, new ArrayDeque<>()).poll());
        code.ifPresent(handed::add);
        return code;
    }

    /** What was handed out since this was asked last. */
    List<String> takeHanded() {
        List<String> taken = List.copyOf(handed);
        handed.clear();
        return taken;
    }
}
