package dev.perennial.persistence.audit;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sound ledgers pass; every check is shown to catch what was planted for it. */
class LedgerAuditTest {

    private static final String PROGRAM = """
        {"time_zone": "Europe/Berlin", "earning_rules": [
            {"id": "base", "caps": [{"period": "LIFETIME", "units": 1000000}, {"period": "MONTH", "units": 1000000}]},
            {"id": "uncapped", "caps": []}]}
        """;

    private static AuditDatabase database;

    @BeforeAll
    static void storeSoundLedgers() throws Exception {
        database = new AuditDatabase();
        database.connection().setAutoCommit(false);
        database.insert("tenant", AuditedLedger.TENANT, "audited", new byte[] {1}, null, 0, null);
        database.insert("tenant", 2, "another", new byte[] {1}, null, 0, null);
        database.insert("api_key", new byte[32], AuditedLedger.TENANT);
        database.insert("program_version", AuditedLedger.TENANT, 1, 0, 0, "", PROGRAM, new byte[] {1});
        database.insert("request_key", AuditedLedger.TENANT, new byte[16], new byte[32], 3, 0, 1);
        AuditedStories.known(database::insert);
        PlantedRaffle.store(database::insert);
        long seed = new Random().nextLong();
        System.out.println("seed of the random ledgers: " + seed);
        Random random = new Random(seed);
        for (int member = 2; member <= 40; member++) {
            AuditedStories.random(database::insert, member, random);
        }
        AuditedStories.arrived(database::insert, PlantedArrivals.MEMBER);
        database.connection().commit();
    }

    @AfterEach
    void undoWhatWasPlanted() throws SQLException {
        database.connection().rollback();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void soundLedgersPass() throws SQLException {
        assertThat(audit())
                .allSatisfy(finding ->
                        assertThat(finding.examples()).as(finding.name()).isEmpty());
    }

    @Test
    void everyCheckIsShownToCatchSomething() throws SQLException {
        Set<String> planted = plants().map(Plant::check).collect(toSet());
        assertThat(planted).isEqualTo(audit().stream().map(Finding::name).collect(toSet()));
    }

    @ParameterizedTest
    @MethodSource("plants")
    void catches(Plant plant) throws SQLException {
        try (Statement statement = database.connection().createStatement()) {
            for (String sql : plant.sql()) {
                assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
            }
        }

        Finding finding = run(plant.check());

        assertThat(finding.clean()).isFalse();
        assertThat(finding.violations()).isPositive();
        assertThat(finding.examples()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(finding.examples().getFirst()).startsWith("tenant_id=");
    }

    private static List<Finding> audit() throws SQLException {
        return LedgerAudit.run(database.connection(), finding -> {});
    }

    private static Finding run(String check) throws SQLException {
        if (check.equals(CapAudit.NAME)) {
            return CapAudit.run(database.connection());
        }
        Check named = LedgerAudit.checks().stream()
                .filter(candidate -> candidate.name().equals(check))
                .findFirst()
                .orElseThrow();
        return LedgerAudit.run(database.connection(), named);
    }

    /** What is done to sound rows, and the check that must see it. */
    record Plant(String check, List<String> sql) {
        @Override
        public String toString() {
            return check + " ← " + String.join("; ", sql);
        }
    }

    private static Plant plant(String check, String... sql) {
        return new Plant(check, List.of(sql));
    }

    static Stream<Plant> plants() {
        return Stream.of(
                        plantsInBooks(),
                        plantsInLots(),
                        plantsInRequests(),
                        plantsInRows(),
                        PlantedRaffle.plants(),
                        PlantedArrivals.plants(),
                        PlantedSums.plants(),
                        PlantedRedemptions.plants(),
                        PlantedTransfers.plants(),
                        PlantedProposals.plants(),
                        PlantedBulks.plants(),
                        PlantedPools.plants(),
                        PlantedMerges.plants(),
                        PlantedGuests.plants())
                .flatMap(s -> s);
    }

    private static final String ONE = " where tenant_id = 1 and member_no = 1";

    private static Stream<Plant> plantsInBooks() {
        return Stream.of(
                plant(
                        "stored balances equal the sum of their entries",
                        "update balance set available = available + 1" + ONE),
                plant("stored balances equal the sum of their entries", "update balance set debt = 1" + ONE),
                plant("stored balances equal the sum of their entries", "delete from balance" + ONE),
                plant(
                        "entries move more than nothing between two known accounts",
                        "update entry set to_account = 'NOWHERE'" + ONE + " and entry_no = 5"),
                plant(
                        "entries move more than nothing between two known accounts",
                        "update entry set amount = 0" + ONE + " and entry_no = 5"),
                plant(
                        "what members have and what programs gave sum to zero",
                        "update balance set pending = pending - 1" + ONE),
                plant(
                        "what members have and what programs gave sum to zero",
                        "delete from entry" + ONE + " and entry_no = 5"),
                plant(
                        "no account of a member is negative after any entry",
                        "update entry set amount = 500" + ONE + " and entry_no = 5"),
                plant("available and debt are never both positive", "update balance set debt = 5" + ONE),
                plant(
                        "no more is clawed back than was earned",
                        "update entry set kind = 'CLAWBACK'" + ONE + " and entry_no = 1"),
                plant(
                        "what was posted for a fact is what its decision grants",
                        "update activity set decision = json_set(decision, '$.grants[0].credited', 7)" + ONE
                                + " and activity_no = 1"),
                plant(
                        "what was posted for a fact is what its decision grants",
                        "update entry set cause_activity_no = 2" + ONE + " and entry_no = 1"),
                plant(
                        "no rule credits a member more in a period than its cap",
                        "update program_version set document = json_set(document, '$.earning_rules[0].caps[0].units',"
                                + " 209)"),
                plant(
                        "no rule credits a member more in a period than its cap",
                        "update program_version set document = json_set(document, '$.earning_rules[0].caps[1].units',"
                                + " 209)"),
                plant(
                        "no rule credits a member more in a period than its cap",
                        "update program_version set document = json_replace(document, '$.earning_rules[0].caps[1]',"
                                + " json_object('period', 'MONTH', 'times', 1))"));
    }

    private static Stream<Plant> plantsInLots() {
        return Stream.of(
                plant(
                        "what remains of lots equals the balances",
                        "update lot set remaining = remaining - 1" + ONE + " and lot_no = 1"),
                plant(
                        "what remains of lots equals the balances",
                        "update lot set pending = 0" + ONE + " and lot_no = 3"),
                plant(
                        "what is owed by the entries is what remains of the lots, by version and expiry",
                        "update entry set lot_no = null" + ONE + " and entry_no = 5"),
                plant(
                        "what is owed by the entries is what remains of the lots, by version and expiry",
                        "update lot set remaining = remaining + 1" + ONE + " and lot_no = 1"),
                plant(
                        "what remains of a lot is between nothing and what was issued",
                        "update lot set remaining = 101" + ONE + " and lot_no = 1"),
                plant(
                        "what remains of a lot is between nothing and what was issued",
                        "update lot set remaining = -1" + ONE + " and lot_no = 1"),
                plant(
                        "a lot is closed when nothing remains of it, and only then",
                        "update lot set closed = 1" + ONE + " and lot_no = 1"),
                plant(
                        "a lot is closed when nothing remains of it, and only then",
                        "update lot set closed = 0" + ONE + " and lot_no = 2"),
                plant(
                        "a lot is stored once",
                        "insert into lot select tenant_id, member_no, 1, lot_no, unit, original, remaining, expired,"
                                + " pending, available_at, expires_at, activity_no, rule, program_version, issued_by,"
                                + " expired_by, awaits, sliding, held from lot" + ONE + " and lot_no = 1"),
                plant(
                        "what remains of a lot and what expired of it is what its entries say",
                        "update lot set expired = expired - 1" + ONE + " and lot_no = 2"),
                plant(
                        "what remains of a lot and what expired of it is what its entries say",
                        "update entry set lot_no = 4" + ONE + " and entry_no = 5"),
                plant(
                        "a lot was issued by one entry of its whole amount",
                        "update lot set issued_by = 5" + ONE + " and lot_no = 1"),
                plant(
                        "a lot was issued by one entry of its whole amount",
                        "update lot set original = 101" + ONE + " and lot_no = 1"),
                plant(
                        "nothing is spent of a lot before it is active or after it ran out",
                        "update lot set expires_at = available_at + 1" + ONE + " and lot_no = 1"),
                plant(
                        "nothing is spent of a lot before it is active or after it ran out",
                        "update lot set available_at = expires_at" + ONE + " and lot_no = 1"),
                plant(
                        "lots are spent in the order in which they run out, then by age",
                        "update entry set lot_no = 1" + ONE + " and entry_no = 7"),
                plant(
                        "what was due when a member was last advanced has happened",
                        "update member set advanced_at = "
                                + AuditedLedger.micros(AuditedLedger.START.plusSeconds(91 * 86_400)) + ONE),
                plant("members are woken in time for what is due next", "update member set next_due_at = null" + ONE),
                plant(
                        "members are woken in time for what is due next",
                        "update member set next_due_at = next_due_at + 1" + ONE),
                plant(
                        "a lot expires at most once",
                        "update entry set kind = 'EXPIRE', lot_no = 2" + ONE + " and entry_no = 5"),
                plant(
                        "what was given back by hand had run out, and came back whole as one lot",
                        "update entry set kind = 'REINSTATE'" + ONE + " and entry_no = 5"),
                plant(
                        "what was given back by hand had run out, and came back whole as one lot",
                        "update entry set kind = 'REINSTATE', from_account = 'EXPIRED', to_account = 'ADJUSTED',"
                                + " corrects = 3" + ONE + " and entry_no = 5"),
                plant(
                        "a lot knows the entry that expired it",
                        "update lot set expired_by = null" + ONE + " and lot_no = 2"),
                plant(
                        "a lot knows the entry that expired it",
                        "update lot set expired_by = 2" + ONE + " and lot_no = 2"));
    }

    private static Stream<Plant> plantsInRequests() {
        String keyOfFirstFact = " where tenant_id = 1 and subject = 1 and member_no = 1 and number = 1";
        return Stream.of(
                plant("every key has one effect and every effect one key", "delete from request_key" + keyOfFirstFact),
                plant(
                        "every key has one effect and every effect one key",
                        "delete from activity" + ONE + " and activity_no = 1"),
                plant(
                        "every key has one effect and every effect one key",
                        "update request_key set tenant_id = 2" + keyOfFirstFact),
                plant(
                        "every key has one effect and every effect one key",
                        "insert into request_key select tenant_id, unhex(repeat('ff', 16)), fingerprint, subject,"
                                + " member_no, number from request_key" + keyOfFirstFact),
                plant(
                        "every key has one effect and every effect one key", // a birthday has none
                        "insert into request_key select tenant_id, unhex(repeat('ff', 16)), fingerprint, subject,"
                                + " member_no, 5 from request_key" + keyOfFirstFact),
                plant(
                        "every effect keeps the reply that was sent",
                        "update activity set reply = null" + ONE + " and activity_no = 1"),
                plant(
                        "a fact is recorded once, whoever told it",
                        "update activity set external_id = 'birthday:2026', type = 'BIRTHDAY'" + ONE),
                plant(
                        "every effect keeps the reply that was sent",
                        "update command set reply = ''" + ONE + " and command_no = 1"),
                plant("every effect keeps the reply that was sent", "update program_version set reply = ''"),
                plant(
                        "a fact is recorded once, whoever told it",
                        "update activity set external_id = '1-1'" + ONE + " and activity_no = 2"),
                plant(
                        "no key is left without its effect",
                        "insert into request_key (tenant_id, key_hash, fingerprint)"
                                + " values (1, unhex(repeat('ff', 16)), unhex(repeat('00', 32)))"),
                plant("no key is left without its effect", "update request_key set number = null" + keyOfFirstFact));
    }

    private static Stream<Plant> plantsInRows() {
        String gaps = "the history of a level or a membership has no gaps";
        String change = "insert into standing_change values (1, 1, ";
        return Stream.of(
                plant(gaps, change + "1, '', 0, 'gold', '', 'REVIEW')"),
                plant(gaps, change + "1, 'club', 0, 'ACTIVE', 'GRACE', '')"),
                plant(
                        gaps,
                        change + "1, '', 0, '', 'silver', 'EARNED')",
                        change + "2, '', 0, 'gold', 'silver', 'REVIEW')"),
                plant(
                        "a member's events are numbered from 1 without gaps",
                        "delete from outbox" + ONE + " and member_seq = 2"),
                plant("a member's events are numbered from 1 without gaps", "delete from outbox" + ONE),
                plant("a member's events are numbered from 1 without gaps", "update member set seq = seq + 1" + ONE),
                plant(
                        "a member's events are numbered from 1 without gaps",
                        "update outbox set member_seq = 99" + ONE + " and member_seq = 2"),
                plant(
                        "a member's entries are numbered from 1 without gaps",
                        "delete from entry" + ONE + " and entry_no = 5"),
                plant(
                        "a member's entries are numbered from 1 without gaps",
                        "update entry set entry_no = 99" + ONE + " and entry_no = 7"),
                plant(
                        "no number of a lot, a fact or a command is beyond its member's counter",
                        "update member set last_lot_no = 3" + ONE),
                plant(
                        "no number of a lot, a fact or a command is beyond its member's counter",
                        "update member set last_activity_no = 1" + ONE),
                plant(
                        "no number of a lot, a fact or a command is beyond its member's counter",
                        "update member set last_command_no = 1" + ONE),
                plant(
                        "the moments from which entries count never go back",
                        "update entry set effective_at = effective_at - 172800000000" + ONE + " and entry_no = 6"),
                plant("every row belongs to a member of its tenant", "update balance set tenant_id = 2" + ONE),
                plant(
                        "every row belongs to a member of its tenant",
                        "update outbox set tenant_id = 2" + ONE + " and member_seq = 1"),
                plant("every row belongs to a tenant", "update api_key set tenant_id = 77"),
                plant("every row belongs to a tenant", "update program_version set tenant_id = 77"),
                plant(
                        "events carry their own member's id",
                        "update outbox set aggregateid = 'm2'" + ONE + " and member_seq = 1"));
    }
}
