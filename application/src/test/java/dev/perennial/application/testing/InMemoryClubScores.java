package dev.perennial.application.testing;

import dev.perennial.application.loyalty.community.DueClubs;
import dev.perennial.application.loyalty.community.DueClubs.DueClub;
import dev.perennial.application.storage.ClubScores;
import dev.perennial.application.testing.InMemoryCommunity.Contribution;
import dev.perennial.application.testing.InMemoryCommunity.Reached;
import dev.perennial.application.testing.Tables.MemberRef;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.community.ClubPeriod;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Clubs in maps. */
final class InMemoryClubScores implements ClubScores {

    private final Tables tables;
    private final boolean writable;

    InMemoryClubScores(Tables tables, boolean writable) {
        this.tables = tables;
        this.writable = writable;
    }

    /** Those to look after, as they are committed. */
    static DueClubs due(InMemoryStorage storage) {
        return new DueClubs() {
            @Override
            public List<DueClub> due(int limit) {
                return InMemoryClubScores.due(storage.committed()).limit(limit).toList();
            }

            @Override
            public List<DueClub> dueIn(TenantId tenant, int limit) {
                return InMemoryClubScores.due(storage.committed())
                        .filter(club -> club.tenant().equals(tenant))
                        .limit(limit)
                        .toList();
            }
        };
    }

    private static Stream<DueClub> due(Tables tables) {
        Stream<DueClub> untold = tables.community().goals().entrySet().stream()
                .filter(goal -> !goal.getValue())
                .map(Map.Entry::getKey)
                .map(goal -> new DueClub(goal.tenant(), goal.goal().club()));
        return Stream.concat(tables.community().due().stream(), untold).distinct();
    }

    @Override
    public List<ClubMember> members(TenantId tenant, String club, int afterNumber, int limit) {
        return states(tenant)
                .filter(state -> state.participation().clubId().equals(club))
                .filter(state -> state.number() > afterNumber)
                .sorted(Comparator.comparingInt(MemberState::number))
                .limit(limit)
                .map(state -> new ClubMember(state.number(), state.id()))
                .toList();
    }

    @Override
    public Map<ClubPeriod, Long> totals(TenantId tenant, String club, Set<String> counters, LocalDate from) {
        Map<ClubPeriod, Long> totals = new HashMap<>();
        tables.community().contributions().forEach((contributed, scores) -> {
            ClubPeriod period = contributed.period();
            if (contributed.tenant().equals(tenant)
                    && period.club().equals(club)
                    && counters.contains(period.counter())
                    && !period.start().isBefore(from)) {
                totals.put(
                        period,
                        scores.values().stream().mapToLong(Contribution::own).sum());
            }
        });
        return totals;
    }

    @Override
    public List<ClubMember> contributors(TenantId tenant, ClubPeriod period, int afterNumber, int limit) {
        Map<MemberRef, Contribution> scores = tables.community().of(tenant, period);
        return states(tenant)
                .filter(state -> state.participation().clubId().equals(period.club()))
                .filter(state -> scores.getOrDefault(new MemberRef(tenant, state.id()), new Contribution(0, 0))
                                .own()
                        > 0)
                .filter(state -> state.number() > afterNumber)
                .sorted(Comparator.comparingInt(MemberState::number))
                .limit(limit)
                .map(state -> new ClubMember(state.number(), state.id()))
                .toList();
    }

    @Override
    public boolean takeDue(TenantId tenant, String club) {
        InMemoryRequests.requireWritable(writable);
        return tables.community().due().remove(new DueClub(tenant, club));
    }

    @Override
    public void reach(TenantId tenant, List<Goal> goals, Instant at) {
        InMemoryRequests.requireWritable(writable);
        goals.forEach(goal -> tables.community().goals().putIfAbsent(new Reached(tenant, goal), false));
    }

    @Override
    public Set<Goal> reached(TenantId tenant, String club, LocalDate from) {
        return goals(tenant, club, false)
                .filter(goal -> !goal.start().isBefore(from))
                .collect(Collectors.toSet());
    }

    @Override
    public List<Goal> untold(TenantId tenant, String club, int limit) {
        return goals(tenant, club, true)
                .sorted(Comparator.comparing(Goal::start)
                        .thenComparing(Goal::challenge)
                        .thenComparingLong(Goal::target))
                .limit(limit)
                .toList();
    }

    private Stream<Goal> goals(TenantId tenant, String club, boolean untoldOnly) {
        return tables.community().goals().entrySet().stream()
                .filter(goal -> !untoldOnly || !goal.getValue())
                .map(Map.Entry::getKey)
                .filter(goal ->
                        goal.tenant().equals(tenant) && goal.goal().club().equals(club))
                .map(Reached::goal);
    }

    @Override
    public void told(TenantId tenant, Goal goal) {
        InMemoryRequests.requireWritable(writable);
        tables.community().goals().replace(new Reached(tenant, goal), true);
    }

    private Stream<MemberState> states(TenantId tenant) {
        return tables.members().entrySet().stream()
                .filter(member -> member.getKey().tenant().equals(tenant))
                .map(member -> Objects.requireNonNull(member.getValue()).state());
    }
}
