package dev.perennial.application.loyalty;

import dev.perennial.application.storage.Storage;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.util.Set;

/** Finding members. */
public final class Members {

    private Members() {}

    /** The member's state as it was committed last, or refused with {@link Reason#MEMBER_NOT_FOUND}. */
    public static Result<MemberState> find(Storage storage, TenantId tenant, MemberId member) {
        MemberState state =
                storage.read(tx -> tx.members().read(tenant, Set.of(member))).get(member);
        return state == null ? Result.refused(unknown()) : Result.ok(state);
    }

    /** The one refusal for a member that does not exist and for another tenant's. */
    public static Refusal unknown() {
        return Refusal.of(Reason.MEMBER_NOT_FOUND, "There is no such member.");
    }
}
