package dev.perennial.grpc.member;

import dev.perennial.contract.member.v1.MemberStatus;
import dev.perennial.contract.member.v1.SetMemberStatusRequest;
import dev.perennial.domain.loyalty.StatusChange;

/** The status of members, both ways. */
final class StatusTranslator {

    private StatusTranslator() {}

    static StatusChange toDomain(SetMemberStatusRequest request) {
        return new StatusChange(toDomain(request.getStatus()), request.getStaff(), request.getForfeit());
    }

    private static dev.perennial.domain.member.MemberStatus toDomain(MemberStatus proto) {
        return switch (proto) {
            case MEMBER_STATUS_ACTIVE -> dev.perennial.domain.member.MemberStatus.ACTIVE;
            case MEMBER_STATUS_SUSPENDED -> dev.perennial.domain.member.MemberStatus.SUSPENDED;
            case MEMBER_STATUS_CLOSED -> dev.perennial.domain.member.MemberStatus.CLOSED;
            case MEMBER_STATUS_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("an unknown status passed validation");
        };
    }

    static MemberStatus toProto(dev.perennial.domain.member.MemberStatus status) {
        return switch (status) {
            case ACTIVE -> MemberStatus.MEMBER_STATUS_ACTIVE;
            case SUSPENDED -> MemberStatus.MEMBER_STATUS_SUSPENDED;
            case CLOSED -> MemberStatus.MEMBER_STATUS_CLOSED;
        };
    }
}
