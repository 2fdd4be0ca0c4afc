package dev.perennial.application.member;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Identifiers;
import dev.perennial.application.storage.Identifiers.Held;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.member.Identifier;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What members are known by besides their id, such as the card that they show at the till. */
public final class MemberIdentifiers {

    private final Storage storage;
    private final Lanes lanes;

    public MemberIdentifiers(Storage storage, Lanes lanes) {
        this.storage = storage;
        this.lanes = lanes;
    }

    /**
     * Lets the member be known by one more.
     *
     * @param reply of the identifier's number and the member after it
     * @return refused with {@link Reason#MEMBER_NOT_FOUND}, {@link Reason#IDENTIFIER_TAKEN}, {@link
     *     Reason#TOO_MANY_IDENTIFIERS} or {@link Reason#KEY_REUSED}
     */
    public CompletableFuture<Result<Answer>> add(
            Tenant tenant,
            MemberId member,
            Identifier identifier,
            Identity identity,
            BiFunction<Long, MemberState, Payload> reply) {
        return lanes.submit(new AddIdentifier(
                tenant.id(), member, identifier, Identifiers.hash(tenant, identifier), identity, reply));
    }

    /**
     * Lets the member not be known by it any more.
     *
     * @return refused with {@link Reason#MEMBER_NOT_FOUND}, {@link Reason#IDENTIFIER_NOT_FOUND} or {@link
     *     Reason#KEY_REUSED}
     */
    public CompletableFuture<Result<Answer>> remove(
            Tenant tenant, MemberId member, long number, Identity identity, Function<MemberState, Payload> reply) {
        return lanes.submit(new RemoveIdentifier(tenant.id(), member, number, identity, reply));
    }

    /** The member that is known by it; refused with {@link Reason#MEMBER_NOT_FOUND}. */
    public Result<KnownMember> lookUp(Tenant tenant, Identifier identifier) {
        Fingerprint hash = Identifiers.hash(tenant, identifier);
        return storage.read(tx -> found(
                tx, tenant, tx.identifiers().holders(tenant.id(), Set.of(hash)).get(hash)));
    }

    /** A member with everything that it is known by; refused with {@link Reason#MEMBER_NOT_FOUND}. */
    public Result<KnownMember> get(Tenant tenant, MemberId member) {
        return storage.read(tx -> found(tx, tenant, member));
    }

    private static Result<KnownMember> found(Transaction tx, Tenant tenant, @Nullable MemberId named) {
        if (named == null) {
            return Result.refused(Refusal.memberNotFound());
        }
        return tx.members().find(tenant.id(), named).then(state -> {
            MemberId member = state.id();
            Member profile = tx.profiles().read(tenant.id(), Set.of(member)).get(member);
            return profile == null
                    ? Result.refused(Refusal.memberNotFound())
                    : Result.ok(new KnownMember(
                            profile,
                            tx.identifiers().of(tenant.id(), Set.of(member)).getOrDefault(member, List.of()),
                            state.traits()));
        });
    }

    /**
     * A member for somebody who serves it.
     *
     * @param identifiers what it is known by, in the order in which it was added
     * @param traits among them the status
     */
    public record KnownMember(Member member, List<Held> identifiers, Traits traits) {}
}
