package dev.perennial.bootstrap.command.demo;

import dev.perennial.bootstrap.command.client.ApiError;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.command.client.Progress;
import dev.perennial.bootstrap.command.sending.Outcomes;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.Consequences;
import dev.perennial.contract.activity.v1.RuleOutcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the play and remembers the activity that has most to tell: rules that matched, one that did not, a cap that
 * cut.
 */
final class Highlight implements Outcomes {

    private final Progress progress;
    private @Nullable Told best;
    private int bestScore;

    /** An activity with what it came to. */
    record Told(Activity activity, Consequences consequences) {}

    Highlight(Progress progress) {
        this.progress = progress;
    }

    Optional<Told> best() {
        return Optional.ofNullable(best);
    }

    @Override
    public void recorded(Activity activity, Consequences consequences, boolean replayed) {
        progress.add(1);
        int score = score(activity, consequences);
        if (score >= bestScore) {
            bestScore = score;
            best = new Told(activity, consequences);
        }
    }

    @Override
    public void refused(Activity activity, ApiError error) {
        throw new CommandFailure("the platform refused " + activity.getExternalId() + ": " + error.line());
    }

    private static int score(Activity activity, Consequences consequences) {
        if (!activity.hasPurchase()) {
            return 0;
        }
        int score = 0;
        boolean notMatched = false;
        for (RuleOutcome rule : consequences.getExplanationList()) {
            score += rule.getMatched() ? 2 : 0;
            score += rule.getCredited() < rule.getNominal() ? 3 : 0;
            notMatched |= !rule.getMatched();
        }
        return notMatched ? score + 2 : score;
    }
}
