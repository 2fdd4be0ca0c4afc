package dev.perennial.application.loyalty;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Identity;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** One thing that is asked for one member. Commands that wait together are decided and committed together. */
public interface MemberCommand {

    TenantId tenant();

    MemberId member();

    /** The request behind it, so that it happens once; empty for what may be repeated without harm. */
    default Optional<Identity> identity() {
        return Optional.empty();
    }

    /** The order that it records; empty if it records none. */
    default String orderId() {
        return "";
    }

    /** Whether the decision reads or changes the member's profile. */
    default boolean needsProfile() {
        return false;
    }

    /** Whether the decision reads or changes what the member is known by. */
    default boolean needsIdentifiers() {
        return false;
    }

    /** The identifiers that it claims for the member. */
    default Set<Fingerprint> claims() {
        return Set.of();
    }

    /** The codes of vouchers that it claims for the member, which were made elsewhere. */
    default Set<String> claimedCodes() {
        return Set.of();
    }

    /** Whether it only looks what the same request would come to: its answer is nobody else's. */
    default boolean onlyLooks() {
        return false;
    }

    /** Whether it waits while its tenant's clock is being advanced, to be decided at the time it has then. */
    default boolean waitsForClock() {
        return true;
    }

    /** About how many rows it will write; batches are cut by the sum. */
    default int weight() {
        return 1;
    }

    /** The budgets that deciding it may draw on: at least those of what is due before it, such as a birthday. */
    default Set<BudgetUse> budgets(ProgramHistory programs, MemberState state, Instant now) {
        return programs.isEmpty() ? Set.of() : Loyalty.budgetsNeeded(programs, state, null, now);
    }

    /** The list of imported codes of which it may hand out one; empty for none. */
    default Optional<String> codeList(ProgramHistory programs, MemberState state, Instant now) {
        return Optional.empty();
    }

    /** Decides. It may be called more than once for the same command, when a transaction had to be repeated. */
    Ruling decide(Situation situation);
}
