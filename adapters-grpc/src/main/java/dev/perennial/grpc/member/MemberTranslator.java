package dev.perennial.grpc.member;

import dev.perennial.application.member.MemberIdentifiers.KnownMember;
import dev.perennial.contract.member.v1.Member;
import dev.perennial.contract.member.v1.Profile;
import dev.perennial.grpc.shared.Etag;
import dev.perennial.grpc.shared.Times;

/** Members and profiles, both ways. */
final class MemberTranslator {

    private MemberTranslator() {}

    /** For replies that are stored: they outlive the personal data that they must not quote. */
    static Member withoutProfile(dev.perennial.domain.member.Member member) {
        return toProto(member).toBuilder().clearProfile().build();
    }

    static Member toProto(KnownMember known) {
        return toProto(known.member()).toBuilder()
                .addAllIdentifiers(known.identifiers().stream()
                        .map(IdentifierTranslator::toProto)
                        .toList())
                .setStatus(StatusTranslator.toProto(known.traits().status()))
                .setStaff(known.traits().staff())
                .build();
    }

    static Member toProto(dev.perennial.domain.member.Member member) {
        return Member.newBuilder()
                .setMemberId(member.id().value())
                .setProfile(profile(member.profile()))
                .setEnrolledAt(Times.toProto(member.enrolledAt()))
                .setUpdatedAt(Times.toProto(member.updatedAt()))
                .setEtag(Etag.of(member.revision()))
                .build();
    }

    private static Profile profile(dev.perennial.domain.member.Profile profile) {
        Profile.Builder proto = Profile.newBuilder()
                .setDisplayName(profile.displayName())
                .setPublicName(profile.publicName())
                .setEmail(profile.email())
                .setGender(profile.gender())
                .setCountry(profile.country())
                .setLocale(profile.locale())
                .setTimeZone(profile.timeZone())
                .setAcquisitionSource(profile.acquisitionSource())
                .addAllConsents(profile.consents().stream()
                        .map(ConsentTranslator::toProto)
                        .toList());
        var birthDate = profile.birthDate();
        if (birthDate != null) {
            proto.setBirthDate(Times.toProto(birthDate));
        }
        return proto.build();
    }

    static dev.perennial.domain.member.Profile toDomain(Profile proto) {
        return new dev.perennial.domain.member.Profile(
                proto.getDisplayName(),
                proto.getPublicName(),
                proto.getEmail(),
                proto.hasBirthDate() ? Times.date(proto.getBirthDate()).orElseThrow() : null,
                proto.getGender(),
                proto.getCountry(),
                proto.getLocale(),
                proto.getTimeZone(),
                proto.getAcquisitionSource(),
                proto.getConsentsList().stream()
                        .map(ConsentTranslator::toDomain)
                        .toList());
    }
}
