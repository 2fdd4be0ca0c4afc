package dev.perennial.bootstrap.command.member;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.contract.activity.v1.ExplainActivityRequest;
import dev.perennial.contract.activity.v1.ExplainActivityResponse;
import dev.perennial.contract.activity.v1.RecordedActivity;
import dev.perennial.contract.activity.v1.RuleOutcome;
import dev.perennial.contract.program.v1.Program;
import java.util.Locale;

/** Shows which rules made what of an activity, and why the others did not. */
public final class Explanation {

    private final ApiClient api;
    private final Terminal terminal;

    public Explanation(ApiClient api, Terminal terminal) {
        this.api = api;
        this.terminal = terminal;
    }

    /** @param activityNumber the activity's number within the member; for a refund, its order is explained */
    public void print(String memberId, long activityNumber) {
        ExplainActivityResponse explained = api.activities()
                .explainActivity(ExplainActivityRequest.newBuilder()
                        .setMemberId(memberId)
                        .setActivityNumber(activityNumber)
                        .build());
        Words words = new Words(api.program().orElse(Program.getDefaultInstance()));
        RecordedActivity activity = explained.getActivity();
        terminal.say(terminal.bold("Why activity " + activity.getActivityNumber() + " came to what it did")
                + terminal.dim(", by version " + activity.getProgramVersion() + " of the program"));
        terminal.say("  " + words.moment(activity.getActivity().getOccurredAt()) + "  "
                + ActivityText.text(activity.getActivity(), words.currency()));
        explained.getExplanationList().forEach(rule -> terminal.say(line(rule, words)));
        if (explained.getExplanationCount() == 0) {
            terminal.say("  no rule is about it");
        }
    }

    private String line(RuleOutcome rule, Words words) {
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
