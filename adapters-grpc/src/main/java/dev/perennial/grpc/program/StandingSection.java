package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.MembershipPlan;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.domain.program.PlanDocument;
import dev.perennial.domain.program.StandingDocument;
import dev.perennial.domain.program.TiersDocument;

/** What gives members a standing, both ways. */
final class StandingSection {

    private StandingSection() {}

    static StandingDocument read(Program proto) {
        return new StandingDocument(
                proto.hasTiers() ? TiersSection.read(proto.getTiers()) : null,
                proto.getMembershipPlansList().stream()
                        .map(StandingSection::plan)
                        .toList());
    }

    static void write(StandingDocument standing, Program.Builder proto) {
        TiersDocument tiers = standing.tiers();
        if (tiers != null) {
            proto.setTiers(TiersSection.write(tiers));
        }
        standing.membershipPlans().forEach(plan -> proto.addMembershipPlans(plan(plan)));
    }

    private static PlanDocument plan(MembershipPlan proto) {
        return new PlanDocument(
                proto.getId(),
                proto.getName(),
                proto.getPrice(),
                proto.getMonths(),
                proto.getTrialDays(),
                proto.getGraceDays(),
                NamedSection.read(proto.getBenefitsList()),
                proto.getTier());
    }

    private static MembershipPlan plan(PlanDocument plan) {
        return MembershipPlan.newBuilder()
                .setId(plan.id())
                .setName(plan.name())
                .setPrice(plan.price())
                .setMonths(plan.months())
                .setTrialDays(plan.trialDays())
                .setGraceDays(plan.graceDays())
                .addAllBenefits(NamedSection.write(plan.benefits()))
                .setTier(plan.tier())
                .build();
    }
}
