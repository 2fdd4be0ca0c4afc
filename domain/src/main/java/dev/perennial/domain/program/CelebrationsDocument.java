package dev.perennial.domain.program;

/**
 * When birthdays and anniversaries are kept.
 *
 * @param leapDay when somebody born on 29 February has their birthday in other years
 * @param birthDateChangeDays how many days after a birth date was given or changed it begins to count; 0 to 400
 */
public record CelebrationsDocument(LeapDay leapDay, int birthDateChangeDays) {

    public static final CelebrationsDocument DEFAULT = new CelebrationsDocument(LeapDay.FEBRUARY_28, 0);

    /** The day that stands for 29 February. */
    public enum LeapDay {
        FEBRUARY_28,
        MARCH_1
    }
}
