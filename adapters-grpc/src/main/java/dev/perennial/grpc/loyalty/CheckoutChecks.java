package dev.perennial.grpc.loyalty;

import dev.perennial.contract.loyalty.v1.EvaluateCheckoutRequest;
import dev.perennial.contract.loyalty.v1.ReserveCheckoutRequest;
import dev.perennial.grpc.activity.Baskets;
import dev.perennial.grpc.shared.SyntaxCheck;
import java.util.List;

/** What the annotations of baskets cannot say. */
public final class CheckoutChecks {

    private CheckoutChecks() {}

    public static List<SyntaxCheck<?>> all() {
        return List.of(
                new SyntaxCheck<>(
                        EvaluateCheckoutRequest.class,
                        (request, problems) -> Baskets.check(request.getBasket(), problems.at("basket"))),
                new SyntaxCheck<>(
                        ReserveCheckoutRequest.class,
                        (request, problems) -> Baskets.check(request.getBasket(), problems.at("basket"))));
    }
}
