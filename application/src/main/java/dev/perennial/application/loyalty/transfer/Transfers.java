package dev.perennial.application.loyalty.transfer;

import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.transfer.TransferLog.Listed;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.TransferDecisions;
import dev.perennial.domain.loyalty.TransferDecisions.Sending;
import dev.perennial.domain.loyalty.TransferDecisions.Transferred;
import dev.perennial.domain.loyalty.transfer.Party;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Units that members send to each other. */
public final class Transfers {

    private final Storage storage;
    private final Lanes lanes;
    private final TransferLog log;
    private final TransferDeliveries deliveries;

    public Transfers(Storage storage, Lanes lanes, TransferLog log, TransferDeliveries deliveries) {
        this.storage = storage;
        this.lanes = lanes;
        this.log = log;
        this.deliveries = deliveries;
    }

    /**
     * What is sent to whom.
     *
     * @param amount more than 0, in the unit's smallest step
     * @param message to the receiver, up to 200 characters; empty for none
     */
    public record Asked(MemberId to, UnitId unit, long amount, String message) {}

    /**
     * Sends units. They come in, or come back, at once after that, or within a second of whatever cut it off.
     *
     * @return refused with {@link Reason#MEMBER_NOT_FOUND} for either member, {@link Reason#PROGRAM_NOT_APPLIED}, {@link
     *     Reason#MEMBER_MOVED}, {@link Reason#PROGRAM_VERSION_MOVED}, {@link Reason#KEY_REUSED} or a reason of {@link
     *     TransferDecisions#send}
     */
    public CompletableFuture<Result<Answer>> send(
            Tenant tenant,
            MemberId member,
            Asked asked,
            Expectations expectations,
            Identity identity,
            Function<Transferred, Payload> reply) {
        AtomicReference<@Nullable Transfer> sent = new AtomicReference<>();
        Function<Transferred, Payload> noted = decided -> {
            sent.set(decided.transfer());
            return reply.apply(decided);
        };
        return lanes.submit(new SendUnits(tenant.id(), member, sending(tenant, asked), expectations, identity, noted))
                .whenComplete((result, failure) -> handOver(tenant, result, sent.get()));
    }

    /** Nobody waits for it: what fails, the next look at what is on its way finds. */
    private void handOver(Tenant tenant, @Nullable Result<Answer> result, @Nullable Transfer sent) {
        if (sent != null && result instanceof Result.Ok<Answer>(Answer answer) && !answer.replayed()) {
            var _ = deliveries.deliver(tenant.id(), sent);
        }
    }

    /** Looked at before the sender is locked: a member's number never changes, and nobody is unmade. */
    private @Nullable Sending sending(Tenant tenant, Asked asked) {
        Result<MemberState> receiver = storage.read(tx -> tx.members().find(tenant.id(), asked.to()));
        return receiver instanceof Result.Ok<MemberState>(MemberState to)
                ? new Sending(new Party(to.id(), to.number()), asked.unit(), asked.amount(), asked.message())
                : null;
    }

    /** One that the member has sent; refused with {@link Reason#MEMBER_NOT_FOUND} or {@link Reason#TRANSFER_NOT_FOUND}. */
    public Result<Transfer> get(Tenant tenant, MemberId sender, long number) {
        return known(tenant, sender)
                .then(member -> log.find(
                                tenant.id(), member.id(), member.merges().command(sender, number))
                        .map(Result::ok)
                        .orElseGet(() ->
                                Result.refused(Refusal.of(Reason.TRANSFER_NOT_FOUND, "There is no such transfer."))));
    }

    /** What the member has sent and what was sent to it, the newest first. */
    public Result<List<Listed>> list(Tenant tenant, MemberId member, long belowPosition, int limit) {
        return known(tenant, member).map(found -> log.list(tenant.id(), member, belowPosition, limit));
    }

    private Result<MemberState> known(Tenant tenant, MemberId member) {
        return storage.read(tx -> tx.members().find(tenant.id(), member));
    }
}
