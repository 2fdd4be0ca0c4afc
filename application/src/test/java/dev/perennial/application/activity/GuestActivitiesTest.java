package dev.perennial.application.activity;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.aVisit;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Moments.days;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.activity.GuestActivities.Claim;
import dev.perennial.application.activity.GuestActivities.Telling;
import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.program.cel.CelConditions;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.StorageException.OutcomeUnknown;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.GuestContact;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.FaultyStorage;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.loyalty.guest.GuestOrder;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ada was a guest, and is enrolled on day 10. */
final class GuestActivitiesTest {

    private static final long ALL_THAT_FITS = 1_000_000_000_000_000_000L;

    private final Ports ports = Ports.inMemory();
    private final FaultyStorage storage = new FaultyStorage(ports.storage());
    private final Tenant shop = ports.tenants().add("shop", new Secret(new byte[32]), "key");
    private final Desk desk = new Desk(ports, shop);
    private final InForce version = aProgram(aRule("base").perEuro(1)).version(1, START);
    private final ProgramCatalog catalog = new ProgramCatalog(new ProgramChecker(new CelConditions()));
    private final TenantTime time = new TenantTime(() -> day(10));
    private final Backoff backoff = new Backoff(new Random(1));
    private final Lanes lanes = new Lanes(storage, catalog, time, backoff, 2);
    private final GuestActivities guests = new GuestActivities(
            storage, catalog, time, new Activities(storage, lanes, catalog, ports.activityLog(), time), backoff);
    private final GuestContact ada = new GuestContact(desk.fingerprint("ada@shop"), null);

    @BeforeEach
    void live() {
        ports.storage().transact(tx -> {
            RequestKey key = RequestKey.command("program");
            desk.claim(tx, key);
            tx.programs().add(shop.id(), version.version(), key, Desk.replyTo(key));
            return true;
        });
        desk.enrol("ada", day(10));
    }

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void aClaimThatCannotBeAsAWholeChangesNothing() {
        tell(aPurchase("g1").of(euros(3)).on(day(1)));
        tell(aPurchase("g2").of(euros(30)).on(day(2)));
        desk.adjust("ada", "a1", POINTS, ALL_THAT_FITS - 10, day(10));

        assertThat(refused(claim("c1"))).isEqualTo(Reason.BALANCE_OVERFLOW);

        assertThat(points()).isEqualTo(ALL_THAT_FITS - 10);
        assertThat(desk.state("ada").lastActivity()).isZero();
        desk.adjust("ada", "a2", POINTS, -100, day(10));
        assertThat(replied(claim("c1"))).isEqualTo("g1 g2");
        assertThat(points()).isEqualTo(ALL_THAT_FITS - 110 + 33);
    }

    @Test
    void aClaimOfWhichNobodyKnowsWhetherItHappenedHappensOnce() {
        tell(aPurchase("g1").of(euros(3)).on(day(1)));
        storage.committingBut(new OutcomeUnknown(new IllegalStateException("as told")));

        assertThat(replied(claim("c1"))).isEqualTo("g1");

        assertThat(points()).isEqualTo(3);
    }

    @Test
    void aFactOfWhichNobodyKnowsWhetherItWasKeptIsKeptOnce() {
        storage.committingBut(new OutcomeUnknown(new IllegalStateException("as told")));

        Answer told = answer(tell(aPurchase("g1").of(euros(3)).on(day(1))));

        assertThat(told.replayed()).isTrue();
        assertThat(replied(claim("c1"))).isEqualTo("g1");
    }

    @Test
    void aClaimStopsOnceThereAreManyFacts() {
        for (String order : new String[] {"g1", "g2", "g3"}) {
            tell(aPurchase(order).of(euros(500)).on(day(1)));
            for (int i = 1; i < GuestOrder.FACTS_MAX; i++) {
                tell(aRefundOf(order).as(order + "r" + i).of(euros(1)).on(day(2)));
            }
        }
        assertThat(refused(tell(aRefundOf("g1").as("more").of(euros(1)).on(day(2)))))
                .isEqualTo(Reason.TOO_MANY_REFUNDS);

        assertThat(replied(claim("c1"))).isEqualTo("g1 and more");
        assertThat(replied(claim("c2"))).isEqualTo("g2 and more");
        assertThat(replied(claim("c3"))).isEqualTo("g3");
        assertThat(points()).isEqualTo(3 * (500 - 99));
    }

    @Test
    void thePurchaseFindsItsPlaceHoweverManyRefundsWait() {
        for (int i = 1; i < GuestOrder.FACTS_MAX; i++) {
            tell(aRefundOf("g1").as("r" + i).of(euros(1)).on(day(2)));
        }
        assertThat(refused(tell(aRefundOf("g1").as("more").of(euros(1)).on(day(2)))))
                .isEqualTo(Reason.TOO_MANY_REFUNDS);

        answer(tell(aPurchase("g1").of(euros(500)).on(day(1))));

        assertThat(replied(claim("c1"))).isEqualTo("g1");
        assertThat(points()).isEqualTo(500 - 99);
    }

    @Test
    void whatHasNotHappenedYetIsRefused() {
        Instant tomorrow = day(11).plusSeconds(1);

        assertThat(refused(tell(aPurchase("g1").of(euros(3)).on(tomorrow)))).isEqualTo(Reason.INVALID_REQUEST);
        assertThat(refused(claim("c1"))).isEqualTo(Reason.GUEST_ORDER_NOT_FOUND);
    }

    @Test
    void anOrderWhoseTimeWasOverIsUnknownBeforeItIsDeleted() {
        tell(aPurchase("g1").of(euros(3)).on(START.minus(days(30))));

        assertThat(refused(claim("c1"))).isEqualTo(Reason.GUEST_ORDER_NOT_FOUND);
        answer(tell(aPurchase("g1").as("anew").of(euros(4)).on(day(1))));
        assertThat(replied(claim("c1"))).isEqualTo("g1");
        assertThat(points()).isEqualTo(4);
    }

    @Test
    void nothingElseIsToldOfAGuest() {
        assertThatThrownBy(() -> tell(aVisit("v1").on(day(1)))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Claimable for twenty days. */
    private Result<Answer> tell(Activity activity) {
        return guests.record(
                        shop,
                        new Telling(activity, ada, days(20), desk.fingerprint(activity.toString())),
                        order -> text("waits until " + order.claimableUntil()),
                        consequences -> text("recorded"))
                .join();
    }

    private Result<Answer> claim(String request) {
        RequestKey key = RequestKey.command(request);
        return guests.claim(
                shop,
                new Claim(new MemberId("ada"), ada, Optional.empty(), "desk"),
                new Identity(key, desk.fingerprint(request)),
                claimed -> text(String.join(
                                " ",
                                claimed.orders().stream()
                                        .map(ClaimedOrders.ClaimedOrder::orderId)
                                        .toList())
                        + (claimed.more() ? " and more" : "")));
    }

    private long points() {
        return desk.state("ada").wallet().balance(POINTS).available();
    }

    private static Payload text(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String replied(Result<Answer> result) {
        return new String(answer(result).reply().bytes(), StandardCharsets.UTF_8);
    }

    private static Answer answer(Result<Answer> result) {
        return Desk.value(result);
    }

    private static Reason refused(Result<Answer> result) {
        return ((Result.Refused<Answer>) result).refusal().reason();
    }
}
