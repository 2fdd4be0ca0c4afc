package dev.perennial.bootstrap.story;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.ledger.v1.ExpiredWithin;
import dev.perennial.contract.ledger.v1.ReinstateUnitsRequest;
import java.time.Instant;

/** Points that ran out, to be given back for 30 days. */
final class Reinstating {

    private Reinstating() {}

    /** All that ran out within a time. */
    static ReinstateUnitsRequest request(String member, String requestId, Instant from, Instant before) {
        return points(member, requestId)
                .setWithin(ExpiredWithin.newBuilder().setFrom(time(from)).setBefore(time(before)))
                .build();
    }

    /** What ran out by one entry. */
    static ReinstateUnitsRequest request(String member, String requestId, long entry) {
        return points(member, requestId).setEntryNumber(entry).build();
    }

    private static ReinstateUnitsRequest.Builder points(String member, String requestId) {
        return ReinstateUnitsRequest.newBuilder()
                .setMemberId(member)
                .setUnit("points")
                .setExpiresAfterDays(30)
                .setReason("the shop was closed")
                .setActor("kim")
                .setRequestId(requestId);
    }

    private static Timestamp time(Instant moment) {
        return Timestamp.newBuilder()
                .setSeconds(moment.getEpochSecond())
                .setNanos(moment.getNano())
                .build();
    }
}
