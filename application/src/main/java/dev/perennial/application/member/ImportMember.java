package dev.perennial.application.member;

import dev.perennial.application.loyalty.IdentifierChange;
import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.application.storage.Identifiers.Held;
import dev.perennial.application.storage.Identifiers.Owned;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.MigrationDecisions;
import dev.perennial.domain.loyalty.migration.BroughtVoucher;
import dev.perennial.domain.loyalty.migration.Taken;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.member.Identifier;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lets a customer of another system come with everything that it had there.
 *
 * @param number taken beforehand, as for an enrolment; of no use to a dry run
 * @param hashes of the row's identifiers, in their order
 * @param soFar what a dry run would have written before it; null when it is none
 */
record ImportMember(
        TenantId tenant,
        ImportedRow row,
        String importId,
        Identity request,
        int number,
        List<Fingerprint> hashes,
        @Nullable ImportedSoFar soFar,
        BiFunction<Member, MemberState, Payload> reply)
        implements MemberCommand {

    @Override
    public boolean onlyLooks() {
        return soFar != null;
    }

    /** Its own row, and those of its profile, its key, its request and its first event. */
    private static final int ROWS = 6;

    @Override
    public MemberId member() {
        return row.member();
    }

    @Override
    public Optional<Identity> identity() {
        return Optional.of(request);
    }

    @Override
    public Set<Fingerprint> claims() {
        return Set.copyOf(hashes);
    }

    @Override
    public Set<String> claimedCodes() {
        return Set.copyOf(
                row.brought().vouchers().stream().map(BroughtVoucher::code).toList());
    }

    @Override
    public int weight() {
        int lots = row.brought().lots().size();
        return ROWS
                + 3 * lots
                + 2 * hashes.size()
                + 4 * row.brought().vouchers().size();
    }

    @Override
    public Ruling decide(Situation situation) {
        if (situation.state() != null) {
            return new Ruling.Refused(
                    Refusal.invalid("member_id", "is a member already, who did not come by this import"));
        }
        if (BirthDates.isToCome(row.profile(), situation.now())) {
            return new Ruling.Refused(BirthDates.refusal());
        }
        return Ruling.of(
                MigrationDecisions.bring(
                        situation.programs(),
                        member(),
                        number,
                        row.profile(),
                        row.brought(),
                        taken(situation),
                        situation.now()),
                decision -> soFar == null ? done(decision, situation) : new Ruling.Looked());
    }

    private Taken taken(Situation situation) {
        Set<Integer> identifiers = new HashSet<>();
        Set<Fingerprint> before = new HashSet<>();
        for (int i = 0; i < hashes.size(); i++) {
            Fingerprint hash = hashes.get(i);
            boolean someones = situation.identifiers().taken().contains(hash);
            if (!before.add(hash) || someones || (soFar != null && soFar.hasIdentifier(hash))) {
                identifiers.add(i);
            }
        }
        Set<Integer> codes = new HashSet<>();
        Set<String> codesBefore = new HashSet<>();
        for (int i = 0; i < row.brought().vouchers().size(); i++) {
            String code = row.brought().vouchers().get(i).code();
            if (!codesBefore.add(code) || situation.knowsCode(code) || (soFar != null && soFar.hasCode(code))) {
                codes.add(i);
            }
        }
        return new Taken(identifiers, codes);
    }

    private Ruling done(Decision decision, Situation situation) {
        MemberState state = decision.after();
        Member imported = new Member(member(), number, 1, row.brought().enrolledAt(), situation.now(), row.profile());
        Effect.Request kept = new Effect.Request(
                        request.key(),
                        Effect.Kind.IMPORT_MEMBER,
                        MigrationDecisions.COMMAND,
                        "import " + importId,
                        reply.apply(imported, state))
                .asking(new Asked.Arrival(state.traits(), state.birthday(), row.brought()));
        List<IdentifierChange> identifiers = new ArrayList<>();
        for (int i = 0; i < hashes.size(); i++) {
            Identifier identifier = row.identifiers().get(i);
            Held held = new Held(
                    MigrationDecisions.COMMAND + 1 + i,
                    hashes.get(i),
                    identifier.kind(),
                    identifier.name(),
                    identifier.lastCharacters(),
                    state.advancedTo());
            identifiers.add(IdentifierChange.adding(new Owned(number, held)));
        }
        return new Ruling.Done(decision, kept, imported, identifiers);
    }
}
