package dev.perennial.application.loyalty;

import dev.perennial.application.loyalty.DueMembers.DueMember;
import dev.perennial.domain.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;

/**
 * Members who could not be advanced, and when each is worth another try: after five seconds, then after twice as long
 * each time, up to a quarter of an hour. Each try costs their neighbours in the transaction a repetition.
 */
final class Postponed {

    private static final Duration PAUSE_MIN = Duration.ofSeconds(5);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(15);

    private final int most;
    private final LinkedHashMap<Key, Streak> streaks = new LinkedHashMap<>();

    private record Key(TenantId tenant, int number) {

        static Key of(DueMember member) {
            return new Key(member.tenant(), member.number());
        }
    }

    private record Streak(int failures, Instant retryAt) {}

    /** @param most how many are remembered; beyond, whoever failed longest ago is tried again at once */
    Postponed(int most) {
        this.most = most;
    }

    boolean isWaiting(DueMember member, Instant now) {
        Streak streak = streaks.get(Key.of(member));
        return streak != null && now.isBefore(streak.retryAt());
    }

    /** @return how often the member failed in a row */
    int failed(DueMember member, Instant now) {
        Streak before = streaks.remove(Key.of(member));
        int failures = before == null ? 1 : before.failures() + 1;
        streaks.put(Key.of(member), new Streak(failures, now.plus(pause(failures))));
        if (streaks.size() > most) {
            streaks.pollFirstEntry();
        }
        return failures;
    }

    void succeeded(DueMember member) {
        streaks.remove(Key.of(member));
    }

    /** Forgets whoever was not met since the next try was due: something else has advanced them. */
    void forgetUnmet(Instant now) {
        streaks.values().removeIf(streak -> streak.retryAt().plus(PAUSE_MAX).isBefore(now));
    }

    private static Duration pause(int failures) {
        Duration doubled = PAUSE_MIN.multipliedBy(1L << Math.min(failures - 1, 20));
        return doubled.compareTo(PAUSE_MAX) < 0 ? doubled : PAUSE_MAX;
    }
}
