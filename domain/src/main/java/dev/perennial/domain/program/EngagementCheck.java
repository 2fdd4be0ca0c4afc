package dev.perennial.domain.program;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is asked of what members collect, work towards and take part in, besides counters. */
final class EngagementCheck {

    private static final int WINNERS_MAX = 10_000;
    private static final int BIRTH_DATE_CHANGE_DAYS_MAX = 400;

    private EngagementCheck() {}

    static void check(EngagementDocument engagement, References references, Findings findings) {
        ChallengesCheck challenges = new ChallengesCheck(references);
        challenges.check(engagement.challenges(), findings.at("challenges"));
        challenges.leaderboards(engagement.leaderboards(), findings.at("leaderboards"));
        PunchCardsCheck.check(engagement.punchCards(), references, findings.at("punch_cards"));
        raffles(engagement.raffles(), references, findings.at("raffles"));
        findings.at("celebrations")
                .at("birth_date_change_days")
                .range(engagement.celebrations().birthDateChangeDays(), 0, BIRTH_DATE_CHANGE_DAYS_MAX);
    }

    private static void raffles(List<RaffleDocument> raffles, References references, Findings findings) {
        Set<String> seen = new HashSet<>();
        findings.each(raffles, Findings.ELEMENTS_MAX, "raffles", (raffle, here) -> {
            here.named(raffle.id(), raffle.name(), seen);
            references.unit(raffle.ticket(), here.at("ticket"));
            here.at("winners").range(raffle.winners(), 1, WINNERS_MAX);
            here.at("beacon").text(raffle.beacon(), Findings.NAME_MAX);
        });
    }
}
