package dev.perennial.domain.program;

import dev.perennial.domain.activity.ActivityType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that is counted and owned.
 *
 * @param id 1 to 40 characters of a-z, 0-9 and _, beginning with a letter
 * @param name what people call it
 * @param scale how many decimals people see: an amount of 1250 at scale 2 is shown as 12.50; 0 to 6
 * @param kind what it is to people; the ledger treats all alike
 * @param sliding how long it lasts after the member's last qualifying activity; null when each lot has its own expiry
 * @param cause for {@link Kind#CHARITY} the id of the cause that it is given to; otherwise empty
 * @param fairValue what it is worth to a member, for the books; null when nobody put a value on it
 * @param approvalAbove above how many of its smallest steps, either way, a correction by hand needs a second pair of eyes;
 *     null when none does
 */
public record UnitDefinition(
        String id,
        String name,
        int scale,
        Kind kind,
        @Nullable Sliding sliding,
        String cause,
        @Nullable FairValue fairValue,
        @Nullable Long approvalAbove) {

    /** What a unit is to people. */
    public enum Kind {
        POINTS,
        /** Decides the standing and is not spent. */
        STATUS,
        STAMP,
        TICKET,
        BADGE,
        /** Money to spend. */
        CREDIT,
        /** Goods or services for free. */
        VOUCHER,
        /** Given to a cause in the member's name. */
        CHARITY;

        /**
         * Whether members can exchange it for something, so that the business owes them. Standing and badges cannot be
         * exchanged; what is given to a cause is owed to the cause.
         */
        public boolean isSpendable() {
            return switch (this) {
                case POINTS, STAMP, TICKET, CREDIT, VOUCHER -> true;
                case STATUS, BADGE, CHARITY -> false;
            };
        }
    }

    /**
     * All of the unit runs out together, so long after the last activity of one of the kinds.
     *
     * @param months 1 to 1,200
     */
    public record Sliding(int months, Set<ActivityType> qualifying) {

        public Sliding {
            qualifying = Set.copyOf(qualifying);
        }
    }

    /** A unit that anybody may correct alone. */
    public UnitDefinition(
            String id,
            String name,
            int scale,
            Kind kind,
            @Nullable Sliding sliding,
            String cause,
            @Nullable FairValue fairValue) {
        this(id, name, scale, kind, sliding, cause, fairValue, null);
    }

    /** A unit without a fair value. */
    public UnitDefinition(String id, String name, int scale, Kind kind, @Nullable Sliding sliding, String cause) {
        this(id, name, scale, kind, sliding, cause, null);
    }

    /** Points of which each lot has its own expiry. */
    public UnitDefinition(String id, String name, int scale) {
        this(id, name, scale, Kind.POINTS, null, "");
    }
}
