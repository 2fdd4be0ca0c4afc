package dev.perennial.bootstrap.command.demo;

import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.bootstrap.command.member.ActivityText;
import dev.perennial.bootstrap.command.member.Words;
import dev.perennial.contract.activity.v1.RuleOutcome;
import java.util.Locale;

/** Shows which rules made what of an activity, and why the others did not. */
final class Explanation {

    private final Terminal terminal;
    private final Words words;

    Explanation(Terminal terminal, Words words) {
        this.terminal = terminal;
        this.words = words;
    }

    void print(Highlight.Told told) {
        terminal.say(terminal.bold("Why activity " + told.consequences().getActivityNumber() + " came to what it did")
                + terminal.dim(", by version " + told.consequences().getProgramVersion() + " of the program"));
        terminal.say("  " + words.moment(told.activity().getOccurredAt()) + "  "
                + ActivityText.text(told.activity(), words.currency()));
        told.consequences().getExplanationList().forEach(rule -> terminal.say(line(rule)));
    }

    private String line(RuleOutcome rule) {
        String name = String.format(Locale.ROOT, "%-18s", rule.getRule());
        String reason = rule.getReason().isEmpty() ? "" : terminal.dim("  " + rule.getReason());
        if (!rule.getMatched()) {
            return "  " + terminal.red("✘") + " " + name + reason;
        }
        String cut =
                rule.getCredited() == rule.getNominal() ? "" : " of " + words.number(rule.getNominal(), rule.getUnit());
        return "  " + terminal.green("✔") + " " + name + " " + words.units(rule.getCredited(), rule.getUnit()) + cut
                + reason;
    }
}
