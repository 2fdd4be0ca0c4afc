package dev.perennial.application.loyalty;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A command that gives a member beans; it can be told to wait, and to throw. */
final class Give implements MemberCommand {

    static final UnitId BEANS = new UnitId("beans");

    private final Tenant tenant;
    private final String member;
    private final String key;
    private final long amount;
    private int weight = 1;
    private boolean lookingBack;
    private boolean onlyLooking;
    private Runnable bug = () -> {};
    private CountDownLatch gate = new CountDownLatch(0);
    private final CountDownLatch reached = new CountDownLatch(1);

    Give(Tenant tenant, String member, String key, long amount) {
        this.tenant = tenant;
        this.member = member;
        this.key = key;
        this.amount = amount;
    }

    /** When it is decided, it throws. */
    Give throwing(RuntimeException exception) {
        bug = () -> {
            throw exception;
        };
        return this;
    }

    Give throwing(Error error) {
        bug = () -> {
            throw error;
        };
        return this;
    }

    /** It cannot be decided without a part of the past. */
    Give lookingBack() {
        lookingBack = true;
        return this;
    }

    /** It only looks what it would come to. */
    Give onlyLooking() {
        onlyLooking = true;
        return this;
    }

    Give weighing(int rows) {
        weight = rows;
        return this;
    }

    /** It is decided only when the gate opens, and its lane waits with it. */
    Give behind(CountDownLatch closed) {
        gate = closed;
        return this;
    }

    /** Returns once a lane has begun to decide it. */
    void awaitReached() {
        await(reached);
    }

    @Override
    public TenantId tenant() {
        return tenant.id();
    }

    @Override
    public MemberId member() {
        return new MemberId(member);
    }

    @Override
    public Optional<Identity> identity() {
        byte[] request = (member + " " + amount).getBytes(StandardCharsets.UTF_8);
        return Optional.of(new Identity(RequestKey.command(key), Fingerprint.of(tenant.secret(), request)));
    }

    @Override
    public boolean onlyLooks() {
        return onlyLooking;
    }

    @Override
    public int weight() {
        return weight;
    }

    @Override
    public Ruling decide(Situation situation) {
        reached.countDown();
        await(gate);
        bug.run();
        if (lookingBack && situation.history() == null) {
            return new Ruling.Needs(new HistoryNeed.Since(situation.now(), ""));
        }
        if (onlyLooking) {
            return new Ruling.Looked();
        }
        return situation.state() == null
                ? new Ruling.Refused(Refusal.memberNotFound())
                : Ruling.of(
                        Loyalty.adjust(
                                situation.programs(), situation.state(), BEANS, amount, Budgets.NONE, situation.now()),
                        this::done);
    }

    private Ruling done(Decision decision) {
        long number = decision.after().lastCommand();
        Payload reply = new Payload((key + " was number " + number).getBytes(StandardCharsets.UTF_8));
        return new Ruling.Done(
                decision,
                new Effect.Request(RequestKey.command(key), Effect.Kind.ADJUST_UNITS, number, "a gift", reply),
                null);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
