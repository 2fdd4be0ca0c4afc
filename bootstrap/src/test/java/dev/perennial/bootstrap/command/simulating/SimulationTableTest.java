package dev.perennial.bootstrap.command.simulating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.util.Timestamps;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.contract.program.v1.MemberDecile;
import dev.perennial.contract.program.v1.SimulatedMoney;
import dev.perennial.contract.program.v1.SimulatedUnit;
import dev.perennial.contract.program.v1.SimulationReport;
import dev.perennial.contract.program.v1.SkippedCommands;
import dev.perennial.contract.program.v1.UnfundedCommand;
import dev.perennial.contract.program.v1.UnfundedCommands;
import dev.perennial.contract.program.v1.UnfundedUnits;
import dev.perennial.contract.program.v1.UnitOutcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SimulationTableTest {

    private static final SimulationReport REPORT = SimulationReport.newBuilder()
            .setMembers(1_000)
            .setMembersDiffering(1)
            .addDifferingMemberIds("bob")
            .setRankedByUnit("points")
            .addUnits(SimulatedUnit.newBuilder()
                    .setUnit("points")
                    .setCurrent(outcome(20_000, 50))
                    .setProposed(outcome(30_000, 75)))
            .addDeciles(MemberDecile.newBuilder()
                    .setDecile(1)
                    .setMembers(100)
                    .setCurrent(9_000)
                    .setProposed(12_000)
                    .setDifference(3_000))
            .setUnfunded(UnfundedCommands.newBuilder()
                    .setCommands(1)
                    .addUnits(UnfundedUnits.newBuilder().setUnit("points").setUnits(60))
                    .addExamples(UnfundedCommand.newBuilder()
                            .setMemberId("alice")
                            .setKind("REDEEM_REWARD")
                            .setSubject("mug")
                            .setReason("INSUFFICIENT_UNITS")))
            .addSkipped(SkippedCommands.newBuilder().setKind("TRANSFER_UNITS").setCommands(2))
            .build();

    private final StringWriter text = new StringWriter();

    @Test
    void bothSidesStandBesideEachOtherAndWhatIsNotCertainIsToldAtTheEnd() {
        new SimulationTable(new Terminal(new PrintWriter(text), new PrintWriter(text), false, false)).print(REPORT);

        assertThat(text.toString().lines())
                .anyMatch(line -> line.matches("points granted +20,000 +30,000 +10,000"))
                .anyMatch(line -> line.matches("points liability, minor EUR +50 +75 +25"))
                .anyMatch(line -> line.matches("1: 100 members +9,000 +12,000 +3,000"))
                .contains(
                        "could not have been funded: 1 commands, 60 points",
                        "  alice: REDEEM_REWARD mug → INSUFFICIENT_UNITS",
                        "left out on both sides: 2 × TRANSFER_UNITS",
                        "1 of 1,000 members do not end again in exactly what is stored, such as bob");
    }

    @Test
    void aDayBeginsInTheProgramsZone() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(Timestamps.toString(DayOrMoment.of("--from", "2026-01-31", berlin)))
                .isEqualTo("2026-01-30T23:00:00Z");
        assertThat(Timestamps.toString(DayOrMoment.of("--from", "2026-01-31T12:00:00Z", berlin)))
                .isEqualTo("2026-01-31T12:00:00Z");
        assertThatThrownBy(() -> DayOrMoment.of("--from", "yesterday", berlin))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--from takes a day");
    }

    private static UnitOutcome outcome(long granted, long cents) {
        return UnitOutcome.newBuilder()
                .setGranted(granted)
                .addLiability(SimulatedMoney.newBuilder().setCurrency("EUR").setAmount(cents))
                .build();
    }
}
