package dev.perennial.grpc.loyalty;

import dev.perennial.contract.loyalty.v1.GetDonationsRequest;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.SyntaxCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the annotations of requests about donations cannot say. */
public final class DonationChecks {

    private DonationChecks() {}

    public static List<SyntaxCheck<?>> all() {
        return List.of(new SyntaxCheck<>(GetDonationsRequest.class, DonationChecks::check));
    }

    private static void check(GetDonationsRequest request, Problems problems) {
        Optional<LocalDate> from =
                request.hasFrom() ? AskedDays.day(request.getFrom(), problems.at("from")) : Optional.empty();
        Optional<LocalDate> to = request.hasTo() ? AskedDays.day(request.getTo(), problems.at("to")) : Optional.empty();
        if (from.isPresent() && to.isPresent()) {
            problems.at("to").require(!to.get().isBefore(from.get()), "must not be before from");
        }
    }
}
