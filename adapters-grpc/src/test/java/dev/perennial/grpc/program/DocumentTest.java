package dev.perennial.grpc.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.program.v1.Access;
import dev.perennial.contract.program.v1.EarningRule;
import dev.perennial.contract.program.v1.GeneratedCodes;
import dev.perennial.contract.program.v1.Never;
import dev.perennial.contract.program.v1.PerAmount;
import dev.perennial.contract.program.v1.PerItem;
import dev.perennial.contract.program.v1.Period;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.Reward;
import dev.perennial.contract.program.v1.Rounding;
import dev.perennial.contract.program.v1.Stacking;
import dev.perennial.contract.program.v1.UnitKind;
import dev.perennial.contract.program.v1.Voucher;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.RewardContent;
import dev.perennial.domain.program.RewardDocument;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.program.TiersDocument.Downgrade;
import dev.perennial.domain.program.TiersDocument.OnRefund;
import dev.perennial.domain.program.TiersDocument.Window;
import dev.perennial.domain.testing.FullDocument;
import dev.perennial.grpc.shared.Samples;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program comes back as it was written. */
class DocumentTest {

    static Stream<EarningRule.Builder> rules() {
        return Stream.of(
                Samples.rule().setNever(Never.getDefaultInstance()),
                Samples.rule()
                        .setName("One for each euro")
                        .setCondition("activity.channel == \"app\"")
                        .setStartsAt(Samples.now())
                        .setEndsAt(Samples.now())
                        .setPerAmount(PerAmount.newBuilder()
                                .setUnits(1)
                                .setEach(100)
                                .setRounding(Rounding.ROUNDING_HALF_EVEN))
                        .setPendingDays(14)
                        .setAfterDays(365)
                        .setEarnsOnHistorical(true),
                Samples.rule()
                        .setPerItem(PerItem.newBuilder().setUnits(3))
                        .setEndOfMonth(12)
                        .setCustomName("quiz"),
                everyPeriod(Samples.rule().setEndOfYear(0)));
    }

    private static EarningRule.Builder everyPeriod(EarningRule.Builder rule) {
        Stream.of(Period.values())
                .filter(period -> period != Period.PERIOD_UNSPECIFIED && period != Period.UNRECOGNIZED)
                .forEach(period -> rule.addCapsBuilder().setPeriod(period).setUnits(5));
        return rule;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void bothWays(EarningRule.Builder rule) {
        Program program = Samples.program()
                .setReopenWindowDays(30)
                .addEarningRules(rule)
                .setEarningRules(0, Samples.rule().setNever(Never.getDefaultInstance()))
                .build();

        Program written = DocumentWriter.write(DocumentReader.read(program));

        assertThat(written).isEqualTo(withDefaults(program).build());
        assertThat(DocumentWriter.write(DocumentReader.read(written))).isEqualTo(written);
    }

    @Test
    void everythingThatADocumentCanSay() {
        ProgramDocument document = FullDocument.written();

        assertThat(DocumentReader.read(DocumentWriter.write(document))).isEqualTo(document);
    }

    @Test
    void aVoucherHasCodesOfTheUsualFormatUnlessItsProgramSaysOtherwise() {
        Voucher.Builder access = Voucher.newBuilder().setAccess(Access.getDefaultInstance());
        Program program = Samples.program()
                .addRewards(Reward.newBuilder().setId("bare").setVoucher(access.build()))
                .addRewards(Reward.newBuilder()
                        .setId("unsaid")
                        .setVoucher(access.clone().setGenerated(GeneratedCodes.getDefaultInstance())))
                .build();

        List<RewardDocument> rewards = DocumentReader.read(program).spending().rewards();

        assertThat(rewards)
                .extracting(RewardDocument::content)
                .containsOnly(new RewardContent.Voucher(
                        new RewardContent.VoucherWorth.Access(),
                        new RewardContent.CodeSource.Generated("####-####-####-####"),
                        0));
        assertThat(rewards).extracting(RewardDocument::reservationMinutes).containsOnly(30);
    }

    @Test
    void everyWindowOfTiers() {
        ProgramDocument document = FullDocument.written();
        TiersDocument tiers = Objects.requireNonNull(document.standing().tiers());
        for (Window window : List.of(new Window.CalendarYear(), new Window.AnniversaryYear())) {
            TiersDocument other = new TiersDocument(
                    tiers.unit(),
                    window,
                    tiers.levels(),
                    tiers.graceDays(),
                    Downgrade.TO_EARNED,
                    OnRefund.REVOKE,
                    null);
            assertThat(TiersSection.read(TiersSection.write(other))).isEqualTo(other);
        }
    }

    /** What was left out comes back as what it means. */
    private static Program.Builder withDefaults(Program program) {
        Program.Builder full = program.toBuilder().setStacking(Stacking.STACKING_HIGHEST);
        full.getUnitsBuilderList().forEach(unit -> unit.setKind(UnitKind.UNIT_KIND_POINTS));
        return full;
    }
}
