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
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.TenantId;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Makes a customer a member.
 *
 * @param number taken beforehand: taking it may need a transaction of its own, and a lane that waits for that one while
 *     it holds the members of all its neighbours could fail them all. If the command is refused the number is lost
 */
record EnrolMember(
        TenantId tenant,
        MemberId member,
        Profile profile,
        Identity request,
        int number,
        BiFunction<Member, MemberState, Payload> reply)
        implements MemberCommand {

    @Override
    public Optional<Identity> identity() {
        return Optional.of(request);
    }

    @Override
    public Ruling decide(Situation situation) {
        if (situation.state() != null) {
            return Ruling.refused(Reason.MEMBER_ALREADY_EXISTS, "There is already a member with this id.");
        }
        if (BirthDates.isToCome(profile, situation.now())) {
            return new Ruling.Refused(BirthDates.refusal());
        }
        Decision decision = Loyalty.enrol(situation.programs(), member, number, profile, situation.now());
        MemberState state = decision.after();
        Member enrolled = new Member(member, state.number(), 1, situation.now(), situation.now(), profile);
        Payload sent = reply.apply(enrolled, state);
        Effect.Request kept = new Effect.Request(request.key(), Effect.Kind.ENROL_MEMBER, state.lastCommand(), "", sent)
                .asking(new Asked.Enrolment(state.traits(), state.birthday()));
        return new Ruling.Done(decision, kept, enrolled);
    }
}
