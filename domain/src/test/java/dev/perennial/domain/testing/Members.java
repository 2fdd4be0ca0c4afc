package dev.perennial.domain.testing;

import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import java.time.Instant;

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
}
