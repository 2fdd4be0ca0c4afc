package dev.perennial.domain.member;

import dev.perennial.domain.shared.MemberId;
import java.time.Instant;

/**
 * A customer as the platform's callers see one.
 *
 * @param number the platform's own dense number within the tenant
 * @param revision counts the changes of the profile from 1; its etag
 */
public record Member(MemberId id, int number, long revision, Instant enrolledAt, Instant updatedAt, Profile profile) {

    public Member updated(Profile next, Instant now) {
        return new Member(id, number, revision + 1, enrolledAt, now, next);
    }
}
