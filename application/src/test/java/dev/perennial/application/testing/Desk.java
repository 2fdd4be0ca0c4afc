package dev.perennial.application.testing;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Effect;
import dev.perennial.application.storage.Effect.Kind;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.CheckoutDecisions.Held;
import dev.perennial.domain.loyalty.Community;
import dev.perennial.domain.loyalty.Consequences;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RewardDecisions.Redeemed;
import dev.perennial.domain.loyalty.TransferDecisions.Transferred;
import dev.perennial.domain.loyalty.community.TakingPart;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Does for one tenant what use cases do, one command a transaction: the shortest way to have something stored. */
public final class Desk {

    private final Ports ports;
    private final Tenant tenant;

    public Desk(Ports ports, Tenant tenant) {
        this.ports = ports;
        this.tenant = tenant;
    }

    public MemberState enrol(String member, Instant now) {
        return enrol(member, Profile.EMPTY, now);
    }

    public MemberState enrol(String member, Profile profile, Instant now) {
        MemberId memberId = new MemberId(member);
        int number = ports.memberNumbers().next(id());
        return ports.storage().transact(tx -> {
            Decision decision = Loyalty.enrol(ProgramHistory.NONE, memberId, number, profile, now);
            RequestKey key = RequestKey.command("enrol-" + member);
            claim(tx, key);
            tx.members().save(id(), List.of(effect(decision, key, Kind.ENROL_MEMBER, 1, now)));
            tx.profiles().save(id(), List.of(new Member(memberId, number, 1, now, now, profile)));
            return decision.after();
        });
    }

    /** Records a fact at the moment it occurred. */
    public Consequences record(String member, ProgramHistory programs, Activity activity) {
        return record(member, programs, activity, activity.occurredAt());
    }

    public Consequences record(String member, ProgramHistory programs, Activity activity, Instant now) {
        return ports.storage().transact(tx -> {
            RequestKey key = RequestKey.activity(activity.key());
            claim(tx, key);
            MemberState state = lock(tx, member);
            Consequences consequences = value(Loyalty.historyNeeded(programs, state, activity, now)
                    .map(need -> Loyalty.record(
                            programs, state, activity, tx.members().history(id(), state, need), Budgets.NONE, now))
                    .orElseGet(() -> Loyalty.record(programs, state, activity, Budgets.NONE, now)));
            tx.members()
                    .save(
                            id(),
                            List.of(effect(
                                    consequences.decision(), key, Kind.ACTIVITY, consequences.activityNumber(), now)));
            return consequences;
        });
    }

    /** Corrects a balance, because of the request's id. */
    public Decision adjust(String member, String requestId, UnitId unit, long amount, Instant now) {
        return ports.storage().transact(tx -> {
            RequestKey key = RequestKey.command(requestId);
            claim(tx, key);
            Decision decision =
                    value(Loyalty.adjust(ProgramHistory.NONE, lock(tx, member), unit, amount, Budgets.NONE, now));
            Effect.Request request = new Effect.Request(
                    key,
                    Kind.ADJUST_UNITS,
                    decision.after().lastCommand(),
                    "because of " + requestId,
                    "asked by " + requestId,
                    replyTo(key));
            tx.members().save(id(), List.of(new Effect(decision, request, now)));
            return decision;
        });
    }

    /** Something about a reward, because of the request's id. */
    public Redemption redeem(
            String member, String requestId, Kind kind, Instant now, Function<MemberState, Redeemed> decide) {
        return ports.storage().transact(tx -> {
            RequestKey key = RequestKey.command(requestId);
            claim(tx, key);
            Redeemed redeemed = decide.apply(lock(tx, member));
            long number = redeemed.decision().after().lastCommand();
            tx.members().save(id(), List.of(effect(redeemed.decision(), key, kind, number, now)));
            return redeemed.redemption();
        });
    }

    /** Something about a transfer, because of the request's id. */
    public Transfer transfer(
            String member,
            String requestId,
            Kind kind,
            Instant now,
            BiFunction<Transaction, MemberState, Transferred> decide) {
        return ports.storage().transact(tx -> {
            RequestKey key = RequestKey.command(requestId);
            claim(tx, key);
            Transferred transferred = decide.apply(tx, lock(tx, member));
            long number = transferred.decision().after().lastCommand();
            tx.members().save(id(), List.of(effect(transferred.decision(), key, kind, number, now)));
            return transferred.transfer();
        });
    }

    /** Holds something for an order, because of the request's id. */
    public Redemption hold(String member, String requestId, Instant now, Function<MemberState, Held> decide) {
        return ports.storage().transact(tx -> {
            RequestKey key = RequestKey.command(requestId);
            claim(tx, key);
            Held held = decide.apply(lock(tx, member));
            long number = held.decision().after().lastCommand();
            tx.members().save(id(), List.of(effect(held.decision(), key, Kind.RESERVE_CHECKOUT, number, now)));
            return held.redemption();
        });
    }

    /** Takes part in something, or not any more. */
    public Decision take(String member, ProgramHistory programs, TakingPart step, Instant now) {
        return ports.storage().transact(tx -> {
            RequestKey key = RequestKey.command(member + " " + step + " " + now);
            claim(tx, key);
            Decision decision = value(Community.takePart(programs, lock(tx, member), step, null, Budgets.NONE, now));
            long number = decision.after().lastCommand();
            tx.members().save(id(), List.of(effect(decision, key, Kind.JOIN_CLUB, number, now)));
            return decision;
        });
    }

    public Decision advance(String member, Instant now) {
        return ports.storage().transact(tx -> {
            Decision decision = Loyalty.advance(ProgramHistory.NONE, lock(tx, member), Budgets.NONE, now);
            tx.members().save(id(), List.of(new Effect(decision, null, now)));
            return decision;
        });
    }

    /** What is stored of the member now. */
    public MemberState state(String member) {
        return ports.storage()
                .read(tx -> tx.members().read(id(), Set.of(new MemberId(member))))
                .get(new MemberId(member));
    }

    public MemberState lock(Transaction tx, String member) {
        return tx.members().lock(id(), Set.of(new MemberId(member))).get(new MemberId(member));
    }

    /** Claims the key for a request that says no more than the key. */
    public void claim(Transaction tx, RequestKey key) {
        tx.requests().claim(id(), Map.of(key, fingerprint(key.value())));
    }

    public Fingerprint fingerprint(String request) {
        return Fingerprint.of(tenant.secret(), request.getBytes(StandardCharsets.UTF_8));
    }

    /** An effect whose reply is {@code reply to <key>}. */
    public static Effect effect(Decision decision, RequestKey key, Kind kind, long number, Instant now) {
        return new Effect(decision, new Effect.Request(key, kind, number, "", replyTo(key)), now);
    }

    public static Payload replyTo(RequestKey key) {
        return new Payload(("reply to " + key.value()).getBytes(StandardCharsets.UTF_8));
    }

    public static <T> T value(Result<T> result) {
        return ((Result.Ok<T>) result).value();
    }

    private TenantId id() {
        return tenant.id();
    }
}
