package dev.perennial.bootstrap.command.simulating;

import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.contract.program.v1.MemberDecile;
import dev.perennial.contract.program.v1.SimulatedMoney;
import dev.perennial.contract.program.v1.SimulatedPool;
import dev.perennial.contract.program.v1.SimulatedRule;
import dev.perennial.contract.program.v1.SimulatedUnit;
import dev.perennial.contract.program.v1.SimulationReport;
import dev.perennial.contract.program.v1.UnfundedCommands;
import dev.perennial.contract.program.v1.UnitOutcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a simulation came to, for people. */
final class SimulationTable {

    private final Terminal terminal;

    SimulationTable(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(SimulationReport report) {
        heading("by unit");
        report.getUnitsList().forEach(this::unit);
        heading("by rule");
        report.getRulesList().forEach(this::rule);
        heading("by tenth of the members, most " + report.getRankedByUnit() + " first");
        report.getDecilesList().forEach(this::decile);
        report.getPoolsList().forEach(this::pool);
        unfunded(report.getUnfunded());
        trust(report);
    }

    private void heading(String what) {
        terminal.say(terminal.bold("%-40s %15s %15s %15s".formatted(what, "current", "proposed", "difference")));
    }

    private void unit(SimulatedUnit unit) {
        UnitOutcome current = unit.getCurrent();
        UnitOutcome proposed = unit.getProposed();
        String id = unit.getUnit();
        row(id + " granted", current.getGranted(), proposed.getGranted());
        row(id + " redeemed", current.getRedeemed(), proposed.getRedeemed());
        row(id + " expired", current.getExpired(), proposed.getExpired());
        row(id + " outstanding", current.getOutstanding(), proposed.getOutstanding());
        if (current.getDebt() != 0 || proposed.getDebt() != 0) {
            row(id + " owed by members", current.getDebt(), proposed.getDebt());
        }
        List<String> currencies = Stream.of(current, proposed)
                .flatMap(each -> each.getLiabilityList().stream().map(SimulatedMoney::getCurrency))
                .distinct()
                .sorted()
                .toList();
        for (String currency : currencies) {
            row(id + " liability, minor " + currency, worth(current, currency), worth(proposed, currency));
        }
    }

    private static long worth(UnitOutcome outcome, String currency) {
        return outcome.getLiabilityList().stream()
                .filter(money -> money.getCurrency().equals(currency))
                .mapToLong(SimulatedMoney::getAmount)
                .sum();
    }

    private void rule(SimulatedRule rule) {
        row(
                rule.getRuleId() + " " + rule.getUnit(),
                rule.getCurrent().getUnits(),
                rule.getProposed().getUnits());
    }

    private void decile(MemberDecile row) {
        row(row.getDecile() + ": " + row.getMembers() + " members", row.getCurrent(), row.getProposed());
    }

    private void pool(SimulatedPool pool) {
        String available = pool.hasAvailable() ? " of " + count(pool.getAvailable()) : "";
        row(pool.getPool() + " " + pool.getStartsOn() + available, pool.getCurrent(), pool.getProposed());
    }

    private void row(String what, long current, long proposed) {
        terminal.say(
                "%-40s %15s %15s %15s".formatted(what, count(current), count(proposed), count(proposed - current)));
    }

    private void unfunded(UnfundedCommands unfunded) {
        if (unfunded.getCommands() == 0) {
            terminal.say("everything that members had could have been funded");
            return;
        }
        String units = unfunded.getUnitsList().stream()
                .map(each -> count(each.getUnits()) + " " + each.getUnit())
                .collect(Collectors.joining(", "));
        terminal.say(terminal.yellow("could not have been funded: " + count(unfunded.getCommands()) + " commands"
                + (units.isEmpty() ? "" : ", " + units)));
        unfunded.getExamplesList()
                .forEach(each -> terminal.say("  " + each.getMemberId() + ": " + each.getKind() + " "
                        + each.getSubject() + " → " + each.getReason()));
    }

    private void trust(SimulationReport report) {
        report.getSkippedList()
                .forEach(each -> terminal.say(terminal.yellow(
                        "left out on both sides: " + count(each.getCommands()) + " × " + each.getKind())));
        if (report.getMembersDiffering() == 0) {
            terminal.say(count(report.getMembers()) + " members; each ends again in exactly what is stored");
        } else {
            terminal.say(terminal.yellow(count(report.getMembersDiffering()) + " of " + count(report.getMembers())
                    + " members do not end again in exactly what is stored, such as "
                    + String.join(", ", report.getDifferingMemberIdsList())));
        }
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
