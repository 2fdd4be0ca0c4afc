package dev.perennial.application.loyalty.community;

import dev.perennial.domain.member.Member;
import org.jspecify.annotations.Nullable;

/** What members see of each other. */
final class PublicNames {

    private PublicNames() {}

    /** Nothing of one who has no profile any more. */
    static String of(@Nullable Member member) {
        return member == null ? "" : member.profile().publicName();
    }
}
