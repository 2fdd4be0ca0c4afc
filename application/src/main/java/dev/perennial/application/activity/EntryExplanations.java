package dev.perennial.application.activity;

import dev.perennial.application.ledger.Statements;
import dev.perennial.application.loyalty.LedgerPast;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.loyalty.PunchCardRules;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.loyalty.RuleOutcome;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.PunchCardDocument;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells why entries exist, from what their decisions left. */
public final class EntryExplanations {

    private final Storage storage;
    private final ProgramCatalog catalog;
    private final Statements statements;
    private final LedgerPast past;
    private final Activities activities;

    public EntryExplanations(
            Storage storage, ProgramCatalog catalog, Statements statements, LedgerPast past, Activities activities) {
        this.storage = storage;
        this.catalog = catalog;
        this.statements = statements;
        this.past = past;
        this.activities = activities;
    }

    /**
     * Why an entry exists.
     *
     * @param number the entry's number within the member
     * @return refused with {@link Reason#MEMBER_NOT_FOUND}, or with {@link Reason#ENTRY_NOT_FOUND} when the member has
     *     no entry of that number
     */
    public Result<EntryExplanation> explain(Tenant tenant, MemberId member, long number) {
        return storage.member(tenant.id(), member).then(state -> {
            long now = state.merges().entry(member, number);
            List<Statements.Line> found = statements.list(tenant.id(), state.id(), Optional.empty(), now + 1, 1);
            return found.isEmpty() || found.getFirst().entry().number() != now
                    ? Result.refused(Refusal.of(Reason.ENTRY_NOT_FOUND, "The member has no such entry."))
                    : Result.ok(explained(tenant, state.id(), found.getFirst()));
        });
    }

    private EntryExplanation explained(Tenant tenant, MemberId member, Statements.Line line) {
        Entry entry = line.entry();
        Cause cause = entry.cause();
        Integer lotNumber = entry.lotNumber();
        Optional<Lot> lot = lotNumber == null ? Optional.empty() : past.lot(tenant.id(), member, lotNumber);
        long subjectNumber = cause.activityNumber() > 0
                ? cause.activityNumber()
                : lot.map(Lot::activityNumber).orElse(0L);
        Optional<Explanation> subject = fact(tenant, member, subjectNumber);
        boolean moved = cause.trigger() == Cause.Trigger.ACTIVITY && cause.number() != subjectNumber;
        return new EntryExplanation(
                line,
                subject.map(Explanation::subject),
                subject.flatMap(explanation -> outcome(explanation, cause)),
                moved ? recorded(tenant, member, cause.number()) : Optional.empty(),
                lot,
                card(tenant, cause, lot),
                related(tenant, member, entry));
    }

    private Optional<Explanation> fact(Tenant tenant, MemberId member, long number) {
        return number == 0 ? Optional.empty() : ok(activities.explain(tenant, member, number));
    }

    private Optional<RecordedFact> recorded(Tenant tenant, MemberId member, long number) {
        return ok(activities.list(tenant, member, number + 1, 1)).stream()
                .flatMap(List::stream)
                .findFirst();
    }

    private static <T> Optional<T> ok(Result<T> result) {
        return result instanceof Result.Ok<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    private static Optional<RuleOutcome> outcome(Explanation explanation, Cause cause) {
        return explanation.outcomes().stream()
                .filter(outcome -> outcome.rule().equals(cause.rule()))
                .findFirst();
    }

    private Optional<PunchCardDocument> card(Tenant tenant, Cause cause, Optional<Lot> lot) {
        ProgramHistory programs = storage.read(tx -> catalog.in(tx, tenant.id()));
        return PunchCardRules.card(programs, cause.rule(), cause.programVersion())
                .or(() -> lot.flatMap(held -> PunchCardRules.card(programs, held.rule(), held.programVersion())));
    }

    private List<Entry> related(Tenant tenant, MemberId member, Entry entry) {
        Integer lot = entry.lotNumber();
        Cause cause = entry.cause();
        if (lot != null && entry.kind() == EntryKind.REINSTATE) {
            return Stream.concat(
                            past.ofLot(tenant.id(), member, lot).stream(),
                            otherLot(tenant, member, entry).stream()
                                    .flatMap(other -> past.ofLot(tenant.id(), member, other).stream()))
                    .sorted(Comparator.comparingLong(Entry::number))
                    .toList();
        }
        if (lot != null && (cause.trigger() != Cause.Trigger.ACTIVITY || cause.activityNumber() == 0)) {
            return past.ofLot(tenant.id(), member, lot);
        }
        return cause.activityNumber() == 0
                ? List.of(entry)
                : past.ofActivity(tenant.id(), member, cause.activityNumber()).stream()
                        .filter(other -> cause.rule() != null
                                && cause.rule().equals(other.cause().rule()))
                        .toList();
    }

    /** What is given back by hand leaves the lot that ran out with one entry and opens another lot with the next. */
    private Optional<Integer> otherLot(Tenant tenant, MemberId member, Entry entry) {
        long number = entry.from() == Account.EXPIRED ? entry.number() + 1 : entry.number() - 1;
        return statements.list(tenant.id(), member, Optional.empty(), number + 1, 1).stream()
                .flatMap(line -> Stream.ofNullable(line.entry().lotNumber()))
                .findFirst();
    }
}
