package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.bootstrap.command.codes.CodesCommand;
import dev.perennial.contract.loyalty.v1.CancelReservationRequest;
import dev.perennial.contract.loyalty.v1.ImportVoucherCodesResponse;
import dev.perennial.contract.loyalty.v1.RedeemReservationRequest;
import dev.perennial.contract.loyalty.v1.RedeemRewardRequest;
import dev.perennial.contract.loyalty.v1.RefusedCode;
import dev.perennial.contract.loyalty.v1.ReserveRewardRequest;
import dev.perennial.contract.loyalty.v1.ReverseRedemptionRequest;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Codes that a partner made: imported, handed out each once, in the order of their import. */
class CodeListStoryTest {

    private static final AProgram PROGRAM =
            aProgram(aRule("base").perEuro(1)).selling(Catalogue.imported("cinema", 1, "spring"));
    private static final String NONE_LEFT = "FAILED_PRECONDITION REWARD_OUT_OF_STOCK";

    private final Shop shop = Platform.newShop().runs(PROGRAM);
    private final CodeImport spring = new CodeImport(shop, "spring");

    @AfterEach
    void theBooksAreSound() {
        assertThat(Books.audit())
                .allSatisfy(finding ->
                        assertThat(finding.examples()).as(finding.name()).isEmpty());
    }

    @Test
    void whatIsImportedAgainAddsNothing() {
        assertThat(spring.sends(List.of("b", "a"), List.of("c", "a", "c", "")))
                .containsExactly(
                        reply(2, 0).build(),
                        reply(1, 2)
                                .addRefused(RefusedCode.newBuilder().setIndex(3).setReason("it is empty"))
                                .build());
        assertThat(spring.sends(List.of("b", "a", "c", "d")))
                .containsExactly(reply(1, 3).build());
        assertThat(new CodeImport(shop, "autumn").sends(List.of("a", "e")))
                .containsExactly(reply(1, 1).build());

        assertThat(spring.counts()).containsExactly(4L, 0L, 4L);
        assertThat(new CodeImport(shop, "winter").counts()).containsExactly(0L, 0L, 0L);
    }

    @Test
    void codesAreHandedOutInTheOrderOfTheirImport() {
        spring.sends(List.of("film-b", "film-a"), List.of("film-c"));
        buyers(4);

        assertThat(List.of(redeem("m0"), redeem("m1"), redeem("m2"))).containsExactly("film-b", "film-a", "film-c");
        assertThat(Reply.refusalOf(() -> redeem("m3"))).isEqualTo(NONE_LEFT);
        assertThat(spring.counts()).containsExactly(3L, 3L, 0L);

        spring.sends(List.of("film-d"));
        assertThat(redeem("m3")).isEqualTo("film-d");
    }

    /** Sixty-four members at once want one of forty. */
    @Test
    void nobodyGetsTheSameCodeAndNobodyMoreThanThereAre() {
        List<String> codes = IntStream.rangeClosed(1, 40)
                .mapToObj(number -> "film-%02d".formatted(number))
                .toList();
        spring.sends(codes);
        buyers(64);

        List<String> outcomes = Together.callers(64, caller -> outcome("m" + caller));

        assertThat(outcomes).filteredOn(NONE_LEFT::equals).hasSize(24);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.equals(NONE_LEFT))
                .hasSize(40)
                .containsExactlyInAnyOrderElementsOf(codes);
        assertThat(spring.counts()).containsExactly(40L, 40L, 0L);
    }

    /** Imports and redemptions meet at the same row, whatever their order. */
    @Test
    void importsFromSeveralPlacesAtOnceAddEachCodeOnce() {
        List<String> codes =
                IntStream.range(0, 500).mapToObj(number -> "film-" + number).toList();

        List<Integer> added = Together.callers(
                8,
                caller -> new CodeImport(shop, caller % 2 == 0 ? "spring" : "summer")
                        .sends(codes)
                        .getFirst()
                        .getAdded());

        assertThat(added.stream().mapToInt(each -> each).sum()).isEqualTo(500);
        assertThat(spring.counts().getFirst()
                        + new CodeImport(shop, "summer").counts().getFirst())
                .isEqualTo(500);
    }

    @Test
    void aReservationHoldsAPlaceAndGivesItBack() {
        spring.sends(List.of("film"));
        buyers(3);

        long reserved = reserve("m0");
        assertThat(spring.counts()).containsExactly(1L, 0L, 0L);
        assertThat(Reply.refusalOf(() -> redeem("m1"))).isEqualTo(NONE_LEFT);

        shop.redemptions.cancelReservation(CancelReservationRequest.newBuilder()
                .setMemberId("m0")
                .setRedemptionNumber(reserved)
                .setRequestId("cancel")
                .build());
        assertThat(spring.counts()).containsExactly(1L, 0L, 1L);

        long again = reserve("m1");
        assertThat(shop.redemptions
                        .redeemReservation(RedeemReservationRequest.newBuilder()
                                .setMemberId("m1")
                                .setRedemptionNumber(again)
                                .setRequestId("fetch")
                                .build())
                        .getRedemption()
                        .getVoucher()
                        .getCode())
                .isEqualTo("film");
        assertThat(spring.counts()).containsExactly(1L, 1L, 0L);
    }

    /** Somebody has seen it. */
    @Test
    void aCodeThatWasGivenBackIsNotHandedOutAgain() {
        spring.sends(List.of("film"));
        buyers(2);
        assertThat(redeem("m0")).isEqualTo("film");

        shop.redemptions.reverseRedemption(ReverseRedemptionRequest.newBuilder()
                .setMemberId("m0")
                .setRedemptionNumber(2)
                .setRequestId("reverse")
                .build());

        assertThat(spring.counts()).containsExactly(1L, 1L, 0L);
        assertThat(Reply.refusalOf(() -> redeem("m1"))).isEqualTo(NONE_LEFT);
        assertThat(spring.sends(List.of("film"))).containsExactly(reply(0, 1).build());
    }

    @Test
    void theCommandImportsAFileAndIsRunAgainWithoutDoublingAnything(@TempDir Path folder) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), shop.key);
        Path file = folder.resolve("codes.txt");
        List<String> codes = IntStream.range(0, 2_500)
                .mapToObj(number -> "film-%04d".formatted(number))
                .toList();
        Files.write(file, codes);

        assertThat(command(file, key)).startsWith("0 codes     2,500 added, 0 known before, 0 refused");
        Files.writeString(file, "film-0000\n\n blank \r\nfilm-new\n");
        assertThat(command(file, key))
                .startsWith("2 codes     1 added, 1 known before, 1 refused")
                .contains("list      2,501 imported, 0 taken, 2,501 left")
                .contains("line 3: it begins or ends with a blank");
        buyers(1);
        assertThat(redeem("m0")).isEqualTo("film-0000");
    }

    private static String command(Path file, Path key) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = new CommandLine(new CodesCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(
                        "--list=spring",
                        "--file=" + file,
                        "--key-file=" + key,
                        "--server=127.0.0.1:" + Platform.SERVER.port());
        return status + " " + out + err;
    }

    private static ImportVoucherCodesResponse.Builder reply(int added, int known) {
        return ImportVoucherCodesResponse.newBuilder().setAdded(added).setKnown(known);
    }

    private void buyers(int count) {
        Together.callers(count, caller -> {
            shop.enrols("m" + caller);
            return shop.buys("m" + caller, "o" + caller, euros(1)).on(day(0)).told();
        });
    }

    private long reserve(String member) {
        return shop.rewards
                .reserveReward(ReserveRewardRequest.newBuilder()
                        .setMemberId(member)
                        .setRewardId("cinema")
                        .setRequestId("reserve-" + member)
                        .build())
                .getRedemption()
                .getNumber();
    }

    private String redeem(String member) {
        return shop.rewards
                .redeemReward(RedeemRewardRequest.newBuilder()
                        .setMemberId(member)
                        .setRewardId("cinema")
                        .setRequestId("redeem-" + member)
                        .build())
                .getRedemption()
                .getVoucher()
                .getCode();
    }

    private String outcome(String member) {
        try {
            return redeem(member);
        } catch (StatusRuntimeException refused) {
            return Reply.refusalOf(() -> {
                throw refused;
            });
        }
    }
}
