package dev.perennial.application.loyalty;

import dev.perennial.application.loyalty.DueMembers.DueMember;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Finds members for whom something is due and sends them through the lanes, which look again. It holds no locks itself: a
 * poller that waits for a lane while it holds a member's row would wait for itself.
 */
public final class DuePoller {

    private static final int MEMBERS_MAX = 1_000;

    private final DueMembers dueMembers;
    private final Lanes lanes;
    private final InstantSource clock;

    public DuePoller(DueMembers dueMembers, Lanes lanes, InstantSource clock) {
        this.dueMembers = dueMembers;
        this.lanes = lanes;
        this.clock = clock;
    }

    /**
     * Handles one set of due members and waits for it.
     *
     * @return how many there were; 0 means that nothing is due
     */
    public int pollOnce() {
        List<DueMember> due = dueMembers.due(clock.instant(), MEMBERS_MAX);
        CompletableFuture<?>[] advances = due.stream()
                .map(member -> lanes.submit(new Advance(member.tenant(), member.member())))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(advances).exceptionally(failed -> null).join();
        return due.size();
    }
}
