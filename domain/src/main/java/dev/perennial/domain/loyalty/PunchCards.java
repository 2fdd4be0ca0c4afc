package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Conversions;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.ledger.Occasion;
import dev.perennial.domain.ledger.Posting;
import dev.perennial.domain.ledger.Terms;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.PunchCardDocument;
import dev.perennial.domain.shared.UnitId;
import java.util.Objects;
import java.util.Optional;

/**
 * Cards that turn stamps into rewards as soon as they are full. A card has no state of its own: it is the stamps that
 * the member has.
 */
final class PunchCards implements Conversions {

    private static final String PREFIX = "card:";

    private final ProgramHistory programs;

    PunchCards(ProgramHistory programs) {
        this.programs = programs;
    }

    /** The id under which a card grants its reward, as a rule does. */
    static String ruleOf(PunchCardDocument card) {
        return PREFIX + card.id();
    }

    /** Fills whatever cards can be filled, under the version in force at the occasion. */
    void fill(Posting posting, Occasion occasion) {
        if (programs.isEmpty()) {
            return;
        }
        InForce current = programs.at(occasion.at());
        for (PunchCardDocument card : current.program().document().engagement().punchCards()) {
            long full = posting.usable(new UnitId(card.stamp()), occasion.at()) / card.size();
            if (full > 0) {
                fill(posting, card, full, current, occasion);
            }
        }
    }

    private static void fill(Posting posting, PunchCardDocument card, long full, InForce current, Occasion occasion) {
        Program program = current.program();
        Terms terms = new Terms(occasion.at(), card.rewardExpiry().from(occasion.at(), program.zone()));
        Cause cause = occasion.cause();
        Cause filled = new Cause(cause.trigger(), cause.number(), 0, ruleOf(card), current.number());
        posting.convert(
                new UnitId(card.stamp()),
                Math.multiplyExact(full, card.size()),
                new UnitId(card.reward()),
                Math.multiplyExact(full, card.rewardUnits()),
                terms,
                new Occasion(filled, occasion.at()));
    }

    @Override
    public boolean converts(UnitId unit) {
        return programs.versions().stream()
                .flatMap(version -> version.program().document().engagement().punchCards().stream())
                .anyMatch(card -> card.stamp().equals(unit.value()));
    }

    @Override
    public Optional<Rate> rateOf(Lot lot, UnitId unit) {
        String rule = lot.rule();
        if (rule == null || !rule.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return programs.numbered(lot.programVersion()).program().document().engagement().punchCards().stream()
                .filter(card -> rule.equals(ruleOf(card)) && unit.value().equals(card.stamp()))
                .map(card -> new Rate(card.size(), card.rewardUnits()))
                .findFirst();
    }

    /** Which of the stamps were older is not known any more, so all of them are good as long as one of today. */
    @Override
    public Terms ofReturned(UnitId unit, Occasion occasion) {
        Cause takenBack = occasion.cause();
        return GrantTerms.anew(
                programs.numbered(takenBack.programVersion()).program(),
                Objects.requireNonNull(takenBack.rule(), "stamps are taken back of a grant"),
                unit,
                occasion.at());
    }
}
