package dev.perennial.bootstrap.command.member;

import com.google.protobuf.Timestamp;
import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.ListActivitiesRequest;
import dev.perennial.contract.activity.v1.ListActivitiesResponse;
import dev.perennial.contract.activity.v1.RecordedActivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a member did last, the newest recorded first: as much of it as a statement shows, and what its entries refer to.
 *
 * @param recorded the activities, without gaps
 */
record LatestActivities(List<RecordedActivity> recorded) {

    private static final int PAGE = 200;

    /** Entries that refer to what lies further back are shown without the moment of it. */
    private static final int ACTIVITIES_MAX = 2_000;

    /**
     * Asks for pages until there are enough.
     *
     * @param rows how many to have at least
     * @param oldest the number of the activity to have at least; 0 when none is of interest
     */
    static LatestActivities of(ApiClient api, String memberId, int rows, long oldest) {
        ListActivitiesRequest.Builder request =
                ListActivitiesRequest.newBuilder().setMemberId(memberId).setPageSize(rows);
        List<RecordedActivity> recorded = new ArrayList<>();
        boolean more;
        do {
            ListActivitiesResponse page = api.activities().listActivities(request.build());
            recorded.addAll(page.getActivitiesList());
            request.setPageToken(page.getNextPageToken()).setPageSize(PAGE);
            more = oldest > 0
                    && !page.getNextPageToken().isEmpty()
                    && recorded.getLast().getActivityNumber() > oldest
                    && recorded.size() < ACTIVITIES_MAX;
        } while (more);
        return new LatestActivities(List.copyOf(recorded));
    }

    Stream<RecordedActivity> newest(int rows) {
        return recorded.stream().limit(rows);
    }

    /** When an activity happened; empty when it is not among these. */
    Optional<Timestamp> occurredAt(long number) {
        return recorded.stream()
                .filter(activity -> activity.getActivityNumber() == number)
                .map(activity -> activity.getActivity().getOccurredAt())
                .findFirst();
    }

    /** In which currency an order was paid; empty when its purchase is not among these. */
    Optional<String> currencyOf(String orderId) {
        return recorded.stream()
                .map(RecordedActivity::getActivity)
                .filter(Activity::hasPurchase)
                .map(Activity::getPurchase)
                .filter(purchase -> purchase.getOrderId().equals(orderId))
                .map(purchase -> purchase.getCurrency())
                .findFirst();
    }
}
