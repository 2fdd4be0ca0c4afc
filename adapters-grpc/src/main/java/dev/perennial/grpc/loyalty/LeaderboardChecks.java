package dev.perennial.grpc.loyalty;

import com.google.type.Date;
import dev.perennial.contract.loyalty.v1.GetRankRequest;
import dev.perennial.contract.loyalty.v1.ListRanksRequest;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.SyntaxCheck;
import dev.perennial.grpc.shared.Times;
import java.util.List;

/** What the annotations of requests about leaderboards cannot say. */
public final class LeaderboardChecks {

    private LeaderboardChecks() {}

    public static List<SyntaxCheck<?>> all() {
        return List.of(
                new SyntaxCheck<>(
                        ListRanksRequest.class,
                        (request, problems) -> day(request.hasDay(), request.getDay(), problems)),
                new SyntaxCheck<>(
                        GetRankRequest.class,
                        (request, problems) -> day(request.hasDay(), request.getDay(), problems)));
    }

    private static void day(boolean told, Date day, Problems problems) {
        boolean exists = day.getYear() >= 1 && Times.date(day).isPresent();
        problems.at("day").require(!told || exists, "is not a day of the calendar");
    }
}
