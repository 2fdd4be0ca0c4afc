package dev.perennial.grpc.loyalty;

import dev.perennial.contract.loyalty.v1.GetPartnerSettlementRequest;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.SyntaxCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the annotations of requests about settlements cannot say. */
public final class SettlementChecks {

    /** Longer than any period that is settled. */
    private static final int DAYS_MAX = 366;

    private SettlementChecks() {}

    public static List<SyntaxCheck<?>> all() {
        return List.of(new SyntaxCheck<>(GetPartnerSettlementRequest.class, SettlementChecks::check));
    }

    private static void check(GetPartnerSettlementRequest request, Problems problems) {
        if (!request.hasFrom() || !request.hasTo()) {
            return; // the annotations say that they must be there
        }
        Optional<LocalDate> from = AskedDays.day(request.getFrom(), problems.at("from"));
        Optional<LocalDate> to = AskedDays.day(request.getTo(), problems.at("to"));
        if (from.isPresent() && to.isPresent()) {
            problems.at("to").require(!to.get().isBefore(from.get()), "must not be before from");
            problems.at("to")
                    .require(
                            to.get().isBefore(from.get().plusDays(DAYS_MAX)),
                            "must be at most " + DAYS_MAX + " days from the first to the last");
        }
    }
}
