package dev.perennial.domain.loyalty.standing;

import dev.perennial.domain.loyalty.standing.Change.MembershipChanged;
import dev.perennial.domain.loyalty.standing.Change.Reason;
import dev.perennial.domain.program.PlanDocument;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.program.TiersDocument.OnRefund;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What each thing that is due does, and what an event does to a membership. */
record Steps(Setting setting, Consumer<Change> changes) {

    Standing after(Standing standing, Due due) {
        Instant at = due.at();
        Rules rules = setting.numbered(standing.version());
        LocalDate day = rules.day(at);
        return switch (due.step()) {
            case PROGRAM -> {
                Rules next = setting.at(at);
                yield settled(new Amendment(rules, next, at).applied(standing), next, at, Reason.PROGRAM);
            }
            case REVIEW -> {
                TierProgress reviewed = Reviews.under(rules).reviewed(standing.tier(), day);
                yield settled(standing.with(reviewed, standing.losses()), rules, at, Reason.REVIEW);
            }
            case GRACE_OVER -> {
                TierProgress fallen = Reviews.under(rules).graceOver(standing.tier(), day);
                yield settled(standing.with(fallen, standing.losses()), rules, at, Reason.REVIEW);
            }
            case MATCH_OVER -> settled(matchesOver(standing, rules, at), rules, at, Reason.MATCH_ENDED);
            case MEMBERSHIP -> settled(periodsOver(standing, rules, at), rules, at, Reason.MEMBERSHIP);
            case LOSS -> settled(lost(standing, rules, at), rules, at, Reason.REFUND);
        };
    }

    /** Tells of the level when it has become another one. */
    Standing settled(Standing standing, Rules rules, Instant at, Reason reason) {
        Standing settled = standing.under(rules.inForce().number());
        String level = settled.total(setting, rules.levels());
        if (level.equals(settled.level())) {
            return settled;
        }
        changes.accept(new Change.LevelChanged(at, settled.level(), level, reason));
        return settled.at(level, at);
    }

    private static Standing matchesOver(Standing standing, Rules rules, Instant at) {
        return standing.withMatches(standing.matches().stream()
                .flatMap(match -> match.endsAt().isAfter(at) ? Stream.of(match) : match.over(rules).stream())
                .toList());
    }

    private Standing periodsOver(Standing standing, Rules rules, Instant at) {
        Standing after = standing;
        for (Membership membership : standing.memberships()) {
            Instant until = membership.until();
            if (until != null && !until.isAfter(at)) {
                after = moved(after, membership.plan(), membership.byItself(), rules, at);
            }
        }
        return after;
    }

    /** After an event, which changes nothing when the table has no transition for it. */
    Standing moved(Standing standing, String plan, MembershipEvent event, Rules rules, Instant at) {
        Membership membership = standing.membership(plan);
        Optional<PlanDocument> offer = rules.inForce().program().plan(plan);
        Optional<MembershipState> next = MembershipTable.next(membership.state(), event, offer);
        if (next.isEmpty()) {
            return standing;
        }
        changes.accept(new MembershipChanged(at, plan, membership.state(), next.get(), event));
        return standing.with(membership.moved(next.get(), event, offer, rules.zone(), at));
    }

    private static Standing lost(Standing standing, Rules rules, Instant at) {
        TierProgress tier = standing.tier();
        List<Match> matches = standing.matches();
        List<Loss> later = new ArrayList<>();
        for (Loss loss : standing.losses()) {
            if (loss.lostAt().isAfter(at)) {
                later.add(loss);
            } else {
                tier = without(tier, loss, rules, at);
                matches = matches.stream()
                        .map(match -> match.earning(loss.earnedAt(), -loss.amount()))
                        .toList();
            }
        }
        return standing.with(tier, later).withMatches(matches);
    }

    /** What was lost of a window that is over is not looked at before the next review. */
    private static TierProgress without(TierProgress tier, Loss loss, Rules rules, Instant at) {
        TiersDocument tiers = rules.tiers();
        if (tiers == null || !tier.earned().containsKey(loss.bucket())) {
            return tier;
        }
        LocalDate day = rules.day(at);
        TierProgress less = tier.earning(loss.bucket(), -loss.amount()).on(day, rules.measure());
        if (tiers.onRefund() == OnRefund.KEEP_UNTIL_REVIEW || !rules.measure().counts(loss.bucket(), day)) {
            return less;
        }
        String reached = rules.levels().reachedBy(rules.measure().sum(less.earned(), day));
        return less.holding(less.carried(), reached, less.graceEndsAt());
    }
}
