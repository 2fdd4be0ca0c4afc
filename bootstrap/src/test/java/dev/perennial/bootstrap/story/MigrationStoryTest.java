package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.ledger.v1.GetBalancesRequest;
import dev.perennial.contract.ledger.v1.UnitBalance;
import dev.perennial.contract.loyalty.v1.GetStandingRequest;
import dev.perennial.contract.loyalty.v1.GetVoucherRequest;
import dev.perennial.contract.loyalty.v1.ReverseRedemptionRequest;
import dev.perennial.contract.loyalty.v1.UseVoucherRequest;
import dev.perennial.contract.member.v1.GetMemberRequest;
import dev.perennial.contract.member.v1.Identifier;
import dev.perennial.contract.member.v1.IdentifierKind;
import dev.perennial.contract.member.v1.LookUpMemberRequest;
import dev.perennial.contract.member.v1.Member;
import dev.perennial.contract.program.v1.SimulationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop leaves another loyalty system and brings its members, with what they have there. */
class MigrationStoryTest {

    private static final int COUNT = 10_000;
    private static final AProgram PROGRAM = aProgram(aRule("base").perEuro(1))
            .withLevelsAndAClub()
            .selling(Catalogue.voucher("coffee", 100, 90).clearPrice().setStock(5));

    private final Shop shop = Platform.newShop().runs(PROGRAM);

    @TempDir
    private Path folder;

    @AfterEach
    void theBooksAreSound() {
        // Tables have grown by tens of thousands of rows within seconds, which no plan of a query knows of yet.
        Rows.query(
                "analyze table member, balance, lot, entry, activity, command, outbox, request_key, redemption,"
                        + " voucher",
                row -> row.getString(1));
        assertThat(Books.audit())
                .allSatisfy(finding ->
                        assertThat(finding.examples()).as(finding.name()).isEmpty());
        Rows.forget(shop);
    }

    @Test
    void tenThousandMembersComeAndWhateverCannotBeTrueIsToldAndStaysOutside() throws IOException {
        OldSystem old = new OldSystem(folder).with(COUNT);
        plantFaults(old);
        Migration migration = new Migration(shop, folder);
        List<String> files = old.written();

        String dry = migration.command(files, "--dry-run", "--refused=" + folder.resolve("dry.csv"));
        assertThat(dry).startsWith("2 members   10,000 would be taken, 0 there already, 13 refused");
        assertThat(Rows.count(shop, "member")).isZero();

        String real = migration.command(files, "--refused=" + folder.resolve("real.csv"));
        assertThat(real).startsWith("2 members   10,000 taken, 0 there already, 13 refused");
        assertThat(Files.readAllLines(folder.resolve("real.csv")))
                .isEqualTo(Files.readAllLines(folder.resolve("dry.csv")))
                .isEqualTo(EXPECTED);
        everythingElseIsThere();

        Map<String, Long> rows = rows();
        assertThat(migration.command(files)).startsWith("2 members   0 taken, 10,000 there already, 13 refused");
        assertThat(rows()).isEqualTo(rows);

        whatTheyHadBehavesAsPromised();
    }

    private static final List<String> EXPECTED = List.of(
            "file,line,member_id,field,reason",
            "lots.csv,20006,f09,amount,\"is not a whole number from 1 to 9223372036854775807, in the unit's smallest"
                    + " step: \"\"-5\"\"\"",
            "lots.csv,20007,f10,amount,\"is not a whole number from 1 to 9223372036854775807, in the unit's smallest"
                    + " step: \"\"1.5\"\"\"",
            "lots.csv,20008,f11,amount,\"is not a whole number from 1 to 9223372036854775807, in the unit's smallest"
                    + " step: \"\"99999999999999999999\"\"\"",
            "members.csv,10002,m00007,member_id,was imported before with something else in its row",
            "lots.csv,20002,f01,unit,is not a unit of the program",
            "members.csv,10004,f02,level,is not a level of the program",
            "vouchers.csv,502,f03,reward,is not a reward of the program that is a voucher",
            "lots.csv,20003,f04,expires_at,has passed: nothing of it would be left",
            "members.csv,10007,f05,card,\"belongs to a member already, or is there twice\"",
            "vouchers.csv,503,f06,code,\"is known already, or is there twice\"",
            "members.csv,10009,f07,enrolled_at,is in the future",
            "lots.csv,20005,f08,amount,\"comes to more than a member may have of a unit, 10^18\"",
            "members.csv,10014,f12,level_until,has passed: nothing of it would be left",
            "lots.csv,20009,,member_id,is in no row of the members' file");

    private static void plantFaults(OldSystem old) {
        old.stranger(OldSystem.id(7));
        old.stranger("f01");
        old.lot("f01", "miles", "5", "", "");
        old.member("f02", "2020-01-01", ",,,,,,diamond," + day(50) + ",,,");
        old.stranger("f03");
        old.voucher("f03", "OLD-f03", "tea", "");
        old.stranger("f04");
        old.lot("f04", "points", "5", "", day(-1).toString());
        old.member("f05", "2020-01-01", ",,,,CARD 42,,,,,,");
        old.stranger("f06");
        old.voucher("f06", "OLD-40", "coffee", "");
        old.member("f07", "2031-01-01", ",,,,,,,,,,");
        old.stranger("f08");
        old.lot("f08", "points", "900000000000000000", "", "");
        old.lot("f08", "points", "900000000000000000", "", "");
        old.stranger("f09");
        old.stranger("f10");
        old.stranger("f11");
        old.lot("f09", "points", "-5", "", "");
        old.lot("f10", "points", "1.5", "", "");
        old.lot("f11", "points", "99999999999999999999", "", "");
        old.member("f12", "2020-01-01", ",,,,,,gold," + day(-1) + ",,,");
        old.lot("nobody", "points", "5", "", "");
    }

    private void everythingElseIsThere() {
        assertThat(Rows.count(shop, "member")).isEqualTo(COUNT);
        assertThat(Rows.count(shop, "lot")).isEqualTo(2 * COUNT);
        assertThat(Rows.count(shop, "member_identifier")).isEqualTo(2 * COUNT);
        assertThat(Rows.count(shop, "voucher")).isEqualTo(COUNT / 20);
        Map<String, Long> owed = Rows.query(
                        "select member_id, unit, available from balance join member using (tenant_id, member_no)"
                                + " where tenant_id = (select tenant_id from tenant where name = ?)",
                        row -> Map.entry(row.getString(1) + " " + row.getString(2), row.getLong(3)),
                        shop.name)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(owed).hasSize(2 * COUNT);
        for (int number = 1; number <= COUNT; number++) {
            assertThat(owed.get(OldSystem.id(number) + " points")).isEqualTo(OldSystem.points(number));
            assertThat(owed.get(OldSystem.id(number) + " stamps")).isEqualTo(OldSystem.stamps(number));
        }
        Member tenth = shop.members
                .getMember(GetMemberRequest.newBuilder().setMemberId("m00010").build())
                .getMember();
        assertThat(tenth.getProfile().getDisplayName()).isEqualTo("Müller 10");
        assertThat(tenth.getProfile().getConsents(0).getGiven()).isTrue();
        assertThat(tenth.getProfile().getConsents(0).getSource()).isEqualTo("web form");
        assertThat(tenth.getEnrolledAt().getSeconds()).isEqualTo(1_551_394_800L); // midnight in Berlin
        assertThat(shop.members
                        .lookUpMember(LookUpMemberRequest.newBuilder()
                                .setIdentifier(Identifier.newBuilder()
                                        .setKind(IdentifierKind.IDENTIFIER_KIND_CARD)
                                        .setValue("CARD-10"))
                                .build())
                        .getMember()
                        .getMemberId())
                .isEqualTo("m00010");
        assertThat(Rows.events(shop, "m00010"))
                .startsWith("imported", "STATUS_MATCH recorded")
                .contains("known by CARD", "known by PHONE");
    }

    private void whatTheyHadBehavesAsPromised() {
        Platform.reach(day(20));
        assertThat(level("m00010")).isEqualTo("gold");
        assertThat(level("m00011")).isEmpty();
        shop.vouchers.useVoucher(UseVoucherRequest.newBuilder()
                .setCode("OLD-20")
                .setUsedFor("o1")
                .setRequestId("use")
                .build());
        assertThat(Reply.refusalOf(() -> shop.vouchers.useVoucher(UseVoucherRequest.newBuilder()
                        .setCode("OLD-20")
                        .setRequestId("again")
                        .build())))
                .isEqualTo("FAILED_PRECONDITION VOUCHER_STATE");
        // A voucher from elsewhere took nothing of the stock, so it gives nothing back.
        shop.redemptions.reverseRedemption(ReverseRedemptionRequest.newBuilder()
                .setMemberId("m00040")
                .setRedemptionNumber(shop.vouchers
                        .getVoucher(
                                GetVoucherRequest.newBuilder().setCode("OLD-40").build())
                        .getRedemption()
                        .getNumber())
                .setRequestId("reverse")
                .build());
        shop.buys("m00010", "o1", euros(150)).on(day(20)).told();
        Platform.reach(day(51));
        assertThat(level("m00010")).isEqualTo("silver");
        assertThat(balance("m00012", "points")).isEqualTo(OldSystem.points(12));
        Platform.advanceTo(day(101));
        assertThat(balance("m00012", "points")).isZero();
        assertThat(balance("m00012", "stamps")).isEqualTo(OldSystem.stamps(12));
        SimulationReport report = Simulations.of(shop, Simulations.from(day(1)).setVersion(1));
        assertThat(report.getMembersDiffering()).isZero();
    }

    private String level(String member) {
        return shop.standing
                .getStanding(GetStandingRequest.newBuilder().setMemberId(member).build())
                .getStanding()
                .getLevel()
                .getId();
    }

    private long balance(String member, String unit) {
        return shop
                .ledger
                .getBalances(GetBalancesRequest.newBuilder().setMemberId(member).build())
                .getBalancesList()
                .stream()
                .filter(balance -> balance.getUnit().equals(unit))
                .mapToLong(UnitBalance::getAvailable)
                .sum();
    }

    private Map<String, Long> rows() {
        return Stream.of(
                        "member",
                        "lot",
                        "entry",
                        "balance",
                        "activity",
                        "command",
                        "outbox",
                        "request_key",
                        "member_identifier",
                        "voucher",
                        "redemption")
                .collect(Collectors.toMap(table -> table, table -> Rows.count(shop, table)));
    }

    @Test
    void anImportThatWasStoppedGoesOnWhereItStopped() throws IOException {
        Migration migration = new Migration(shop, folder);
        assertThat(migration.command(new OldSystem(folder).with(300).written()))
                .startsWith("0 members   300 taken, 0 there already, 0 refused");

        assertThat(migration.command(new OldSystem(folder).with(700).written()))
                .startsWith("0 members   400 taken, 300 there already, 0 refused");
        assertThat(Rows.count(shop, "member")).isEqualTo(700);
        assertThat(Rows.count(shop, "lot")).isEqualTo(1_400);
    }

    @Test
    void aHeaderThatIsWrongNamesItsColumn() throws IOException {
        Migration migration = new Migration(shop, folder);
        Path file = folder.resolve("members.csv");

        Files.writeString(file, "member_id,enroled_at\nm1,2020-01-01\n");
        assertThat(migration.command(List.of("--file=" + file))).contains("a column \"enroled_at\" that nobody knows");
        Files.writeString(file, "member_id\nm1\n");
        assertThat(migration.command(List.of("--file=" + file))).contains("lacks the column enrolled_at");
        Files.writeString(file, "member_id,enrolled_at,member_id\n");
        assertThat(migration.command(List.of("--file=" + file))).contains("has the column member_id twice");
        assertThat(Rows.count(shop, "member")).isZero();
    }

    /** The page's own files, word for word. */
    @Test
    void theExamplesOfTheManualComeInAsItSays() throws IOException {
        String page = Files.readString(Path.of("../docs/migrating.md"));
        Pattern.compile("`(\\w+\\.csv)`:\\R\\R```\\R(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .forEach(example -> write(example.group(1), example.group(2)));
        List<String> files = Stream.of("file=members", "lots=lots", "vouchers=vouchers")
                .map(option -> "--" + option.split("=", 2)[0] + "=" + folder.resolve(option.split("=", 2)[1] + ".csv"))
                .toList();

        String said = new Migration(shop, folder).command(files);

        assertThat(said).startsWith("2 members   2 taken, 0 there already, 1 refused");
        String refused = said.lines()
                .filter(line -> line.startsWith("lots.csv line"))
                .findFirst()
                .orElseThrow();
        assertThat(page).contains(refused);
        assertThat(balance("ada", "points")).isEqualTo(1_250);
        assertThat(level("ada")).isEqualTo("gold");
    }

    private void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
