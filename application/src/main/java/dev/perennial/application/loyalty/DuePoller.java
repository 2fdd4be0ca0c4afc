package dev.perennial.application.loyalty;

import dev.perennial.application.loyalty.DueMembers.DueMember;
import dev.perennial.application.shared.Overloaded;
import dev.perennial.application.shared.StorageException;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds members of real tenants for whom something is due and sends them through the lanes, which look again. It holds
 * no locks itself: a poller that waits for a lane while it holds a member's row would wait for itself.
 *
 * <p>It goes through all that is due page by page and only then begins anew, so members who cannot be advanced hold up
 * nobody who comes after them; and they are tried less and less often, for the sake of those who share a lane with
 * them.
 */
public final class DuePoller {

    private static final int PAGE = 1_000;

    /** More than so many have a cause in common, which to try for is as good with any of them. */
    private static final int POSTPONED_MAX = 10_000;

    private final DueMembers dueMembers;
    private final Lanes lanes;
    private final InstantSource clock;
    private final int page;
    private final Postponed postponed = new Postponed(POSTPONED_MAX);
    private @Nullable DueMember last;

    public DuePoller(DueMembers dueMembers, Lanes lanes, InstantSource clock) {
        this(dueMembers, lanes, clock, PAGE);
    }

    DuePoller(DueMembers dueMembers, Lanes lanes, InstantSource clock, int page) {
        this.dueMembers = dueMembers;
        this.lanes = lanes;
        this.clock = clock;
        this.page = page;
    }

    /**
     * Handles the next page of due members and waits for it. Not for two threads at once.
     *
     * @return what came of it
     */
    public Polled pollOnce() {
        Instant now = clock.instant();
        if (last == null) {
            postponed.forgetUnmet(now);
        }
        List<DueMember> due = dueMembers.due(now, last, page);
        last = due.size() < page ? null : due.getLast();
        List<Advance> advances = due.stream()
                .filter(member -> !postponed.isWaiting(member, now))
                .map(this::advance)
                .toList();
        List<Failure> failures =
                advances.stream().flatMap(advance -> failure(advance, now)).toList();
        int advanced = (int) advances.stream().filter(Advance::hadEffect).count();
        return new Polled(advanced, failures, last != null);
    }

    private Advance advance(DueMember due) {
        return new Advance(due, lanes.advance(due.tenant(), due.member()));
    }

    private Stream<Failure> failure(Advance advance, Instant now) {
        DueMember member = advance.due();
        Throwable cause = advance.awaitFailure();
        if (cause == null) {
            postponed.succeeded(member);
            return Stream.empty();
        }
        // Nobody is to wait a quarter of an hour for what an outage did to everybody.
        int times = isOutage(cause) ? 0 : postponed.failed(member, now);
        return Stream.of(new Failure(member.tenant(), member.number(), cause, times));
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof StorageException.Unavailable
                || cause instanceof StorageException.OutcomeUnknown
                || cause instanceof Overloaded;
    }

    private record Advance(DueMember due, CompletableFuture<Boolean> effect) {

        /** Waits for the reply; null when it did not fail. */
        @Nullable
        Throwable awaitFailure() {
            return effect.<@Nullable Throwable>handle((answer, failure) -> unwrapped(failure))
                    .join();
        }

        boolean hadEffect() {
            return !effect.isCompletedExceptionally() && effect.join();
        }

        private static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
            return failure instanceof CompletionException wrapped && wrapped.getCause() != null
                    ? wrapped.getCause()
                    : failure;
        }
    }

    /**
     * What one page came to.
     *
     * @param advanced members for whom something due was applied
     * @param failures members that could not be advanced; they are tried again
     * @param more whether another page follows
     */
    public record Polled(int advanced, List<Failure> failures, boolean more) {

        /** Whether it is worth looking again at once. */
        public boolean goOn() {
            return more || advanced > 0;
        }
    }

    /**
     * Why a member could not be advanced.
     *
     * @param number the member's number: its id is the caller's and may be personal
     * @param times how often in a row; 0 for an outage, which is no failure of the member's
     */
    public record Failure(TenantId tenant, int number, Throwable cause, int times) {}
}
