package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.activity.StatusMatch;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.ledger.Occasion;
import dev.perennial.domain.ledger.Terms;
import dev.perennial.domain.loyalty.migration.Brought;
import dev.perennial.domain.loyalty.migration.BroughtCheck;
import dev.perennial.domain.loyalty.migration.BroughtIdentifier;
import dev.perennial.domain.loyalty.migration.BroughtLevel;
import dev.perennial.domain.loyalty.migration.BroughtVoucher;
import dev.perennial.domain.loyalty.migration.OpeningLot;
import dev.perennial.domain.loyalty.migration.Taken;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.reward.Voucher;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A customer comes from another system with everything that it had there, or not at all. The import is the member's
 * command number 1; what it is known by has the numbers after that, then come the vouchers.
 */
public final class MigrationDecisions {

    /** Its own fact that grants the level that was brought begins so, and goes on with the member's number. */
    private static final String CARRIED = "carried:";

    /** The number of the import among the member's commands. */
    public static final long COMMAND = 1;

    private final ProgramHistory programs;
    private final InForce current;
    private final Brought brought;
    private final Instant now;

    private MigrationDecisions(ProgramHistory programs, Brought brought, Instant now) {
        this.programs = programs;
        this.current = programs.at(now);
        this.brought = brought;
        this.now = now;
    }

    /** Whether the fact grants a level that was brought: it is a part of its import. */
    public static boolean isPart(Activity activity) {
        return OwnFact.isOwn(activity) && activity.key().externalId().startsWith(CARRIED);
    }

    /**
     * The first state of a member who comes from elsewhere.
     *
     * @param taken what of it somebody else has
     * @return refused with each wrong field, or as there is no program yet
     */
    public static Result<Decision> bring(
            ProgramHistory programs,
            MemberId id,
            int number,
            Profile profile,
            Brought brought,
            Taken taken,
            Instant now) {
        if (programs.isEmpty()) {
            return Result.refused(Refusal.programNotApplied());
        }
        MigrationDecisions decisions = new MigrationDecisions(programs, brought, now);
        List<Problem> problems = BroughtCheck.problems(decisions.current.program(), brought, taken, now);
        return problems.isEmpty()
                ? Loyalty.withinRange(() -> Result.ok(decisions.brought(id, number, profile)))
                : Result.refused(Refusal.invalid(problems));
    }

    private Decision brought(MemberId id, int number, Profile profile) {
        MemberState first = Loyalty.first(programs, id, number, profile, brought.enrolledAt(), now);
        Deciding enrolling = Deciding.on(programs, first, now);
        enrolling.tell(new Event.MemberEnrolled(true));
        Decision enrolled = enrolling.done();
        BroughtLevel level = brought.level();
        Decision standing = level == null ? enrolled : enrolled.then(carried(enrolled.after(), level));
        return standing.then(opened(standing.after()));
    }

    /** As a fact, so that it holds however often the member's past is folded again. */
    private Decision carried(MemberState state, BroughtLevel level) {
        Activity fact = new Activity(
                new ActivityKey(Celebrations.SOURCE, CARRIED + state.number()),
                now,
                true,
                Place.UNKNOWN,
                Map.of(),
                new StatusMatch(level.level(), "", "", level.until()));
        Result<Consequences> told = new Recording(programs, state, fact, Budgets.NONE, now).appended();
        return ((Result.Ok<Consequences>) told).value().decision();
    }

    private Decision opened(MemberState state) {
        Deciding deciding = Deciding.on(programs, state, now);
        Occasion occasion =
                new Occasion(new Cause(Cause.Trigger.COMMAND, COMMAND, 0, null, current.number()), deciding.now);
        brought.lots().stream()
                .sorted(Comparator.comparing((OpeningLot lot) -> lot.terms(now).availableAt()))
                .forEach(lot -> deciding.posting.issue(
                        lot.unit(), lot.amount(), terms(lot), Account.OPENING, EntryKind.OPENING, occasion));
        deciding.settle(occasion.cause(), state.tally().qualified());
        long command = COMMAND;
        for (BroughtIdentifier identifier : brought.identifiers()) {
            deciding.tell(new Event.IdentifierAdded(++command, identifier.kind().name(), identifier.name()));
        }
        for (BroughtVoucher voucher : brought.vouchers()) {
            issue(deciding, ++command, voucher);
        }
        return deciding.done(command);
    }

    /** What was promised with an end keeps it, also of a unit whose expiry moves. */
    private Terms terms(OpeningLot lot) {
        Terms terms = lot.terms(now);
        return lot.expiresAt() == null ? GrantTerms.sliding(current.program(), lot.unit(), terms) : terms;
    }

    private void issue(Deciding deciding, long number, BroughtVoucher brought) {
        Voucher voucher = Voucher.issued(brought.code(), brought.expiresAt(), deciding.now);
        Redemption redemption = Redemption.carried(number, brought.reward(), current.number(), voucher, deciding.now);
        deciding.redeeming.begin(redemption);
        deciding.redeeming.issued(redemption, deciding.now);
    }
}
