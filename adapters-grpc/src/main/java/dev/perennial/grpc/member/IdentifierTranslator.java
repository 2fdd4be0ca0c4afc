package dev.perennial.grpc.member;

import dev.perennial.application.storage.Identifiers.Held;
import dev.perennial.contract.member.v1.Identifier;
import dev.perennial.contract.member.v1.IdentifierKind;
import dev.perennial.contract.member.v1.MemberIdentifier;
import dev.perennial.grpc.shared.Times;
import java.util.Optional;

/** Identifiers, both ways. */
public final class IdentifierTranslator {

    private IdentifierTranslator() {}

    /** Empty when it is malformed. */
    static Optional<dev.perennial.domain.member.Identifier> read(Identifier proto) {
        return kind(proto.getKind())
                .flatMap(kind -> dev.perennial.domain.member.Identifier.of(kind, proto.getName(), proto.getValue()));
    }

    /** Of one that passed validation. */
    public static dev.perennial.domain.member.Identifier toDomain(Identifier proto) {
        return read(proto).orElseThrow(() -> new IllegalStateException("a malformed identifier passed validation"));
    }

    static MemberIdentifier toProto(Held held) {
        return MemberIdentifier.newBuilder()
                .setIdentifierNumber(held.number())
                .setKind(toProto(held.kind()))
                .setName(held.name())
                .setLastCharacters(held.lastCharacters())
                .setAddedAt(Times.toProto(held.addedAt()))
                .build();
    }

    private static Optional<dev.perennial.domain.member.IdentifierKind> kind(IdentifierKind proto) {
        return switch (proto) {
            case IDENTIFIER_KIND_CARD -> Optional.of(dev.perennial.domain.member.IdentifierKind.CARD);
            case IDENTIFIER_KIND_PHONE -> Optional.of(dev.perennial.domain.member.IdentifierKind.PHONE);
            case IDENTIFIER_KIND_EMAIL -> Optional.of(dev.perennial.domain.member.IdentifierKind.EMAIL);
            case IDENTIFIER_KIND_CUSTOM -> Optional.of(dev.perennial.domain.member.IdentifierKind.CUSTOM);
            case IDENTIFIER_KIND_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    private static IdentifierKind toProto(dev.perennial.domain.member.IdentifierKind kind) {
        return switch (kind) {
            case CARD -> IdentifierKind.IDENTIFIER_KIND_CARD;
            case PHONE -> IdentifierKind.IDENTIFIER_KIND_PHONE;
            case EMAIL -> IdentifierKind.IDENTIFIER_KIND_EMAIL;
            case CUSTOM -> IdentifierKind.IDENTIFIER_KIND_CUSTOM;
        };
    }
}
