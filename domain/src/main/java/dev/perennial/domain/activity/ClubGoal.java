package dev.perennial.domain.activity;

import java.time.LocalDate;

/**
 * The member's club has reached a stage of a challenge that its members share.
 *
 * @param club the club's id
 * @param challenge the challenge's id in the program
 * @param target the stage's, which it is known by: stages may be added before it
 * @param periodStart the first day of the period in which it was reached
 */
public record ClubGoal(String club, String challenge, long target, LocalDate periodStart) implements ActivityDetail {

    @Override
    public ActivityType type() {
        return ActivityType.CLUB_GOAL;
    }
}
