package dev.perennial.application.loyalty.reward;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.reward.ChangeRedemption.Change;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RewardDecisions.Redeemed;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.RewardDocument;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What becomes of rewards that members have asked for. */
public final class Redemptions {

    private final Storage storage;
    private final Lanes lanes;
    private final ProgramCatalog catalog;
    private final TenantTime time;
    private final RedemptionLog log;
    private final GeneratedCodes codes;

    public Redemptions(
            Storage storage,
            Lanes lanes,
            ProgramCatalog catalog,
            TenantTime time,
            RedemptionLog log,
            GeneratedCodes codes) {
        this.storage = storage;
        this.lanes = lanes;
        this.catalog = catalog;
        this.time = time;
        this.log = log;
        this.codes = codes;
    }

    /**
     * A redemption as of now.
     *
     * @param reward as it was when it was asked for
     * @param locale the member's language; empty when it is not known
     */
    public record Told(MemberId member, Redemption redemption, RewardDocument reward, String locale) {}

    /** One of them: its time may be over although that was not written down yet. */
    public Result<Told> get(Tenant tenant, MemberId member, long number) {
        Optional<Redemption> stored = log.find(tenant.id(), member, number);
        return now(tenant, member).then(now -> {
            MemberState survivor = now.member();
            return survivor.id().equals(member)
                    ? stored.map(found -> Result.ok(now.told(found)))
                            .orElseGet(() -> Result.refused(
                                    Refusal.of(Reason.REDEMPTION_NOT_FOUND, "There is no such redemption.")))
                    : get(tenant, survivor.id(), survivor.merges().command(member, number));
        });
    }

    /** All of them, the newest first, as of now. */
    public Result<List<Told>> list(Tenant tenant, MemberId member, long belowNumber, int limit) {
        List<Redemption> stored = log.list(tenant.id(), member, belowNumber, limit);
        return now(tenant, member).map(now -> stored.stream().map(now::told).toList());
    }

    /**
     * A member when everything due has happened, written down or not. Read after the rows, so that it knows every version
     * under which they were asked for.
     */
    private record Now(ProgramHistory programs, MemberState member, List<Redemption> changed) {

        Told told(Redemption stored) {
            Redemption redemption = changed.stream()
                    .filter(one -> one.number() == stored.number())
                    .findFirst()
                    .orElse(stored);
            RewardDocument reward = programs.numbered(redemption.programVersion())
                    .program()
                    .reward(redemption.reward())
                    .orElseThrow()
                    .document();
            return new Told(member.id(), redemption, reward, member.traits().locale());
        }
    }

    private Result<Now> now(Tenant tenant, MemberId member) {
        return storage.read(tx -> {
            Instant now = time.now(tx, tenant.id());
            ProgramHistory programs = catalog.in(tx, tenant.id());
            return tx.members().find(tenant.id(), member).map(state -> {
                Budgets budgets = tx.budgets().asOfNow(tenant.id(), programs, state, now);
                Decision due = Loyalty.advance(programs, state, budgets, now);
                return new Now(programs, due.after(), due.redemptions());
            });
        });
    }

    /**
     * Redeems what is reserved.
     *
     * @return refused with {@link Reason#MEMBER_NOT_FOUND}, {@link Reason#REDEMPTION_NOT_FOUND}, {@link
     *     Reason#REDEMPTION_STATE} or {@link Reason#KEY_REUSED}
     */
    public CompletableFuture<Result<Answer>> redeem(
            Tenant tenant, MemberId member, long number, Identity identity, Function<Redeemed, Payload> reply) {
        return change(tenant, member, number, Change.REDEEM, "", identity, reply);
    }

    /** Gives up what is reserved; refused as {@link #redeem} is. */
    public CompletableFuture<Result<Answer>> cancel(
            Tenant tenant, MemberId member, long number, Identity identity, Function<Redeemed, Payload> reply) {
        return change(tenant, member, number, Change.CANCEL, "", identity, reply);
    }

    /**
     * Gives back what was paid for it, and takes back what it gave; refused as {@link #redeem} is, and with {@link
     * Reason#VOUCHER_STATE} once its voucher was used.
     */
    public CompletableFuture<Result<Answer>> reverse(
            Tenant tenant,
            MemberId member,
            long number,
            String reason,
            Identity identity,
            Function<Redeemed, Payload> reply) {
        return change(tenant, member, number, Change.REVERSE, reason, identity, reply);
    }

    /**
     * Uses a voucher, once.
     *
     * @param usedFor what for, such as the id of an order; empty when nobody says
     * @return refused with {@link Reason#VOUCHER_NOT_FOUND}, {@link Reason#VOUCHER_STATE} or {@link Reason#KEY_REUSED}
     */
    public CompletableFuture<Result<Answer>> useVoucher(
            Tenant tenant, String code, String usedFor, Identity identity, Function<Redeemed, Payload> reply) {
        return log.holder(tenant.id(), code)
                .map(holder -> change(
                        tenant,
                        holder.member(),
                        holder.redemptionNumber(),
                        Change.USE_VOUCHER,
                        usedFor,
                        identity,
                        reply))
                .orElseGet(() -> CompletableFuture.completedFuture(Result.refused(noVoucher())));
    }

    /** The voucher with the code, and whose it is; refused with {@link Reason#VOUCHER_NOT_FOUND}. */
    public Result<Told> voucher(Tenant tenant, String code) {
        return log.holder(tenant.id(), code)
                .map(holder -> get(tenant, holder.member(), holder.redemptionNumber()))
                .orElseGet(() -> Result.refused(noVoucher()));
    }

    private static Refusal noVoucher() {
        return Refusal.of(Reason.VOUCHER_NOT_FOUND, "There is no such voucher.");
    }

    private CompletableFuture<Result<Answer>> change(
            Tenant tenant,
            MemberId member,
            long number,
            Change change,
            String note,
            Identity identity,
            Function<Redeemed, Payload> reply) {
        return lanes.submit(new ChangeRedemption(tenant.id(), member, number, change, note, codes, identity, reply));
    }
}
