package dev.perennial.application.member;

import static dev.perennial.domain.testing.Catalogue.aReward;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.member.MemberImport.Outcome;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.program.cel.CelConditions;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.FaultyStorage;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.migration.Brought;
import dev.perennial.domain.loyalty.migration.BroughtIdentifier;
import dev.perennial.domain.loyalty.migration.BroughtVoucher;
import dev.perennial.domain.loyalty.migration.OpeningLot;
import dev.perennial.domain.member.Identifier;
import dev.perennial.domain.member.IdentifierKind;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Members come from another system, with what they have there. */
class MemberImportsTest {

    private static final InForce VERSION =
            aProgram(aRule("base")).selling(aReward("coffee").made()).version(1, START);

    /** A shop that has only just begun, or has members already. */
    private static final class World implements AutoCloseable {

        private final Ports ports = Ports.inMemory();
        private final FaultyStorage storage = new FaultyStorage(ports.storage());
        private final Tenant shop = ports.tenants().add("shop", new Secret(new byte[32]), "key");
        private final Desk desk = new Desk(ports, shop);
        private final Lanes lanes = new Lanes(
                storage,
                new ProgramCatalog(new ProgramChecker(new CelConditions())),
                new TenantTime(() -> day(2)),
                new Backoff(new Random(1)),
                3);
        private final MemberImports imports = new MemberImports(lanes, ports.memberNumbers());

        World() {
            ports.storage().transact(tx -> {
                RequestKey key = RequestKey.command("program");
                desk.claim(tx, key);
                tx.programs().add(shop.id(), VERSION.version(), key, Desk.replyTo(key));
                return true;
            });
        }

        /** In portions of so many rows. */
        List<String> take(List<ImportedRow> rows, boolean dryRun, int portion) {
            MemberImport begun =
                    imports.begin(shop, "the import", dryRun, (member, state) -> new Payload(new byte[] {1}));
            List<String> told = new ArrayList<>();
            for (int from = 0; from < rows.size(); from += portion) {
                begun.take(rows.subList(from, Math.min(from + portion, rows.size())))
                        .forEach(outcome -> told.add(MemberImportsTest.told(outcome)));
            }
            return told;
        }

        long points(String member) {
            return ports.storage().member(shop.id(), new MemberId(member)) instanceof Result.Ok<?>(var state)
                    ? ((MemberState) state).wallet().balance(POINTS).available()
                    : -1;
        }

        @Override
        public void close() {
            lanes.close();
        }
    }

    @Test
    void aDryRunTellsWhatTheRealRunWillTellHoweverTheRowsAreCut() {
        Seeds.each(40, random -> {
            List<ImportedRow> rows = new ArrayList<>();
            for (int i = random.nextInt(1, 60); i > 0; i--) {
                rows.add(row(random));
            }
            try (World world = new World();
                    World cutOtherwise = new World()) {
                if (random.nextBoolean()) {
                    world.desk.enrol("m1", day(1));
                    cutOtherwise.desk.enrol("m1", day(1));
                }
                List<String> dry = world.take(rows, true, random.nextInt(1, 20));
                assertThat(world.take(rows, true, random.nextInt(1, 20))).isEqualTo(dry);

                List<String> real = world.take(rows, false, random.nextInt(1, 20));
                assertThat(real).isEqualTo(dry);
                assertThat(cutOtherwise.take(rows, false, 60)).isEqualTo(dry);

                List<String> again = world.take(rows, false, 7);
                assertThat(again).isEqualTo(world.take(rows, true, 7));
                assertThat(again.stream().map("known"::equals).toList())
                        .isEqualTo(real.stream()
                                .map(outcome -> outcome.equals("taken") || outcome.equals("known"))
                                .toList());
            }
        });
    }

    @Test
    void aRowThatWasCorrectedComesInAndTheOthersAreThereAlready() {
        try (World world = new World()) {
            ImportedRow good = row("ada", "CARD1", "A", 10);
            ImportedRow taken = row("bob", "CARD1", "B", 20);
            assertThat(world.take(List.of(good, taken), false, 9))
                    .containsExactly("taken", "identifiers[0] belongs to a member already, or is there twice");

            assertThat(world.take(List.of(good, row("bob", "CARD2", "B", 20)), false, 9))
                    .containsExactly("known", "taken");
            assertThat(world.points("bob")).isEqualTo(20);
        }
    }

    @Test
    void anotherBalanceForTheSameMemberIsRefusedAndChangesNothing() {
        try (World world = new World()) {
            world.take(List.of(row("ada", "CARD1", "A", 10)), false, 9);

            assertThat(world.take(List.of(row("ada", "CARD1", "A", 11)), false, 9))
                    .containsExactly("member_id was imported before with something else in its row");
            assertThat(world.points("ada")).isEqualTo(10);
        }
    }

    @Test
    void aRowThatFailsIsToldAndTheOthersComeIn() {
        List<ImportedRow> rows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            rows.add(row("m" + i, "CARD" + i, "V" + i, 10));
        }
        for (RuntimeException fault : List.of(
                new StorageException.Rejected(new IllegalStateException("a row is too long")),
                new StorageException.Conflict(new IllegalStateException("somebody holds it")))) {
            try (World world = new World()) {
                world.storage.failingFor("m7", fault);
                List<String> told = world.take(rows, false, 20);
                assertThat(told).hasSize(50).containsOnlyOnce("failed");
                assertThat(told.get(7)).isEqualTo("failed");
                assertThat(world.points("m6")).isEqualTo(10);
                assertThat(world.points("m7")).isEqualTo(-1);

                world.storage.mend();
                List<String> again = world.take(rows, false, 20);
                assertThat(again.get(7)).isEqualTo("taken");
                assertThat(again).containsOnlyOnce("taken");
            }
        }
    }

    @Test
    void whatConcernsAllRowsEndsTheImport() {
        try (World world = new World()) {
            world.storage.failingFor("m7", new StorageException.Unavailable(new IllegalStateException("gone")));
            assertThatThrownBy(() -> world.take(List.of(row("m7", "CARD", "V", 10)), false, 20))
                    .hasCauseInstanceOf(StorageException.Unavailable.class);
        }
    }

    @Test
    void aCodeThatBecomesSomebodysMeanwhileIsARefusalOfItsRow() {
        try (World world = new World()) {
            StorageException taken = new StorageException.CodeTaken(new IllegalStateException("the code has a row"));
            world.storage.rollingBack(taken);
            assertThat(world.take(List.of(row("ada", "CARD1", "A", 10)), false, 9))
                    .containsExactly(
                            "vouchers have codes of which one has just become somebody's voucher, or come on a list");
            assertThat(world.take(List.of(row("ada", "CARD1", "A", 10)), false, 9))
                    .containsExactly("taken");
        }
    }

    @Test
    void whoWasEnrolledIsLeftAlone() {
        try (World world = new World()) {
            world.desk.enrol("ada", day(1));

            assertThat(world.take(List.of(row("ada", "CARD1", "A", 10)), false, 9))
                    .containsExactly("member_id is a member already, who did not come by this import");
            assertThat(world.points("ada")).isZero();
        }
    }

    private static String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken() -> "taken";
            case Outcome.Known() -> "known";
            case Outcome.Failed(var why) -> "failed";
            case Outcome.Refused(var refusal) -> {
                Problem first = refusal.problems().getFirst();
                yield first.field() + " " + first.description();
            }
        };
    }

    /** Of few members, cards and codes, so that many want the same. */
    private static ImportedRow row(RandomGenerator random) {
        return row(
                "m" + random.nextInt(30),
                "CARD" + random.nextInt(25),
                "V" + random.nextInt(25),
                random.nextInt(9) == 0 ? 2_000_000_000_000_000_000L : random.nextInt(1, 3));
    }

    private static ImportedRow row(String member, String card, String code, long points) {
        Brought brought = new Brought(
                day(-100),
                null,
                List.of(new OpeningLot(POINTS, points, null, null)),
                List.of(new BroughtIdentifier(IdentifierKind.CARD, "")),
                List.of(new BroughtVoucher(code, "coffee", null)));
        byte[] content = (member + card + code + points).getBytes(StandardCharsets.UTF_8);
        return new ImportedRow(
                new MemberId(member),
                Profile.EMPTY,
                List.of(Identifier.of(IdentifierKind.CARD, "", card).orElseThrow()),
                brought,
                Fingerprint.of(new Secret(new byte[32]), content));
    }
}
