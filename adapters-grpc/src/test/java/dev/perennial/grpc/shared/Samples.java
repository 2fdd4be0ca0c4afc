package dev.perennial.grpc.shared;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.activity.v1.RecordActivityRequest;
import dev.perennial.contract.ledger.v1.AdjustUnitsRequest;
import dev.perennial.contract.ledger.v1.ReinstateUnitsRequest;
import dev.perennial.contract.member.v1.EnrolMemberRequest;
import dev.perennial.contract.member.v1.Profile;
import dev.perennial.contract.member.v1.UpdateMemberRequest;
import dev.perennial.contract.program.v1.ApplyProgramRequest;
import dev.perennial.contract.program.v1.EarningRule;
import dev.perennial.contract.program.v1.Fixed;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.Unit;
import java.time.Instant;

/** Requests that nothing is wrong with, for tests to spoil. */
public final class Samples {

    /** What the clock says in these tests. */
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** What the sandbox's clock says: about two years later. */
    public static final Instant SANDBOX_NOW = Instant.parse("2028-02-29T12:00:00Z");

    private Samples() {}

    public static Timestamp now() {
        return Times.toProto(NOW);
    }

    public static OrderLine.Builder line() {
        return OrderLine.newBuilder()
                .setSku("mug")
                .setQuantity(2)
                .setAmount(2_400)
                .setTax(383);
    }

    public static Purchase.Builder order() {
        return Purchase.newBuilder().setOrderId("o-1").setCurrency("EUR").addLines(line());
    }

    public static Activity.Builder purchase() {
        return Activity.newBuilder()
                .setSource("shop")
                .setExternalId("a-1")
                .setMemberId("anna")
                .setOccurredAt(now())
                .setPurchase(order());
    }

    public static RecordActivityRequest record(Activity.Builder activity) {
        return RecordActivityRequest.newBuilder().setActivity(activity).build();
    }

    public static EnrolMemberRequest.Builder enrolment() {
        return EnrolMemberRequest.newBuilder().setMemberId("anna").setRequestId("enrol-anna");
    }

    public static UpdateMemberRequest.Builder update() {
        return UpdateMemberRequest.newBuilder()
                .setMemberId("anna")
                .setProfile(Profile.newBuilder().setDisplayName("Anna"))
                .setRequestId("update-anna");
    }

    public static AdjustUnitsRequest.Builder adjustment() {
        return AdjustUnitsRequest.newBuilder()
                .setMemberId("anna")
                .setUnit("points")
                .setAmount(100)
                .setReason("sorry for the delay")
                .setActor("desk-7")
                .setRequestId("adjust-1");
    }

    public static ReinstateUnitsRequest.Builder reinstatement() {
        return ReinstateUnitsRequest.newBuilder()
                .setMemberId("anna")
                .setUnit("points")
                .setEntryNumber(1)
                .setExpiresAfterDays(30)
                .setReason("we were closed")
                .setActor("desk-7")
                .setRequestId("reinstate-1");
    }

    public static EarningRule.Builder rule() {
        return EarningRule.newBuilder()
                .setId("welcome")
                .setActivityType(ActivityType.ACTIVITY_TYPE_PURCHASE)
                .setUnit("points")
                .setFixed(Fixed.newBuilder().setUnits(10));
    }

    public static Program.Builder program() {
        return Program.newBuilder()
                .setTimeZone("Europe/Berlin")
                .setCurrency("EUR")
                .addUnits(Unit.newBuilder().setId("points").setName("Points"))
                .addEarningRules(rule());
    }

    public static ApplyProgramRequest.Builder application() {
        return ApplyProgramRequest.newBuilder().setProgram(program()).setRequestId("apply-1");
    }
}
