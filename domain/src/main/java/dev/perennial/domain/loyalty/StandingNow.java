package dev.perennial.domain.loyalty;

import dev.perennial.domain.loyalty.standing.Outlook;
import dev.perennial.domain.loyalty.standing.Standing;
import dev.perennial.domain.program.PlanDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.TiersDocument;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A member's standing at a moment.
 *
 * @param member advanced to the moment
 * @param standing when everything that is due by the moment has happened
 * @param outlook empty when no program was applied yet
 */
public record StandingNow(ProgramHistory programs, MemberState member, Standing standing, Optional<Outlook> outlook) {

    /** The standing of a member who was advanced. */
    public static StandingNow of(ProgramHistory programs, MemberState member) {
        Instant moment = member.advancedTo();
        Standing standing = new StandingEvents(programs, member).at(member.tally(), moment);
        Optional<Outlook> outlook = programs.isEmpty()
                ? Optional.empty()
                : Optional.of(standing.outlook(programs, member.enrolledAt(), moment));
        return new StandingNow(programs, member, standing, outlook);
    }

    public Instant asOf() {
        return member.advancedTo();
    }

    /** What people call a level; empty for none and for one that is not in the program any more. */
    public String levelName(String id) {
        return versionsDown()
                .flatMap(version -> Stream.ofNullable(version.program().tiers()))
                .flatMap(tiers -> tiers.levels().stream())
                .filter(level -> level.id().equals(id))
                .map(TiersDocument.Level::name)
                .findFirst()
                .orElse("");
    }

    /** What people call a plan, one that is not sold any more, too. */
    public String planName(String id) {
        return versionsDown()
                .flatMap(version -> version.program().plan(id).stream())
                .map(PlanDocument::name)
                .findFirst()
                .orElse("");
    }

    /** The versions in force by now, the newest first. */
    private Stream<InForce> versionsDown() {
        return programs.versions().reversed().stream()
                .filter(version -> !version.version().effectiveAt().isAfter(asOf()));
    }
}
