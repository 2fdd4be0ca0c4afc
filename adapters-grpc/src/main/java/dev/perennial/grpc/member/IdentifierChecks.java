package dev.perennial.grpc.member;

import dev.perennial.contract.member.v1.AddIdentifierRequest;
import dev.perennial.contract.member.v1.Identifier;
import dev.perennial.contract.member.v1.IdentifierKind;
import dev.perennial.contract.member.v1.LookUpMemberRequest;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.SyntaxCheck;
import java.util.List;

/** Is an identifier what its kind says? */
public final class IdentifierChecks {

    private IdentifierChecks() {}

    static List<SyntaxCheck<?>> all() {
        return List.of(
                new SyntaxCheck<>(
                        AddIdentifierRequest.class,
                        (request, problems) -> check(request.getIdentifier(), problems.at("identifier"))),
                new SyntaxCheck<>(
                        LookUpMemberRequest.class,
                        (request, problems) -> check(request.getIdentifier(), problems.at("identifier"))));
    }

    public static void check(Identifier identifier, Problems problems) {
        boolean custom = identifier.getKind() == IdentifierKind.IDENTIFIER_KIND_CUSTOM;
        problems.at("name")
                .require(custom != identifier.getName().isEmpty(), "is for custom identifiers, which must have one");
        boolean known = identifier.getKind() != IdentifierKind.IDENTIFIER_KIND_UNSPECIFIED
                && identifier.getKind() != IdentifierKind.UNRECOGNIZED
                && custom != identifier.getName().isEmpty();
        problems.at("value")
                .require(!known || IdentifierTranslator.read(identifier).isPresent(), problem(identifier.getKind()));
    }

    private static String problem(IdentifierKind kind) {
        return switch (kind) {
            case IDENTIFIER_KIND_CARD -> "is not a card number of 4 to 64 letters and digits";
            case IDENTIFIER_KIND_PHONE -> "is not a phone number with its country code, such as +49 30 1234567";
            case IDENTIFIER_KIND_EMAIL -> "is not an e-mail address";
            default -> "is not 1 to 256 characters, not counting blanks around them";
        };
    }
}
