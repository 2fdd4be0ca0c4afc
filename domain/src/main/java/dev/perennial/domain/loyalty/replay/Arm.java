package dev.perennial.domain.loyalty.replay;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Celebration;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.Consequences;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.MigrationDecisions;
import dev.perennial.domain.loyalty.OwnFact;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One member under one course of the program. */
final class Arm {

    private final Timeline timeline;
    private final ProgramHistory recordedUnder;
    private final Instant from;
    private final Past past;
    private final Sums sums;
    private final Set<Long> refused;
    private final List<Unfunded> unfunded = new ArrayList<>();
    private final List<String> untold = new ArrayList<>();

    /** An input, and when it is decided. */
    record Moment(Instant at, Input input) {}

    /** The member as decisions left it, and what is known of it. */
    record Person(MemberState state, Profile profile) {

        private Person as(MemberState next) {
            return new Person(next, profile);
        }
    }

    /** @param from when sums begin */
    Arm(Timeline timeline, ProgramHistory recordedUnder, Instant from) {
        this(timeline, recordedUnder, from, new Past(), new Sums(), new HashSet<>());
    }

    private Arm(
            Timeline timeline, ProgramHistory recordedUnder, Instant from, Past past, Sums sums, Set<Long> refused) {
        this.timeline = timeline;
        this.recordedUnder = recordedUnder;
        this.from = from;
        this.past = past;
        this.sums = sums;
        this.refused = refused;
    }

    /** With the same past, under another course from now on. */
    Arm under(Timeline other) {
        return new Arm(other, recordedUnder, from, past.copy(), sums.copy(), new HashSet<>(refused));
    }

    Person enrolled(RecordedMember member) {
        MemberState stored = member.stored();
        Asked.Enrolment enrolment = member.beginning();
        Instant at = member.arrivedAt();
        Profile profile = Members.profile(enrolment.traits(), enrolment.birthday());
        return new Person(
                Loyalty.enrol(timeline.knownAt(at), stored.id(), stored.number(), profile, at)
                        .after(),
                profile);
    }

    Person decided(Person person, List<Moment> moments) {
        Person now = person;
        for (Moment moment : moments) {
            now = switch (moment.input()) {
                case Input.Fact(RecordedFact fact) -> now.as(decided(now.state(), fact, moment.at()));
                case Input.Command command -> decided(now, command, moment.at());
            };
        }
        return now;
    }

    private MemberState decided(MemberState before, RecordedFact fact, Instant at) {
        Activity activity = fact.activity();
        if (activity.detail() instanceof Celebration || MigrationDecisions.isPart(activity)) {
            return before; // whether there is anything to celebrate is up to the program, and an import is one decision
        }
        ProgramHistory programs = timeline.knownTo(fact);
        MemberState state = Members.withTraits(before, fact.traits());
        Result<Consequences> decided =
                OwnFact.isOwn(activity) ? own(programs, state, fact, at) : told(programs, state, fact, at);
        return switch (decided) {
            case Result.Ok<Consequences>(Consequences consequences) -> kept(consequences.decision());
            case Result.Refused<Consequences>(Refusal refusal) -> {
                unfunded.add(new Unfunded(
                        state.id(),
                        activity.type().name(),
                        fact.number(),
                        at,
                        activity.key().externalId(),
                        "",
                        0,
                        refusal.reason()));
                yield state;
            }
        };
    }

    private Result<Consequences> told(ProgramHistory programs, MemberState state, RecordedFact fact, Instant at) {
        Activity activity = fact.activity();
        var needed = Loyalty.budgetsNeeded(programs, state, activity, at);
        var budgets = Supply.of(needed, fact, recordedUnder, programs);
        return Loyalty.historyNeeded(programs, state, activity, at)
                .map(need -> Loyalty.record(programs, state, activity, past.history(state, need), budgets, at))
                .orElseGet(() -> Loyalty.record(programs, state, activity, budgets, at));
    }

    private Result<Consequences> own(ProgramHistory programs, MemberState state, RecordedFact fact, Instant at) {
        OwnFact own =
                new OwnFact(fact.activity().key().externalId(), fact.activity().detail());
        var needed = Loyalty.budgetsNeeded(programs, state, own.after(state, at), at);
        return Loyalty.recordOwn(programs, state, own, Supply.of(needed, fact, recordedUnder, programs), at);
    }

    private Person decided(Person person, Input.Command command, Instant at) {
        MemberState state = Members.withLastCommand(person.state(), command.number() - 1);
        Commanding commanding = new Commanding(timeline.knownAt(at), state, past, at);
        Person after = switch (command.asked()) {
            case Asked.Nothing() -> person;
            case Asked.Enrolment enrolment -> person;
            case Asked.Arrival arrival ->
                person.as(kept(state, command, commanding.brought(person.profile(), arrival.brought()), at));
            case Asked.Untold() -> {
                untold.add(command.kind());
                yield person;
            }
            case Asked.Profile(var traits, var birthday) -> {
                Profile changed = Members.profile(traits, birthday);
                yield new Person(kept(commanding.updated(person.profile(), changed)), changed);
            }
            case Asked.Status(var change) -> person.as(kept(commanding.status(change)));
            case Asked.Adjustment adjustment -> person.as(kept(state, command, commanding.adjusted(adjustment), at));
            case Asked.GivingBack giving -> person.as(kept(state, command, commanding.givenBack(giving), at));
            case Asked.Reward reward -> person.as(kept(state, command, commanding.asked(reward), at));
            case Asked.Hold hold -> person.as(kept(state, command, commanding.held(hold), at));
            case Asked.Drop drop ->
                commanding.dropped(drop) instanceof Result.Ok<Decision>(Decision dropped)
                        ? person.as(kept(dropped))
                        : person; // nothing is held for it under this course
            case Asked.Change change ->
                refused.contains(change.number())
                        ? person
                        : person.as(kept(state, command, commanding.changed(change), at));
            case Asked.Send send -> person.as(kept(state, command, commanding.sent(send), at));
            case Asked.Receive(var sent) ->
                person.as(kept(state, command, commanding.received(sent, recordedUnder), at));
            case Asked.TakeBack takeBack ->
                refused.contains(takeBack.number())
                        ? person
                        : person.as(kept(state, command, commanding.takenBack(takeBack), at));
        };
        return after.as(Members.withLastCommand(after.state(), command.number()));
    }

    private MemberState kept(MemberState before, Input.Command command, Result<Decision> decided, Instant at) {
        return switch (decided) {
            case Result.Ok<Decision>(Decision decision) -> kept(decision);
            case Result.Refused<Decision>(Refusal refusal) -> {
                refused.add(command.number());
                unfunded.add(Prices.unfunded(before.id(), command, at, recordedUnder, refusal.reason()));
                yield before;
            }
        };
    }

    private MemberState kept(Decision decision) {
        past.keep(decision);
        for (Entry entry : decision.entries()) {
            if (!entry.effectiveAt().isBefore(from)) {
                sums.add(entry);
            }
        }
        decision.draws().forEach(sums::draw);
        return decision.after();
    }

    /** When everything that is due by the moment has happened; a member who was enrolled later stays as it is. */
    Person advanced(Person person, Instant at) {
        MemberState state = person.state();
        return state.enrolledAt().isAfter(at)
                ? person
                : person.as(kept(new Commanding(timeline.knownAt(at), state, past, at).advanced()));
    }

    /** What it came to so far, with what the member has. */
    Sums sums(Person person) {
        Sums closed = sums.copy();
        closed.close(person.state().wallet());
        return closed;
    }

    List<Unfunded> unfunded() {
        return unfunded;
    }

    List<String> untold() {
        return untold;
    }
}
