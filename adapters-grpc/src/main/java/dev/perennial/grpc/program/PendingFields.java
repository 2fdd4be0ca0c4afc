package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.EarningRule;
import dev.perennial.domain.program.Pending;
import dev.perennial.grpc.shared.Times;

/** Until when units cannot be used yet. */
final class PendingFields {

    private PendingFields() {}

    static Pending read(EarningRule proto) {
        return switch (proto.getPendingCase()) {
            case PENDING_DAYS -> new Pending.ForDays(proto.getPendingDays());
            case PENDING_UNTIL -> new Pending.Until(Times.toDomain(proto.getPendingUntil()));
            case PENDING_END_OF -> new Pending.EndOf(ProgramWords.PERIOD.toDomain(proto.getPendingEndOf()));
            case PENDING_UNTIL_ACTIVITY ->
                new Pending.UntilActivity(
                        proto.getPendingUntilActivity().getName(),
                        proto.getPendingUntilActivity().getWithinDays());
            case PENDING_NOT_SET -> Pending.not();
        };
    }

    /** No days are left out, as who writes a program leaves them out. */
    static void write(Pending pending, EarningRule.Builder proto) {
        switch (pending) {
            case Pending.ForDays(int days) when days == 0 -> {}
            case Pending.ForDays(int days) -> proto.setPendingDays(days);
            case Pending.Until(var moment) -> proto.setPendingUntil(Times.toProto(moment));
            case Pending.EndOf(var period) -> proto.setPendingEndOf(ProgramWords.PERIOD.toProto(period));
            case Pending.UntilActivity(String name, int days) ->
                proto.getPendingUntilActivityBuilder().setName(name).setWithinDays(days);
        }
    }
}
