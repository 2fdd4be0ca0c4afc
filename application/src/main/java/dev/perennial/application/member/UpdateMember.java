package dev.perennial.application.member;

import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.member.ProfileField;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.TenantId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Changes some fields of a profile. */
record UpdateMember(
        TenantId tenant,
        MemberId member,
        Profile patch,
        Set<ProfileField> fields,
        OptionalLong expectedRevision,
        Identity request,
        Function<Member, Payload> reply)
        implements MemberCommand {

    @Override
    public Optional<Identity> identity() {
        return Optional.of(request);
    }

    @Override
    public boolean needsProfile() {
        return true;
    }

    @Override
    public Ruling decide(Situation situation) {
        if (BirthDates.isToCome(patch, situation.now())) {
            return new Ruling.Refused(BirthDates.refusal());
        }
        MemberState state = situation.state();
        Member current = situation.profile();
        if (state == null || current == null) {
            return new Ruling.Refused(Refusal.memberNotFound());
        }
        if (expectedRevision.isPresent() && expectedRevision.getAsLong() != current.revision()) {
            return Ruling.refused(Reason.ETAG_MISMATCH, "The profile was changed since it was read.");
        }
        Member changed = current.updated(current.profile().with(patch, fields), situation.now());
        Decision decision = Loyalty.updateProfile(
                situation.programs(), state, current.profile(), changed, situation.budgets(), situation.now());
        MemberState after = decision.after();
        Effect.Request kept = new Effect.Request(
                        request.key(), Effect.Kind.UPDATE_MEMBER, after.lastCommand(), "", reply.apply(changed))
                .asking(new Asked.Profile(after.traits(), after.birthday()));
        return new Ruling.Done(decision, kept, changed);
    }
}
