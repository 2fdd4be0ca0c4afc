package dev.perennial.bootstrap.command.member;

import dev.perennial.contract.loyalty.v1.Membership;
import dev.perennial.contract.loyalty.v1.Review;
import dev.perennial.contract.loyalty.v1.Standing;
import dev.perennial.contract.loyalty.v1.StatusMatch;
import dev.perennial.contract.program.v1.Level;
import dev.perennial.contract.program.v1.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A standing in lines; none when the member has neither a level nor anything else of one, and none ahead. */
final class StandingText {

    private final Program program;
    private final Words words;

    StandingText(Program program, Words words) {
        this.program = program;
        this.words = words;
    }

    List<String> lines(Standing standing) {
        List<String> lines = new ArrayList<>();
        if (standing.hasLevel()) {
            lines.add("  " + name(standing.getLevel().getId()) + " since "
                    + words.moment(standing.getLevel().getSince()));
        }
        if (standing.hasNextLevel()) {
            lines.add("  " + words.units(standing.getNextLevel().getMissing(), unit()) + " missing for "
                    + name(standing.getNextLevel().getId()));
        }
        if (standing.hasGraceEndsAt()) {
            lines.add("  in grace until " + words.moment(standing.getGraceEndsAt()));
        } else if (standing.hasReview()) {
            lines.add("  " + review(standing.getReview()));
        }
        standing.getMatchesList().stream().map(this::match).forEach(lines::add);
        standing.getMembershipsList().stream().map(this::membership).forEach(lines::add);
        return lines;
    }

    private String review(Review review) {
        String after = review.getKept()
                ? "is kept"
                : review.getLevel().isEmpty() ? "is lost" : "becomes " + name(review.getLevel());
        return "reviewed " + words.moment(review.getAt()) + ": " + after + " if nothing more is earned";
    }

    private String match(StatusMatch match) {
        return "  " + name(match.getLevel()) + " matched until " + words.moment(match.getEndsAt());
    }

    private String membership(Membership membership) {
        String state =
                membership.getState().name().replace("MEMBERSHIP_STATE_", "").toLowerCase(Locale.ROOT);
        String name = membership.getName().isEmpty() ? membership.getPlan() : membership.getName();
        return "  " + name + ": " + state
                + (membership.hasUntil() ? " until " + words.moment(membership.getUntil()) : "");
    }

    private String unit() {
        return program.getTiers().getUnit();
    }

    private String name(String level) {
        return program.getTiers().getLevelsList().stream()
                .filter(known -> known.getId().equals(level) && !known.getName().isEmpty())
                .map(Level::getName)
                .findFirst()
                .orElse(level);
    }
}
