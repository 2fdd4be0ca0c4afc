package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.Days.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.activity.v1.ListActivitiesRequest;
import dev.perennial.contract.activity.v1.RecordedActivity;
import dev.perennial.contract.program.v1.SimulationReport;
import dev.perennial.domain.testing.Seeds;
import dev.perennial.persistence.audit.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens, told by eight callers at once over gRPC: what must hold is checked from the callers' journal and
 * from the rows. Chance decides what is asked, not which caller comes first.
 */
class RandomStoryTest {

    private static final int SEEDS = 4;
    private static final int ROUNDS = 12;
    private static final int CALLERS = 8;
    private static final int REQUESTS = 5;
    private static final List<String> MEMBERS = List.of("m1", "m2", "m3", "m4", "m5");

    @Test
    void whateverIsToldTheBooksBalanceAndTheJournalAgrees() {
        Seeds.each(SEEDS, random -> {
            RandomPrograms programs = new RandomPrograms(random);
            Shop shop = shop(programs.next());
            Journal journal = new Journal(shop);
            RandomLife life = new RandomLife(random, shop, MEMBERS);
            for (int round = 0; round < ROUNDS; round++) {
                together(journal, requests(life));
                timePasses(random);
                if (random.nextInt(4) == 0) {
                    apply(shop, programs.next(), random);
                }
            }
            Platform.advanceTo(Platform.CLOCK.instant());
            agree(journal);
            Platform.advanceTo(Platform.CLOCK.instant().plus(Duration.ofHours(2))); // the clock may have gone back
            Postings.leadToWhatIsOpen(shop);
            anHourBack(shop, journal, life);
            agree(journal);
            assertThat(journal.refusals("KEY_REUSED")).isPositive(); // or chance has left out what this is about
            assertThat(Rows.count(shop, "transfer")).isPositive();
            assertThat(Books.audit()).allMatch(Finding::clean);
        });
    }

    /**
     * A22: the clock is an hour behind. What was decided keeps its place, and what comes next comes after it; that no
     * moment from which entries count goes back is the auditor's to see.
     */
    private static void anHourBack(Shop shop, Journal journal, RandomLife life) {
        List<String> before = history(shop);
        Platform.advanceTo(Platform.CLOCK.instant().minus(Duration.ofHours(1)));
        together(
                journal,
                journal.acknowledged().values().stream()
                        .map(Journal.Line::request)
                        .toList());
        assertThat(history(shop)).isEqualTo(before);
        together(journal, requests(life));
        assertThat(history(shop)).containsAll(before);
    }

    @Test
    void anyOrderOfArrivalEndsInTheSameGrants() { // A23
        Seeds.each(SEEDS, random -> {
            RandomPrograms programs = new RandomPrograms(random);
            AProgram first = programs.next();
            AProgram second = programs.next();
            Shop inOrder = shop(first);
            Shop shuffled = shop(first);
            Stream.of(inOrder, shuffled)
                    .forEach(shop -> shop.programs.applyProgram(second.application("second", day(25))));
            List<Request> facts = new RandomLife(random, inOrder, MEMBERS).facts(150, 50);
            List<Request> other = new ArrayList<>(facts);
            Collections.shuffle(other, Random.from(random));
            Platform.advanceTo(day(51));
            together(new Journal(inOrder), facts);
            together(new Journal(shuffled), other);
            assertThat(grants(shuffled)).isEqualTo(grants(inOrder)).isNotEmpty();
        });
    }

    /** A clock that goes back while versions are applied is left out: nobody can tell later who knew of them. */
    @Test
    void whateverIsToldIsDecidedOnceMoreToWhatIsStored() {
        Seeds.each(SEEDS / 2, random -> {
            RandomPrograms programs = new RandomPrograms(random);
            Shop shop = shop(programs.next());
            Journal journal = new Journal(shop);
            RandomLife life = new RandomLife(random, shop, MEMBERS);
            for (int round = 0; round < ROUNDS; round++) {
                together(journal, requests(life));
                Platform.advanceTo(Platform.CLOCK.instant().plus(Duration.ofHours(random.nextInt(1, 500))));
                if (random.nextInt(3) == 0) {
                    apply(shop, programs.next(), random);
                }
            }
            SimulationReport report = Simulations.of(shop, Simulations.from(Platform.START));
            assertThat(report.getMembers()).isEqualTo(MEMBERS.size());
            assertThat(report.getDifferingMemberIdsList()).isEmpty();
            assertThat(report.getSkippedList()).isEmpty();
            assertThat(report.getUnfunded().getCommands()).isZero();
            assertThat(report.getUnitsList())
                    .isNotEmpty()
                    .allSatisfy(unit -> assertThat(unit.getProposed()).isEqualTo(unit.getCurrent()));
        });
    }

    private static Shop shop(AProgram program) {
        Shop shop = Platform.newShop().runs(program);
        MEMBERS.forEach(shop::enrols);
        return shop;
    }

    private static List<Request> requests(RandomLife life) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < CALLERS * REQUESTS; i++) {
            requests.add(life.next(Platform.CLOCK.instant()));
        }
        return requests;
    }

    /** Every caller takes each eighth request. */
    private static void together(Journal journal, List<Request> requests) {
        Together.callers(CALLERS, caller -> {
            for (int i = caller; i < requests.size(); i += CALLERS) {
                journal.send(requests.get(i));
            }
            return caller;
        });
    }

    private static void timePasses(RandomGenerator random) {
        Duration pause = random.nextInt(6) == 0
                ? Duration.ofDays(random.nextInt(50, 250))
                : Duration.ofHours(random.nextInt(-1, 120));
        Instant moment = Platform.CLOCK.instant().plus(pause);
        if (random.nextBoolean()) {
            Platform.advanceTo(moment);
        } else {
            Platform.CLOCK.set(moment);
        }
    }

    private static void apply(Shop shop, AProgram program, RandomGenerator random) {
        Instant now = Platform.CLOCK.instant();
        Instant effectiveAt = random.nextBoolean() ? now : now.plus(Duration.ofDays(random.nextInt(1, 60)));
        shop.programs.applyProgram(program.application("at-" + now + "-" + random.nextInt(), effectiveAt));
    }

    private static void agree(Journal journal) {
        Sending.settle();
        journal.eachKeyHadOneEffect();
        journal.theDatabaseHasWhatWasAcknowledgedAndNothingElse();
    }

    /** Every entry and every event in their order. */
    private static List<String> history(Shop shop) {
        return Rows.query(
                """
                select e.member_no, 'entry' as what, e.entry_no as no, e.kind as detail, e.amount, e.effective_at, e.recorded_at
                from entry e join tenant t on t.tenant_id = e.tenant_id
                where t.name = ?
                union all
                select o.member_no, 'event', o.member_seq, o.type, crc32(o.payload), 0, o.created_at
                from outbox o join tenant t on t.tenant_id = o.tenant_id
                where t.name = ?
                order by 1, 2, 3
                """,
                row -> {
                    List<String> columns = new ArrayList<>();
                    for (int i = 1; i <= 7; i++) {
                        columns.add(row.getString(i));
                    }
                    return String.join(" ", columns);
                },
                shop.name,
                shop.name);
    }

    /** What each fact is granted by each rule. */
    private static Map<String, Long> grants(Shop shop) {
        Map<String, Long> grants = new TreeMap<>();
        for (String member : MEMBERS) {
            List<RecordedActivity> activities = shop.activities
                    .listActivities(ListActivitiesRequest.newBuilder()
                            .setMemberId(member)
                            .setPageSize(1_000)
                            .build())
                    .getActivitiesList();
            for (RecordedActivity activity : activities) {
                String id = activity.getActivity().getExternalId();
                activity.getGrantsList().stream()
                        .filter(grant -> grant.getCredited() > 0)
                        .forEach(grant -> grants.put(id + " " + grant.getRule(), grant.getCredited()));
            }
        }
        return grants;
    }
}
