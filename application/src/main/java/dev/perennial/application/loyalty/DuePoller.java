package dev.perennial.application.loyalty;

import dev.perennial.application.loyalty.DueMembers.DueMember;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Finds members for whom something is due and sends them through the lanes, which look again. It holds no locks itself: a
 * poller that waits for a lane while it holds a member's row would wait for itself.
 *
 * <p>It goes through all that is due page by page and only then begins anew, so members who cannot be advanced hold up
 * nobody who comes after them.
 */
public final class DuePoller {

    private static final int PAGE = 1_000;

    private final DueMembers dueMembers;
    private final Lanes lanes;
    private final InstantSource clock;
    private final int page;
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
        List<DueMember> due = dueMembers.due(clock.instant(), last, page);
        last = due.size() < page ? null : due.getLast();
        List<CompletableFuture<Boolean>> advances = due.stream()
                .map(member -> lanes.submit(new AdvanceMember(member.tenant(), member.member())))
                .map(advance -> advance.handle((answer, failure) -> failure == null))
                .toList();
        int advanced = (int) advances.stream().filter(CompletableFuture::join).count();
        return new Polled(advanced, due.size() - advanced, last != null);
    }

    /**
     * What one page came to.
     *
     * @param advanced members for whom everything due was applied
     * @param failed members that could not be advanced; they are tried again
     * @param more whether another page follows
     */
    public record Polled(int advanced, int failed, boolean more) {

        /** Whether it is worth looking again at once. */
        public boolean goOn() {
            return more || advanced > 0;
        }
    }
}
