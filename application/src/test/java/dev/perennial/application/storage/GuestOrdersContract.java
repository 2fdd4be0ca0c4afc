package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Moments.days;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Effect.Kind;
import dev.perennial.application.storage.GuestOrders.Told;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Consequences;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.guest.GuestFact;
import dev.perennial.domain.loyalty.guest.GuestOrder;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every {@link GuestOrders} promises. */
public abstract class GuestOrdersContract extends PortContract {

    private static final ProgramHistory PROGRAMS =
            aProgram(aRule("base").perEuro(1)).alone();

    @Test
    void findsOrdersByEitherContactTheEarliestFirst() {
        tell(tenant, by("ada@shop", ""), bought("o2", 2));
        tell(tenant, by("ada@shop", "+49"), bought("o1", 1));
        tell(tenant, by("", "+49"), bought("o3", 3));
        tell(tenant, by("eve@shop", ""), bought("o4", 1));

        assertThat(claimable(by("ada@shop", ""), Optional.empty(), day(5), 9)).containsExactly("o1", "o2");
        assertThat(claimable(by("", "+49"), Optional.empty(), day(5), 9)).containsExactly("o1", "o3");
        assertThat(claimable(by("", "+49"), Optional.empty(), day(5), 1)).containsExactly("o1");
        assertThat(claimable(by("", "+49"), Optional.of("o3"), day(5), 9)).containsExactly("o3");
        assertThat(claimable(by("", "+49"), Optional.of("o2"), day(5), 9)).isEmpty();
        assertThat(claimable(by("nobody@shop", ""), Optional.empty(), day(5), 9))
                .isEmpty();
    }

    @Test
    void anOrderOfOneTenantIsUnknownToAnother() {
        tell(tenant, by("ada@shop", ""), bought("o1", 1));

        Optional<MemberId> owner = ports.storage().read(tx -> tx.guestOrders().claimedBy(otherTenant.id(), "o1"));
        assertThat(owner).isEmpty();
        List<GuestOrder> found = ports.storage()
                .transact(tx -> tx.guestOrders()
                        .lockClaimable(otherTenant.id(), by("ada@shop", ""), Optional.empty(), day(5), 9));
        assertThat(found).isEmpty();
    }

    @Test
    void nobodyClaimsWhatIsOverOrWasNotBought() {
        tell(tenant, by("ada@shop", ""), bought("o1", 1));
        tell(tenant, GuestContact.NONE, refunded("o2", "r1", 2));

        assertThat(claimable(by("ada@shop", ""), Optional.empty(), day(11).minusMillis(1), 9))
                .containsExactly("o1");
        assertThat(claimable(by("ada@shop", ""), Optional.empty(), day(11), 9)).isEmpty();
    }

    @Test
    void listsWhatWaitsInTimeOrNot() {
        desk.enrol("ada", day(0));
        tell(tenant, by("ada@shop", ""), bought("o2", 2));
        tell(tenant, by("ada@shop", "+49"), bought("o1", 1));
        tell(tenant, by("", "+49"), bought("o3", 3));
        Activity claimed = bought("o4", 1);
        tell(tenant, by("ada@shop", ""), claimed);
        claim("ada", "o4", claimed);

        assertThat(waiting(by("ada@shop", ""), 9)).containsExactly("o1", "o2");
        assertThat(waiting(by("ada@shop", ""), 1)).containsExactly("o1");
        assertThat(waiting(by("nobody@shop", ""), 9)).isEmpty();
    }

    @Test
    void keepsWhatWasToldAndTheReplies() {
        Activity refund = refunded("o1", "r1", 2);
        Activity purchase = bought("o1", 1);
        tell(tenant, GuestContact.NONE, refund);
        tell(tenant, by("ada@shop", ""), purchase);

        assertThat(told("o1"))
                .containsExactlyInAnyOrder(
                        new Told(new GuestFact(purchase), replyTo(purchase)),
                        new Told(new GuestFact(refund), replyTo(refund)));
        assertThat(reply(purchase)).contains(replyTo(purchase));
        GuestOrder order = locked("o1");
        assertThat(order).isEqualTo(new GuestOrder("o1", day(1), day(11), 2, null));
    }

    @Test
    void anUnknownOrderIsCreated() {
        assertThat(locked("o1")).isEqualTo(GuestOrder.untold("o1", day(99)));
        assertThat(told("o1")).isEmpty();
    }

    @Test
    void whatIsClaimedIsTheMembersUnderTheSameKeyWithTheSameReply() {
        desk.enrol("ada", day(0));
        Activity purchase = bought("o1", 1);
        Activity other = refunded("o1", "r1", 2);
        tell(tenant, by("ada@shop", ""), purchase);
        tell(tenant, GuestContact.NONE, other);

        claim("ada", "o1", purchase);

        assertThat(owner("o1")).contains(member("ada"));
        assertThat(locked("o1")).isEqualTo(new GuestOrder("o1", day(1), day(11), 0, member("ada")));
        assertThat(told("o1")).isEmpty();
        assertThat(claimable(by("ada@shop", ""), Optional.empty(), day(5), 9)).isEmpty();
        assertThat(desk.state("ada").lastActivity()).isEqualTo(1);
        assertThat(reply(purchase)).contains(replyTo(purchase));
        assertThat(reply(other)).as("what was not taken leaves its reply").contains(replyTo(other));
    }

    @Test
    void anOrderOfSomebodyWhoWasMergedIsTheSurvivors() {
        desk.enrol("ada", day(0));
        desk.enrol("bob", day(0));
        Activity purchase = bought("o1", 1);
        tell(tenant, by("ada@shop", ""), purchase);
        claim("ada", "o1", purchase);

        transact(tx -> {
            tx.merges().move(id(), desk.lock(tx, "ada"), desk.lock(tx, "bob"), day(6));
            return 0;
        });

        assertThat(owner("o1")).contains(member("bob"));
    }

    @Test
    void deletesWhatIsOverButTheRepliesAndWhatIsSomebodys() {
        desk.enrol("ada", day(0));
        Activity claimed = bought("o1", 1);
        Activity over = bought("o2", 2);
        Activity waiting = bought("o3", 3);
        tell(tenant, by("ada@shop", ""), claimed);
        tell(tenant, by("ada@shop", ""), over);
        tell(tenant, by("ada@shop", ""), waiting);
        claim("ada", "o1", claimed);

        deleteAllOver(day(12));

        assertThat(owner("o1")).contains(member("ada"));
        assertThat(told("o2")).isEmpty();
        assertThat(reply(over)).contains(replyTo(over));
        assertThat(told("o3")).hasSize(1);
        assertThat(locked("o2")).isEqualTo(GuestOrder.untold("o2", day(99)));
    }

    @Test
    void theTimeOfASandboxIsItsOwn() {
        Tenant sandbox = aSandbox(day(5));
        Tenant later = aSandbox(day(50));
        tell(sandbox, by("ada@shop", ""), bought("o1", 1));
        tell(later, by("ada@shop", ""), bought("o1", 1));

        deleteAllOver(day(5));

        assertThat(told(sandbox, "o1")).hasSize(1);
        assertThat(told(later, "o1")).isEmpty();
    }

    @Test
    void aDeletedOrderCanBeToldAnew() {
        tell(tenant, by("ada@shop", ""), bought("o1", 1));
        transact(tx -> {
            tx.guestOrders().delete(id(), "o1");
            return 0;
        });

        assertThat(told("o1")).isEmpty();
        tell(
                tenant,
                by("eve@shop", ""),
                aPurchase("o1").as("again").of(euros(20)).on(day(3)));
        assertThat(claimable(by("eve@shop", ""), Optional.empty(), day(5), 9)).containsExactly("o1");
    }

    private static Activity bought(String order, int day) {
        return aPurchase(order).of(euros(10)).on(day(day));
    }

    private static Activity refunded(String order, String id, int day) {
        return aRefundOf(order).as(id).of(euros(5)).on(day(day));
    }

    private GuestContact by(String email, String phone) {
        return new GuestContact(
                email.isEmpty() ? null : desk.fingerprint(email), phone.isEmpty() ? null : desk.fingerprint(phone));
    }

    /** Claimable for ten days. */
    private void tell(Tenant of, GuestContact contact, Activity activity) {
        GuestFact fact = new GuestFact(activity);
        transact(tx -> {
            RequestKey key = RequestKey.activity(activity.key());
            tx.requests().claim(of.id(), Map.of(key, desk.fingerprint(key.value())));
            GuestOrder untold =
                    GuestOrder.untold(fact.orderId(), activity.occurredAt().plus(days(10)));
            GuestOrder order = Desk.value(tx.guestOrders().lock(of.id(), untold).told(fact, days(10)));
            tx.guestOrders().add(of.id(), order, contact, fact, key, Desk.replyTo(key), activity.occurredAt());
            return order;
        });
    }

    /** Takes the purchase alone, whatever else was told. */
    private void claim(String member, String order, Activity purchase) {
        transact(tx -> {
            MemberState state = desk.lock(tx, member);
            tx.guestOrders().lock(id(), GuestOrder.untold(order, day(99)));
            tx.guestOrders().take(id(), List.of(new Told(new GuestFact(purchase), replyTo(purchase))));
            Consequences recorded = Desk.value(Loyalty.record(PROGRAMS, state, purchase, Budgets.NONE, day(4)));
            tx.members()
                    .save(
                            id(),
                            List.of(Desk.effect(
                                    recorded.decision(),
                                    RequestKey.activity(purchase.key()),
                                    Kind.ACTIVITY,
                                    recorded.activityNumber(),
                                    day(4))));
            tx.guestOrders().close(id(), recorded.decision().after(), List.of(order), day(4));
            return state;
        });
    }

    /** Other tests' orders may be over, too. */
    private void deleteAllOver(Instant now) {
        while (transact(tx -> tx.guestOrders().deleteOver(now, 2)) == 2) {
            // until nothing is over any more
        }
    }

    private List<String> claimable(GuestContact by, Optional<String> order, Instant now, int limit) {
        return transact(tx -> tx.guestOrders().lockClaimable(id(), by, order, now, limit)).stream()
                .map(GuestOrder::id)
                .toList();
    }

    private List<String> waiting(GuestContact by, int limit) {
        return transact(tx -> tx.guestOrders().lockWaiting(id(), by, limit));
    }

    private GuestOrder locked(String order) {
        return transact(tx -> tx.guestOrders().lock(id(), GuestOrder.untold(order, day(99))));
    }

    private List<Told> told(String order) {
        return told(tenant, order);
    }

    private List<Told> told(Tenant of, String order) {
        return transact(tx -> tx.guestOrders().told(of.id(), List.of(order)));
    }

    private Optional<MemberId> owner(String order) {
        return ports.storage().read(tx -> tx.guestOrders().claimedBy(id(), order));
    }

    private Optional<Payload> reply(Activity activity) {
        RequestKey key = RequestKey.activity(activity.key());
        return transact(tx -> Optional.ofNullable(tx.requests()
                        .claim(id(), Map.of(key, desk.fingerprint(key.value())))
                        .get(key))
                .map(Requests.Earlier::reply));
    }

    private static Payload replyTo(Activity activity) {
        return Desk.replyTo(RequestKey.activity(activity.key()));
    }

    private <T> T transact(Function<Transaction, T> work) {
        return ports.storage().transact(work);
    }
}
