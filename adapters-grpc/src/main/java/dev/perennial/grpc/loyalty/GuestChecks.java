package dev.perennial.grpc.loyalty;

import dev.perennial.contract.loyalty.v1.ClaimGuestOrdersRequest;
import dev.perennial.contract.loyalty.v1.DeleteGuestOrdersRequest;
import dev.perennial.contract.loyalty.v1.RecordGuestActivityRequest;
import dev.perennial.contract.member.v1.Identifier;
import dev.perennial.contract.member.v1.IdentifierKind;
import dev.perennial.grpc.activity.ActivityChecks;
import dev.perennial.grpc.member.IdentifierChecks;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.SyntaxCheck;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the annotations of guests' orders cannot say. */
public final class GuestChecks {

    private GuestChecks() {}

    /** @param clock tells what is the future, but to sandboxes */
    public static List<SyntaxCheck<?>> all(InstantSource clock) {
        ActivityChecks activities = ActivityChecks.by(clock);
        return List.of(
                new SyntaxCheck<>(RecordGuestActivityRequest.class, (request, problems) -> {
                    activities.check(GuestTranslator.activity(request.getActivity()), problems);
                    checkContacts(request, problems.at("identifiers"));
                }),
                new SyntaxCheck<>(
                        ClaimGuestOrdersRequest.class,
                        (request, problems) -> checkContact(request.getIdentifier(), problems.at("identifier"))),
                new SyntaxCheck<>(
                        DeleteGuestOrdersRequest.class,
                        (request, problems) -> checkContact(request.getIdentifier(), problems.at("identifier"))));
    }

    private static void checkContacts(RecordGuestActivityRequest request, Problems problems) {
        problems.require(
                !request.getActivity().hasPurchase() || request.getIdentifiersCount() > 0,
                "must have one for a purchase");
        Set<IdentifierKind> seen = EnumSet.noneOf(IdentifierKind.class);
        for (int i = 0; i < request.getIdentifiersCount(); i++) {
            Identifier identifier = request.getIdentifiers(i);
            checkContact(identifier, problems.at(i));
            problems.at(i).at("kind").require(seen.add(identifier.getKind()), "must not come twice");
        }
    }

    private static void checkContact(Identifier identifier, Problems problems) {
        switch (identifier.getKind()) {
            case IDENTIFIER_KIND_EMAIL, IDENTIFIER_KIND_PHONE -> IdentifierChecks.check(identifier, problems);
            case IDENTIFIER_KIND_CARD, IDENTIFIER_KIND_CUSTOM ->
                problems.at("kind")
                        .add("must be an e-mail address or a phone number: guests are known by nothing else");
            case IDENTIFIER_KIND_UNSPECIFIED, UNRECOGNIZED -> {}
        }
    }
}
