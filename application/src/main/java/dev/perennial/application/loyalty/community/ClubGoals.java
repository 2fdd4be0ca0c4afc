package dev.perennial.application.loyalty.community;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.RecordOwnFact;
import dev.perennial.application.loyalty.community.DueClubs.DueClub;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.storage.Attempts;
import dev.perennial.application.storage.ClubScores.ClubMember;
import dev.perennial.application.storage.ClubScores.Goal;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.activity.ClubGoal;
import dev.perennial.domain.loyalty.OwnFact;
import dev.perennial.domain.loyalty.community.ClubPeriod;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What follows for the other members of a club from what one of them did: a stage of a shared challenge is reached, and
 * each who has contributed is told, exactly once. Whatever cuts it off, it goes on where it was; two at once do no harm.
 * Whoever is told and cannot be granted it, because a balance would overflow, is not told again.
 */
public final class ClubGoals {

    private static final int PAGE = 100;
    private static final int GOALS_MAX = 100;
    private static final int MEMBERS_PAGE = 500;

    private final Storage storage;
    private final Attempts attempts;
    private final DueClubs dueClubs;
    private final Lanes lanes;
    private final ProgramCatalog catalog;
    private final TenantTime time;

    public ClubGoals(
            Storage storage, DueClubs dueClubs, Lanes lanes, ProgramCatalog catalog, TenantTime time, Backoff backoff) {
        this.storage = storage;
        this.attempts = new Attempts(storage, backoff);
        this.dueClubs = dueClubs;
        this.lanes = lanes;
        this.catalog = catalog;
        this.time = time;
    }

    /**
     * Looks after some clubs of all tenants. What fails is thrown when all were tried; it is due as before.
     *
     * @return how many there were
     */
    public int settleSome() {
        return settle(dueClubs.due(PAGE));
    }

    /** The same for some clubs of one tenant. */
    public int settleSome(TenantId tenant) {
        return settle(dueClubs.dueIn(tenant, PAGE));
    }

    private int settle(List<DueClub> due) {
        each(due, club -> settle(club.tenant(), club.club()));
        return due.size();
    }

    private void settle(TenantId tenant, String club) {
        List<Goal> untold = attempts.transact(tx -> {
            if (tx.clubs().takeDue(tenant, club)) {
                notice(tx, tenant, club);
            }
            return tx.clubs().untold(tenant, club, GOALS_MAX);
        });
        each(untold, goal -> tell(tenant, goal));
    }

    /** One that cannot be looked after holds up no other; the last failure is thrown when all were tried. */
    private static <T> void each(List<T> all, Consumer<T> look) {
        RuntimeException failed = null;
        for (T one : all) {
            try {
                look.accept(one);
            } catch (RuntimeException failure) {
                failed = failure;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void notice(Transaction tx, TenantId tenant, String club) {
        ProgramHistory programs = catalog.in(tx, tenant);
        Instant now = time.now(tx, tenant);
        if (!programs.isEmpty()) {
            tx.clubs().reach(tenant, new GoalSearch(programs, now).unnoticed(tx.clubs(), tenant, club), now);
        }
    }

    /** Page by page, so that a large club leaves room in the lanes for others. */
    private void tell(TenantId tenant, Goal goal) {
        int after = 0;
        List<ClubMember> page;
        do {
            page = contributors(tenant, goal, after);
            List<CompletableFuture<Result<Answer>>> told = page.stream()
                    .map(each ->
                            lanes.submit(RecordOwnFact.reaction(tenant, each.member(), OwnFact.reaching(fact(goal)))))
                    .toList();
            CompletableFuture.allOf(told.toArray(CompletableFuture<?>[]::new)).join();
            after = page.isEmpty() ? after : page.getLast().number();
        } while (page.size() == MEMBERS_PAGE);
        attempts.transact(tx -> {
            tx.clubs().told(tenant, goal);
            return true;
        });
    }

    private List<ClubMember> contributors(TenantId tenant, Goal goal, int after) {
        return storage.read(tx -> {
            ProgramHistory programs = catalog.in(tx, tenant);
            return programs.at(time.now(tx, tenant)).program().document().engagement().challenges().stream()
                    .filter(challenge -> challenge.id().equals(goal.challenge()))
                    .map(challenge -> new ClubPeriod(goal.club(), challenge.counter(), goal.start()))
                    .flatMap(period -> tx.clubs().contributors(tenant, period, after, MEMBERS_PAGE).stream())
                    .toList();
        });
    }

    private static ClubGoal fact(Goal goal) {
        return new ClubGoal(goal.club(), goal.challenge(), goal.target(), goal.start());
    }
}
