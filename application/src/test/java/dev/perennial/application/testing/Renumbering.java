package dev.perennial.application.testing;

import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.loyalty.reward.Redemption;

/** What a member brings along, numbered after what another has. */
record Renumbering(long activities, long commands, long entries, int lots) {

    static Renumbering after(MemberState member) {
        return new Renumbering(
                member.lastActivity(),
                member.lastCommand(),
                member.wallet().lastEntry(),
                member.wallet().lastLot());
    }

    RecordedFact of(RecordedFact fact) {
        return new RecordedFact(
                fact.number() + activities,
                fact.activity(),
                fact.recordedAt(),
                fact.traits(),
                fact.grants(),
                fact.programVersion(),
                fact.counts());
    }

    Entry of(Entry entry) {
        Integer lot = entry.lotNumber();
        Long corrects = entry.corrects();
        return new Entry(
                entry.number() + entries,
                entry.unit(),
                entry.from(),
                entry.to(),
                entry.amount(),
                lot == null ? null : lot + lots,
                entry.kind(),
                of(entry.cause()),
                entry.effectiveAt(),
                corrects == null ? null : corrects + entries);
    }

    private Cause of(Cause cause) {
        long moved = switch (cause.trigger()) {
            case ACTIVITY -> activities;
            case COMMAND -> commands;
            case DUE -> lots;
        };
        return new Cause(
                cause.trigger(),
                cause.number() + moved,
                fact(cause.activityNumber()),
                cause.rule(),
                cause.programVersion());
    }

    Lot of(Lot lot) {
        Long expiredBy = lot.expiredBy();
        return new Lot(
                lot.number() + lots,
                lot.unit(),
                lot.original(),
                lot.remaining(),
                lot.held(),
                lot.expired(),
                lot.pending(),
                lot.terms(),
                fact(lot.activityNumber()),
                lot.rule(),
                lot.programVersion(),
                lot.issuedBy() + entries,
                expiredBy == null ? null : expiredBy + entries);
    }

    Redemption of(Redemption redemption) {
        return redemption.renumbered(commands, lots);
    }

    private long fact(long number) {
        return number == 0 ? 0 : number + activities;
    }
}
