package dev.perennial.application.ledger;

import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.storage.Requests.Earlier;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.loyalty.Approvals;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Correction;
import dev.perennial.domain.loyalty.Correction.Corrected;
import dev.perennial.domain.loyalty.Corrections;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides the lines of a bulk and writes nothing. A later line finds what an earlier one would have left. */
final class BulkTrial {

    private final TenantId tenant;
    private final Bulk bulk;
    private final Function<Bulk.Line, Identity> identity;
    private final boolean approved;
    private final Map<MemberId, Long> occurrences;
    private final Map<MemberId, MemberState> left = new HashMap<>();
    private final Map<Touched, Long> alone = new HashMap<>();

    private record Touched(MemberId member, UnitId unit) {}

    /**
     * @param identity who each line is, so that it is seen which were carried out before
     * @param approved whether somebody approves it, so that the limits of one person do not hold
     */
    BulkTrial(TenantId tenant, Bulk bulk, Function<Bulk.Line, Identity> identity, boolean approved) {
        this.tenant = tenant;
        this.bulk = bulk;
        this.identity = identity;
        this.approved = approved;
        this.occurrences =
                bulk.lines().stream().collect(Collectors.groupingBy(Bulk.Line::member, Collectors.counting()));
    }

    void decide(Transaction tx, ProgramHistory programs, Instant now, List<Bulk.Line> lines, BulkTally tally) {
        Set<MemberId> members = lines.stream().map(Bulk.Line::member).collect(Collectors.toSet());
        Map<MemberId, MemberState> states = new HashMap<>(tx.members().read(tenant, members));
        states.putAll(left);
        Map<Bulk.Line, Identity> identities = lines.stream().collect(Collectors.toMap(Function.identity(), identity));
        Map<RequestKey, Earlier> before = tx.requests()
                .find(tenant, identities.values().stream().map(Identity::key).collect(Collectors.toSet()));
        for (Bulk.Line line : lines) {
            Identity asked = Objects.requireNonNull(identities.get(line));
            Earlier earlier = before.get(asked.key());
            if (earlier != null) {
                known(line, earlier.fingerprint().equals(asked.fingerprint()), tally);
                continue;
            }
            switch (decided(tx, programs, now, line, states.get(line.member()))) {
                case Result.Refused<Corrected>(Refusal refusal) -> tally.refused(line, refusal);
                case Result.Ok<Corrected>(Corrected done) -> {
                    states.put(line.member(), done.decision().after());
                    if (occurrences.getOrDefault(line.member(), 0L) > 1) {
                        left.put(line.member(), done.decision().after());
                    }
                    alone.merge(new Touched(line.member(), line.unit()), done.amount(), Math::addExact);
                    tally.stands(line, false);
                }
            }
        }
    }

    private static void known(Bulk.Line line, boolean theSame, BulkTally tally) {
        if (theSame) {
            tally.stands(line, true);
        } else {
            tally.refused(line, Refusal.keyReused());
        }
    }

    private Result<Corrected> decided(
            Transaction tx, ProgramHistory programs, Instant now, Bulk.Line line, @Nullable MemberState state) {
        if (state == null) {
            return Result.refused(Refusal.memberNotFound());
        }
        Budgets budgets = tx.budgets().asOfNow(tenant, programs, state, now);
        Correction correction = new Correction.Adjust(line.unit(), line.amount());
        if (approved) {
            return correction.decide(programs, state, null, budgets, now);
        }
        Approvals approvals = new Approvals(programs, state, budgets, now);
        History history = approvals
                .historyNeeded(correction, bulk.actor())
                .map(need -> withEarlier(state, line, tx.members().history(tenant, state, need)))
                .orElse(null);
        return approvals.alone(correction, bulk.actor(), history);
    }

    private History withEarlier(MemberState state, Bulk.Line line, History history) {
        long earlier = alone.getOrDefault(new Touched(line.member(), line.unit()), 0L);
        Corrections known = history.corrections();
        return History.ofCorrections(
                state, new Corrections(known.expiries(), Math.addExact(known.alone(), earlier), null), history.lots());
    }
}
