package dev.perennial.application.loyalty.community;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Rankings.Scored;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.community.RankedPeriod;
import dev.perennial.domain.loyalty.community.Ranking;
import dev.perennial.domain.loyalty.community.Ranking.Ranked;
import dev.perennial.domain.loyalty.community.TakingPart;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rankings of the members who want to be seen on them. */
public final class Leaderboards {

    private final Storage storage;
    private final Lanes lanes;
    private final ProgramCatalog catalog;
    private final TenantTime time;

    public Leaderboards(Storage storage, Lanes lanes, ProgramCatalog catalog, TenantTime time) {
        this.storage = storage;
        this.lanes = lanes;
        this.catalog = catalog;
        this.time = time;
    }

    /**
     * A part of a ranking.
     *
     * @param lines in order of rank
     * @param size how many are ranked
     */
    public record Page(BoardPeriod period, List<Line> lines, long size) {}

    /**
     * A member of a ranking.
     *
     * @param publicName empty when the member has none any more
     */
    public record Line(long rank, MemberId member, String publicName, long score) {}

    /**
     * Lets a member be seen on a ranking, from the present period on.
     *
     * @param publicName what others see, 1 to 64 characters
     * @return refused with {@link Reason#MEMBER_NOT_FOUND}, {@link Reason#PROGRAM_NOT_APPLIED}, {@link
     *     Reason#LEADERBOARD_NOT_FOUND}, {@link Reason#PARTICIPATION_STATE} or {@link Reason#KEY_REUSED}
     */
    public CompletableFuture<Result<Answer>> join(
            Tenant tenant,
            MemberId member,
            String leaderboard,
            String publicName,
            Identity identity,
            Function<MemberState, Payload> reply) {
        TakingPart step = new TakingPart.JoinLeaderboard(leaderboard);
        return lanes.submit(new TakePart(tenant.id(), member, step, publicName, identity, reply));
    }

    /** Takes a member off a ranking and off all of its periods that are not frozen; refused as joining is. */
    public CompletableFuture<Result<Answer>> leave(
            Tenant tenant,
            MemberId member,
            String leaderboard,
            Identity identity,
            Function<MemberState, Payload> reply) {
        TakingPart step = new TakingPart.LeaveLeaderboard(leaderboard);
        return lanes.submit(new TakePart(tenant.id(), member, step, "", identity, reply));
    }

    /**
     * A part of a ranking.
     *
     * @param day any day of the period; empty for the present one
     * @return refused with {@link Reason#LEADERBOARD_NOT_FOUND} or {@link Reason#INVALID_REQUEST} for a day to come
     */
    public Result<Page> page(Tenant tenant, String leaderboard, Optional<LocalDate> day, long offset, int limit) {
        return reading(tenant, leaderboard, day, (tx, period) -> {
            RankedPeriod ranked = period.ranked();
            List<Scored> scored = tx.rankings().list(tenant.id(), ranked, offset, limit);
            long ahead = scored.isEmpty()
                    ? 0
                    : tx.rankings().ahead(tenant.id(), ranked, scored.getFirst().score());
            List<Ranked<Scored>> part = Ranking.of(scored, Scored::score, offset, ahead);
            return Result.ok(
                    new Page(period, named(tx, tenant.id(), part), tx.rankings().size(tenant.id(), ranked)));
        });
    }

    /**
     * One member's own place.
     *
     * @return empty for one who is not ranked; refused with {@link Reason#MEMBER_NOT_FOUND}, too
     */
    public Result<Optional<Line>> placeOf(Tenant tenant, String leaderboard, Optional<LocalDate> day, MemberId member) {
        return reading(
                tenant,
                leaderboard,
                day,
                (tx, period) -> tx.members().find(tenant.id(), member).map(state -> {
                    long score = tx.rankings().scoreOf(tenant.id(), period.ranked(), state.number());
                    if (score == 0) {
                        return Optional.empty();
                    }
                    long ahead = tx.rankings().ahead(tenant.id(), period.ranked(), score);
                    Ranked<Scored> own = new Ranked<>(ahead + 1, new Scored(state.id(), score));
                    return Optional.of(named(tx, tenant.id(), List.of(own)).getFirst());
                }));
    }

    private interface Reading<T> {

        Result<T> of(Transaction tx, BoardPeriod period);
    }

    private <T> Result<T> reading(Tenant tenant, String leaderboard, Optional<LocalDate> day, Reading<T> reading) {
        return storage.read(tx -> {
            ProgramHistory programs = catalog.in(tx, tenant.id());
            Instant now = time.now(tx, tenant.id());
            if (programs.isEmpty()) {
                return Result.refused(Refusal.programNotApplied());
            }
            return BoardPeriod.of(programs, leaderboard, day, now).then(period -> reading.of(tx, period));
        });
    }

    private static List<Line> named(Transaction tx, TenantId tenant, List<Ranked<Scored>> part) {
        Set<MemberId> members =
                part.stream().map(ranked -> ranked.who().member()).collect(Collectors.toSet());
        Map<MemberId, Member> profiles = tx.profiles().read(tenant, members);
        return part.stream()
                .map(ranked -> new Line(
                        ranked.rank(),
                        ranked.who().member(),
                        PublicNames.of(profiles.get(ranked.who().member())),
                        ranked.who().score()))
                .toList();
    }
}
