package dev.perennial.grpc.member;

import dev.perennial.contract.member.v1.Consent;
import dev.perennial.contract.member.v1.ConsentChannel;
import dev.perennial.grpc.shared.Times;

/** Consents, both ways. */
final class ConsentTranslator {

    private ConsentTranslator() {}

    static dev.perennial.domain.member.Consent toDomain(Consent proto) {
        return new dev.perennial.domain.member.Consent(
                channel(proto.getChannel()), proto.getGiven(), Times.toDomain(proto.getAt()), proto.getSource());
    }

    static Consent toProto(dev.perennial.domain.member.Consent consent) {
        return Consent.newBuilder()
                .setChannel(channel(consent.channel()))
                .setGiven(consent.given())
                .setAt(Times.toProto(consent.at()))
                .setSource(consent.source())
                .build();
    }

    private static dev.perennial.domain.member.ConsentChannel channel(ConsentChannel proto) {
        return switch (proto) {
            case CONSENT_CHANNEL_EMAIL -> dev.perennial.domain.member.ConsentChannel.EMAIL;
            case CONSENT_CHANNEL_SMS -> dev.perennial.domain.member.ConsentChannel.SMS;
            case CONSENT_CHANNEL_PUSH -> dev.perennial.domain.member.ConsentChannel.PUSH;
            case CONSENT_CHANNEL_PHONE -> dev.perennial.domain.member.ConsentChannel.PHONE;
            case CONSENT_CHANNEL_POST -> dev.perennial.domain.member.ConsentChannel.POST;
            case CONSENT_CHANNEL_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("an unknown channel passed validation");
        };
    }

    private static ConsentChannel channel(dev.perennial.domain.member.ConsentChannel channel) {
        return switch (channel) {
            case EMAIL -> ConsentChannel.CONSENT_CHANNEL_EMAIL;
            case SMS -> ConsentChannel.CONSENT_CHANNEL_SMS;
            case PUSH -> ConsentChannel.CONSENT_CHANNEL_PUSH;
            case PHONE -> ConsentChannel.CONSENT_CHANNEL_PHONE;
            case POST -> ConsentChannel.CONSENT_CHANNEL_POST;
        };
    }
}
