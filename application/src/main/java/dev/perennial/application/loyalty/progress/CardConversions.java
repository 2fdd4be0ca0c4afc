package dev.perennial.application.loyalty.progress;

import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How members' cards became rewards, and rewards cards again.
 *
 * @param written by member, as of the moment at which the members were read
 */
public record CardConversions(Map<MemberId, List<Entry>> written) {

    private static final CardConversions NONE = new CardConversions(Map.of());

    public CardConversions {
        written = Map.copyOf(written);
    }

    /** Nobody is asked for them where no version has a card. */
    public static CardConversions of(
            Transaction tx, TenantId tenant, ProgramHistory programs, Collection<MemberState> members) {
        boolean cards = programs.versions().stream()
                .anyMatch(version ->
                        !version.program().document().engagement().punchCards().isEmpty());
        return cards ? new CardConversions(tx.members().conversions(tenant, members)) : NONE;
    }

    /** What was written down, and what is only due: a card can be filled by stamps that have just become active. */
    public List<Entry> with(Decision due) {
        return Stream.concat(written.getOrDefault(due.after().id(), List.of()).stream(), due.entries().stream())
                .toList();
    }
}
