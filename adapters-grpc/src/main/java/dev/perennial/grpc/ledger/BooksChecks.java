package dev.perennial.grpc.ledger;

import com.google.protobuf.Timestamp;
import com.google.type.Date;
import dev.perennial.contract.ledger.v1.GetBalanceAtRequest;
import dev.perennial.contract.ledger.v1.GetBreakageRequest;
import dev.perennial.contract.ledger.v1.GetLiabilityRequest;
import dev.perennial.contract.ledger.v1.StreamJournalRequest;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.SyntaxCheck;
import dev.perennial.grpc.shared.Times;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What the annotations of requests about the books cannot say. */
public final class BooksChecks {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;
    private static final int DAYS_MAX = 366;
    private static final int MONTHS_MAX = 120;

    private BooksChecks() {}

    public static List<SyntaxCheck<?>> all() {
        return List.of(
                new SyntaxCheck<>(GetLiabilityRequest.class, (request, problems) -> {
                    moment(request.hasAsOf(), request.getAsOf(), problems.at("as_of"));
                    moment(request.hasAsKnownAt(), request.getAsKnownAt(), problems.at("as_known_at"));
                }),
                new SyntaxCheck<>(GetBalanceAtRequest.class, (request, problems) -> {
                    moment(request.hasAsOf(), request.getAsOf(), problems.at("as_of"));
                    moment(request.hasAsKnownAt(), request.getAsKnownAt(), problems.at("as_known_at"));
                }),
                new SyntaxCheck<>(GetBreakageRequest.class, BooksChecks::months),
                new SyntaxCheck<>(StreamJournalRequest.class, BooksChecks::days));
    }

    private static void moment(boolean given, Timestamp moment, Problems problems) {
        problems.require(!given || Times.isValid(moment), "must be a moment from the year 1 to 9999");
    }

    private static void days(StreamJournalRequest request, Problems problems) {
        if (!request.hasFrom() || !request.hasTo()) {
            return; // the annotations say that they must be there
        }
        Optional<LocalDate> from = known(Times.date(request.getFrom()), problems.at("from"), "a day");
        Optional<LocalDate> to = known(Times.date(request.getTo()), problems.at("to"), "a day");
        if (from.isPresent() && to.isPresent()) {
            problems.at("to").require(!to.get().isBefore(from.get()), "must not be before from");
            problems.at("to")
                    .require(
                            to.get().isBefore(from.get().plusDays(DAYS_MAX)),
                            "must be at most " + DAYS_MAX + " days from the first to the last");
        }
    }

    private static void months(GetBreakageRequest request, Problems problems) {
        if (!request.hasFrom() || !request.hasTo()) {
            return; // the annotations say that they must be there
        }
        Optional<YearMonth> from = month(request.getFrom(), problems.at("from"));
        Optional<YearMonth> to = month(request.getTo(), problems.at("to"));
        if (from.isPresent() && to.isPresent()) {
            problems.at("to").require(!to.get().isBefore(from.get()), "must not be before from");
            problems.at("to")
                    .require(
                            to.get().isBefore(from.get().plusMonths(MONTHS_MAX)),
                            "must be at most " + MONTHS_MAX + " months from the first to the last");
        }
    }

    private static Optional<YearMonth> month(Date given, Problems problems) {
        return known(Times.dayOrMonth(given), problems, "a month").map(YearMonth::from);
    }

    private static Optional<LocalDate> known(Optional<LocalDate> given, Problems problems, String what) {
        Optional<LocalDate> known = given.filter(date -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR);
        problems.require(known.isPresent(), "must be " + what + " from " + FIRST_YEAR + " to " + LAST_YEAR);
        return known;
    }
}
