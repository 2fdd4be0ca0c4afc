package dev.perennial.application.loyalty.community;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.ClubScores.ClubMember;
import dev.perennial.application.storage.ClubScores.Goal;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.community.ClubPeriod;
import dev.perennial.domain.loyalty.community.TakingPart;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.program.Program;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Clubs of members, with the challenges that they share. A club is known by the caller's own id for it. */
public final class Clubs {

    private final Storage storage;
    private final Lanes lanes;
    private final ProgramCatalog catalog;
    private final TenantTime time;

    public Clubs(Storage storage, Lanes lanes, ProgramCatalog catalog, TenantTime time) {
        this.storage = storage;
        this.lanes = lanes;
        this.catalog = catalog;
        this.time = time;
    }

    /** A member of a club, as others see it. */
    public record Line(int number, MemberId member, String publicName) {}

    /**
     * Lets a member join a club, which comes into being with its first one.
     *
     * @return refused with {@link Reason#MEMBER_NOT_FOUND}, {@link Reason#PROGRAM_NOT_APPLIED}, {@link
     *     Reason#PARTICIPATION_STATE} or {@link Reason#KEY_REUSED}
     */
    public CompletableFuture<Result<Answer>> join(
            Tenant tenant, MemberId member, String club, Identity identity, Function<MemberState, Payload> reply) {
        return submit(tenant, member, new TakingPart.JoinClub(club), identity, reply);
    }

    /** Lets a member leave its club; refused as joining is. */
    public CompletableFuture<Result<Answer>> leave(
            Tenant tenant, MemberId member, Identity identity, Function<MemberState, Payload> reply) {
        return submit(tenant, member, new TakingPart.LeaveClub(), identity, reply);
    }

    private CompletableFuture<Result<Answer>> submit(
            Tenant tenant, MemberId member, TakingPart step, Identity identity, Function<MemberState, Payload> reply) {
        return lanes.submit(new TakePart(tenant.id(), member, step, "", identity, reply));
    }

    /** How far a club is with each shared challenge; refused with {@link Reason#CLUB_NOT_FOUND}. */
    public Result<List<SharedProgress>> progress(Tenant tenant, String club) {
        return reading(tenant, club, tx -> {
            ProgramHistory programs = catalog.in(tx, tenant.id());
            Instant now = time.now(tx, tenant.id());
            return programs.isEmpty()
                    ? List.of()
                    : progress(tx, tenant.id(), club, programs.at(now).program(), now);
        });
    }

    private static List<SharedProgress> progress(
            Transaction tx, TenantId tenant, String club, Program program, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, program.zone());
        List<SharedChallenge> shared = SharedChallenge.of(program);
        Set<String> counters =
                shared.stream().map(challenge -> challenge.document().counter()).collect(Collectors.toSet());
        LocalDate from = GoalSearch.earliest(shared, today);
        Map<ClubPeriod, Long> totals =
                counters.isEmpty() ? Map.of() : tx.clubs().totals(tenant, club, counters, from);
        Set<Goal> reached = tx.clubs().reached(tenant, club, from);
        return shared.stream()
                .map(challenge -> SharedProgress.of(challenge, club, today, totals, reached))
                .toList();
    }

    /** The members with a number above the given one, ascending; refused with {@link Reason#CLUB_NOT_FOUND}. */
    public Result<List<Line>> members(Tenant tenant, String club, int afterNumber, int limit) {
        return reading(tenant, club, tx -> {
            List<ClubMember> members = tx.clubs().members(tenant.id(), club, afterNumber, limit);
            Map<MemberId, Member> profiles = tx.profiles()
                    .read(tenant.id(), members.stream().map(ClubMember::member).collect(Collectors.toSet()));
            return members.stream()
                    .map(each -> new Line(each.number(), each.member(), PublicNames.of(profiles.get(each.member()))))
                    .toList();
        });
    }

    private <T> Result<T> reading(Tenant tenant, String club, Function<Transaction, T> reading) {
        return storage.read(tx -> exists(tx, tenant.id(), club)
                ? Result.ok(reading.apply(tx))
                : Result.refused(Refusal.of(Reason.CLUB_NOT_FOUND, "There is no such club.")));
    }

    private static boolean exists(Transaction tx, TenantId tenant, String club) {
        return !tx.clubs().members(tenant, club, 0, 1).isEmpty();
    }
}
