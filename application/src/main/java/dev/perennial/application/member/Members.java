package dev.perennial.application.member;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.MemberNumbers;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.member.ProfileField;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The members of a tenant: enrolling them, and keeping what is known of them as persons. */
public final class Members {

    private final Storage storage;
    private final Lanes lanes;
    private final MemberNumbers numbers;

    public Members(Storage storage, Lanes lanes, MemberNumbers numbers) {
        this.storage = storage;
        this.lanes = lanes;
        this.numbers = numbers;
    }

    /**
     * Enrols a customer. Refused with {@link dev.perennial.domain.shared.Reason#MEMBER_ALREADY_EXISTS} when the id is
     * taken.
     */
    public CompletableFuture<Result<Answer>> enrol(
            Tenant tenant,
            MemberId id,
            Profile profile,
            Identity identity,
            BiFunction<Member, MemberState, Payload> reply) {
        return lanes.submit(new EnrolMember(tenant.id(), id, profile, identity, numbers.next(tenant.id()), reply));
    }

    /**
     * Changes the named fields of a profile.
     *
     * @param expectedRevision when present and the profile has moved on, refused with
     *     {@link dev.perennial.domain.shared.Reason#ETAG_MISMATCH}
     */
    public CompletableFuture<Result<Answer>> update(
            Tenant tenant,
            MemberId id,
            Profile patch,
            Set<ProfileField> fields,
            OptionalLong expectedRevision,
            Identity identity,
            Function<Member, Payload> reply) {
        return lanes.submit(new UpdateMember(tenant.id(), id, patch, fields, expectedRevision, identity, reply));
    }

    /** The members with a number above the given one, in the order in which they were enrolled. */
    public List<Member> list(Tenant tenant, int afterNumber, int limit) {
        return storage.read(tx -> tx.profiles().list(tenant.id(), afterNumber, limit));
    }
}
