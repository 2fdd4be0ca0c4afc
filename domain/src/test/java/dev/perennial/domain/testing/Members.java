package dev.perennial.domain.testing;

import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import java.time.Instant;
import java.time.LocalDate;

/** Members who were just enrolled. */
public final class Members {

    private Members() {}

    /** Enrolled on day 0. */
    public static MemberState aMember() {
        return aMember("ada", Moments.START);
    }

    public static MemberState aMember(String id, Instant enrolledAt) {
        return Loyalty.enrol(ProgramHistory.NONE, new MemberId(id), 1, Profile.EMPTY, enrolledAt)
                .after();
    }

    /** Of somebody of whom this is known, born on 15 June. */
    static Profile profile(Traits traits) {
        return new Profile(
                "",
                "",
                "",
                traits.birthYear() == 0 ? null : LocalDate.of(traits.birthYear(), 6, 15),
                traits.gender(),
                traits.country(),
                traits.locale(),
                traits.timeZone(),
                traits.acquisitionSource());
    }
}
