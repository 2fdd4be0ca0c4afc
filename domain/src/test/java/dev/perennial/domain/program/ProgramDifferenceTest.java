package dev.perennial.domain.program;

import static dev.perennial.domain.program.ProgramDocuments.aDocument;
import static dev.perennial.domain.program.ProgramDocuments.aRule;
import static dev.perennial.domain.program.RewardDocuments.aReward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.ProgramDifference.Change;
import dev.perennial.domain.program.ProgramDifference.Kind;
import dev.perennial.domain.program.ProgramDocuments.ADocument;
import dev.perennial.domain.program.ProgramDocuments.ARule;
import dev.perennial.domain.program.RewardDocuments.AReward;
import dev.perennial.domain.program.TransferDocument.ReceivingLimit;
import dev.perennial.domain.program.TransferDocument.SendingLimit;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.testing.FullDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramDifferenceTest {

    @Test
    void the_same_document_changes_nothing() {
        assertThat(between(aDocument(), aDocument())).isEmpty();
    }

    @Test
    void without_a_version_before_everything_is_new() {
        assertThat(ProgramDifference.between(null, aDocument().written()))
                .containsExactly(
                        new Change(Kind.ADDED, "time_zone", "", "Europe/Berlin"),
                        new Change(Kind.ADDED, "currency", "", "EUR"),
                        new Change(Kind.ADDED, "reopen_window_days", "", "60"),
                        new Change(Kind.ADDED, "units[points]", "", "name: Points; scale: 0"),
                        new Change(
                                Kind.ADDED,
                                "earning_rules[base]",
                                "",
                                "activity_type: purchase; unit: points; amount: 1 for each 100 paid, rounded down"));
    }

    @Test
    void fields_of_the_document_are_compared_one_by_one() {
        assertThat(between(aDocument(), aDocument().inZone("UTC").reopening(0)))
                .containsExactly(
                        new Change(Kind.CHANGED, "time_zone", "Europe/Berlin", "UTC"),
                        new Change(Kind.CHANGED, "reopen_window_days", "60", "0"));
    }

    @Test
    void units_and_rules_are_recognised_by_their_ids_wherever_they_stand() {
        ARule base = aRule("base");
        ARule visit = aRule("visit").on(ActivityType.VISIT).fixed(1);

        assertThat(between(aDocument().with(base, visit), aDocument().with(visit, base)))
                .isEmpty();
    }

    @Test
    void a_rule_tells_which_of_its_fields_changed() {
        ARule before = aRule("base").fixed(5).when("a").expiring(new Expiry.AfterDays(30));
        ARule after = aRule("base")
                .perItem(2)
                .pendingFor(14)
                .expiring(new Expiry.EndOfYear(1))
                .cappedAt(9, Period.DAY);

        assertThat(between(aDocument().with(before), aDocument().with(after)))
                .containsExactly(
                        new Change(Kind.REMOVED, "earning_rules[base].condition", "a", ""),
                        new Change(Kind.CHANGED, "earning_rules[base].amount", "5 for each fact", "2 for each item"),
                        new Change(Kind.ADDED, "earning_rules[base].pending", "", "14 days"),
                        new Change(
                                Kind.CHANGED,
                                "earning_rules[base].expiry",
                                "after 30 days",
                                "at the end of the year, 1 year later"),
                        new Change(Kind.ADDED, "earning_rules[base].caps", "", "9 a day"));
    }

    @Test
    void a_reward_tells_which_of_its_fields_changed() {
        LocalizedText mug = new LocalizedText("A mug", Map.of("de", "Eine Tasse", "fr", "Une tasse"));
        LocalizedText pot = new LocalizedText("A mug", Map.of("de", "Ein Becher", "it", "Una tazza"));
        AReward before = aReward("mug").called(mug).costing(200, "points").atMost(1, Period.DAY);
        AReward after = aReward("mug")
                .called(pot)
                .costing(250, "points")
                .granting("credit", 5)
                .forTiers("silver", "gold")
                .inStock(3);

        assertThat(between(SpendingTables.offering(before), SpendingTables.offering(after)))
                .containsExactly(
                        new Change(Kind.CHANGED, "rewards[mug].name[de]", "Eine Tasse", "Ein Becher"),
                        new Change(Kind.ADDED, "rewards[mug].name[it]", "", "Una tazza"),
                        new Change(Kind.ADDED, "rewards[mug].units", "", "5 credit"),
                        new Change(Kind.CHANGED, "rewards[mug].price", "200 points", "250 points"),
                        new Change(Kind.ADDED, "rewards[mug].tiers", "", "gold, silver"),
                        new Change(Kind.REMOVED, "rewards[mug].limits", "once a day", ""),
                        new Change(Kind.ADDED, "rewards[mug].stock", "", "3"),
                        new Change(Kind.REMOVED, "rewards[mug].name[fr]", "Une tasse", ""),
                        new Change(Kind.REMOVED, "rewards[mug].voucher", "one coffee for free", ""),
                        new Change(Kind.REMOVED, "rewards[mug].voucher.codes", "####-####-####-####", ""));
    }

    @Test
    void a_transfer_tells_which_of_its_fields_changed() {
        TransferDocument before = TransferTables.of("points", 1, 100);
        TransferDocument after = new TransferDocument(
                "points",
                1,
                200,
                List.of(new SendingLimit(Period.DAY, 50, 1), new SendingLimit(Period.YEAR, 0, 9)),
                List.of(new ReceivingLimit(Period.WEEK, 2)),
                new Expiry.Never());

        assertThat(between(TransferTables.allowing(before), TransferTables.allowing(after)))
                .containsExactly(
                        new Change(Kind.CHANGED, "transfers[points].maximum", "100", "200"),
                        new Change(
                                Kind.ADDED, "transfers[points].sending_limits", "", "50, 1 time a day; 9 times a year"),
                        new Change(Kind.ADDED, "transfers[points].receiving_limits", "", "2 times a week"),
                        new Change(Kind.ADDED, "transfers[points].expiry", "", "never"));
    }

    @Test
    void a_pool_tells_which_of_its_fields_changed() {
        PoolDocument after = new PoolDocument(List.of("points", "credit"), 6, PoolDocument.Spending.OWNER, 0);

        assertThat(between(PoolTables.pooling(PoolTables.of(5, 30, "points")), PoolTables.pooling(after)))
                .containsExactly(
                        new Change(Kind.CHANGED, "pool.units", "points", "credit, points"),
                        new Change(Kind.CHANGED, "pool.max_members", "5", "6"),
                        new Change(Kind.CHANGED, "pool.spending", "ADULTS", "OWNER"),
                        new Change(Kind.REMOVED, "pool.cooling_off_days", "30 days", ""));
    }

    @Test
    void whatBasketsCostIsComparedByIdAndUnit() {
        ADocument before = CheckoutTables.taking(CheckoutTables.grouped("tenth", ""));
        ADocument after = CheckoutTables.paying(CheckoutTables.payment("points", 100, 50, 100, 100, 40));

        assertThat(between(before, CheckoutTables.taking(CheckoutTables.grouped("tenth", "usual"))))
                .containsExactly(new Change(Kind.ADDED, "checkout.discounts[tenth].group", "", "usual"));
        assertThat(between(before, after))
                .extracting(Change::kind, Change::path)
                .containsExactly(
                        tuple(Kind.REMOVED, "checkout.discounts[tenth]"),
                        tuple(Kind.ADDED, "checkout.unit_payments[points]"));
    }

    @Test
    void what_is_gone_is_told_with_what_it_was() {
        assertThat(between(
                        aDocument().withUnit("stamps", "Stamps", 0), aDocument().with()))
                .extracting(Change::kind, Change::path)
                .containsExactly(tuple(Kind.REMOVED, "units[stamps]"), tuple(Kind.REMOVED, "earning_rules[base]"));
    }

    @Test
    void a_broken_document_can_be_compared_too() {
        assertThat(between(aDocument(), aDocument().with(aRule("base"), aRule("base"))))
                .isEmpty();
    }

    @Test
    void every_part_of_a_full_document_is_told_when_it_is_new_and_when_it_is_gone() {
        ProgramDocument full = FullDocument.written();
        ProgramDocument bare = aDocument().with().written();

        List<Change> added = ProgramDifference.between(bare, full);
        assertThat(added)
                .filteredOn(change -> change.kind() == Kind.ADDED)
                .extracting(Change::path)
                .contains(
                        "stacking",
                        "celebrations.leap_day",
                        "celebrations.birth_date_change_days",
                        "units[miles]",
                        "earning_rules[base]",
                        "multipliers[weekend]",
                        "budgets[spring]",
                        "partners[bakery]",
                        "causes[trees]",
                        "counters[visits]",
                        "challenges[explorer]",
                        "leaderboards[top]",
                        "punch_cards[coffee]",
                        "raffles[bike]",
                        "tiers.unit",
                        "tiers.status_match",
                        "tiers.levels[gold]",
                        "membership_plans[plus]",
                        "rewards[mug]",
                        "return_grace_days");
        assertThat(ProgramDifference.between(full, bare))
                .filteredOn(change -> change.kind() == Kind.REMOVED)
                .extracting(Change::path)
                .containsAll(added.stream()
                        .filter(change -> change.kind() == Kind.ADDED)
                        .map(Change::path)
                        .toList());
    }

    @Test
    void parts_are_told_in_words() {
        Map<String, String> told = new HashMap<>();
        ProgramDifference.between(aDocument().with().written(), FullDocument.written())
                .forEach(change -> told.put(change.path(), change.after()));

        assertThat(told)
                .containsEntry(
                        "units[miles]",
                        "name: Miles; scale: 0; sliding_expiry: 18 months after the last purchase, visit")
                .hasEntrySatisfying(
                        "units[points].fair_value", value -> assertThat(value).isEqualTo("100 are worth 99"))
                .containsEntry("units[points].approval_above", "5000")
                .containsEntry(
                        "multipliers[weekend]",
                        "name: Weekend; activity_type: purchase; percent: 200 %; rules: base, partner")
                .containsEntry("budgets[spring]", "name: Spring; unit: credit; amount: 1000000 in a lifetime")
                .containsEntry(
                        "counters[weeks]",
                        "activity_type: purchase; measure: facts; window: how many times in a row at least 2 a week")
                .containsEntry(
                        "challenges[explorer]",
                        "name: Explorer; counter: visits; stages: at 3 50 points (after 90 days), at 10 1 badge")
                .containsEntry(
                        "punch_cards[coffee]",
                        "name: The tenth is free; stamp: stamp; size: 9; reward: 1 voucher (after 3 months)")
                .containsEntry("tiers.status_match", "90 days; 275 days more for 50 % of the threshold")
                .containsEntry(
                        "tiers.levels[gold]",
                        "name: Gold; threshold: 30; benefits: free_shipping (Free shipping), lounge")
                .containsEntry(
                        "leaderboards[top]",
                        "name: Top of the month; counter: spent; settlement_delay_hours: 24 hours");
        assertThat(told)
                .containsEntry("return_grace_days", "14 days")
                .containsEntry(
                        "rewards[share-off]",
                        "name: Reward share-off; voucher: 100 % off an order; voucher.codes: VIP ##########;"
                                + " voucher.valid_days: 3650 days; price: 1000 miles; reservation_minutes: 30 minutes")
                .containsEntry(
                        "rewards[credit-0]",
                        "name: Reward credit-0; units: 500 credit; limits: once in a lifetime; budget: spring;"
                                + " reservation_minutes: 30 minutes");
        assertThat(told.get("rewards[tenth-off]")).contains("voucher: 10 % off an order, at most 2000;");
        assertThat(told.get("rewards[five-off]")).contains("voucher: 500 off an order;");
        assertThat(told.get("rewards[lounge]")).contains("voucher: access; voucher.codes: from the list lounge-2026;");
        assertThat(told.get("rewards[credit-1]")).contains("units: 501 credit (after 30 days);");
        assertThat(told.get("earning_rules[base]"))
                .contains(
                        "base: before tax, with shipping",
                        "without (skus: mug, pot; categories: kitchen; brands: Mugs & More; stores: Altona, Mitte)",
                        "pending: until delivered of the order, at most 30 days",
                        "caps: 50 a day, 3 times a week, 90 times in a lifetime",
                        "cooldown: PT1H30M; budget: daily; funded_by: bakery");
    }

    private static List<Change> between(ADocument before, ADocument after) {
        return ProgramDifference.between(before.written(), after.written());
    }
}
