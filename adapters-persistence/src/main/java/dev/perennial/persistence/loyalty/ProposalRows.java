package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.ADJUSTMENT_PROPOSAL;
import static dev.perennial.persistence.jooq.Tables.MEMBER;

import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.Correction;
import dev.perennial.domain.loyalty.Proposal;
import dev.perennial.domain.loyalty.ProposalState;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.AdjustmentProposalRecord;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** Proposed corrections as rows: one command writes one, and another one decides on it. */
final class ProposalRows {

    private static final RowInsert SAVE = RowInsert.into(ADJUSTMENT_PROPOSAL)
            .without(ADJUSTMENT_PROPOSAL.POSITION)
            .orUpdate(
                    ADJUSTMENT_PROPOSAL.STATE,
                    ADJUSTMENT_PROPOSAL.DECIDER,
                    ADJUSTMENT_PROPOSAL.DECIDED_AT,
                    ADJUSTMENT_PROPOSAL.DECIDED_BY,
                    ADJUSTMENT_PROPOSAL.BECAUSE);

    private ProposalRows() {}

    static void save(Session session, TenantId tenant, List<Effect> effects) {
        List<AdjustmentProposalRecord> rows = new ArrayList<>();
        for (Effect effect : effects) {
            Proposal proposal =
                    effect.request() == null ? null : effect.request().proposal();
            if (proposal != null) {
                rows.add(row(tenant, effect.decision().after().number(), proposal));
            }
        }
        session.insert(SAVE, rows);
    }

    private static AdjustmentProposalRecord row(TenantId tenant, int member, Proposal proposal) {
        return new AdjustmentProposalRecord(
                tenant.value(),
                member,
                proposal.number(),
                null,
                AskedJson.write(asked(proposal.what())),
                proposal.reason(),
                proposal.proposer(),
                proposal.proposedAt(),
                proposal.expiresAt(),
                proposal.state().name(),
                proposal.decider(),
                proposal.decidedAt(),
                proposal.decidedBy(),
                proposal.because());
    }

    /** One of the member's under its lock; null when it has none of that number. */
    static @Nullable Proposal find(Session session, TenantId tenant, int member, long number) {
        return select(session, ADJUSTMENT_PROPOSAL.TENANT_ID.eq(tenant.value()))
                .and(ADJUSTMENT_PROPOSAL.MEMBER_NO.eq(member))
                .and(ADJUSTMENT_PROPOSAL.PROPOSAL_NO.eq(number))
                .fetchOne(ProposalRows::proposal);
    }

    static SelectConditionStep<Record> select(Session session, Condition which) {
        return session.dsl()
                .select(ADJUSTMENT_PROPOSAL.fields())
                .select(MEMBER.MEMBER_ID)
                .from(ADJUSTMENT_PROPOSAL)
                .join(MEMBER)
                .on(MEMBER.TENANT_ID.eq(ADJUSTMENT_PROPOSAL.TENANT_ID))
                .and(MEMBER.MEMBER_NO.eq(ADJUSTMENT_PROPOSAL.MEMBER_NO))
                .where(which);
    }

    static Proposal proposal(Record row) {
        return new Proposal(
                new MemberId(Text.of(row.get(MEMBER.MEMBER_ID))),
                row.get(ADJUSTMENT_PROPOSAL.PROPOSAL_NO),
                correction(AskedJson.read(row.get(ADJUSTMENT_PROPOSAL.WHAT))),
                row.get(ADJUSTMENT_PROPOSAL.REASON),
                row.get(ADJUSTMENT_PROPOSAL.PROPOSER),
                Objects.requireNonNull(row.get(ADJUSTMENT_PROPOSAL.PROPOSED_AT)),
                Objects.requireNonNull(row.get(ADJUSTMENT_PROPOSAL.EXPIRES_AT)),
                ProposalState.valueOf(row.get(ADJUSTMENT_PROPOSAL.STATE)),
                row.get(ADJUSTMENT_PROPOSAL.DECIDER),
                row.get(ADJUSTMENT_PROPOSAL.DECIDED_AT),
                row.get(ADJUSTMENT_PROPOSAL.DECIDED_BY),
                row.get(ADJUSTMENT_PROPOSAL.BECAUSE));
    }

    private static Asked asked(Correction correction) {
        return switch (correction) {
            case Correction.Adjust(var unit, long amount) -> new Asked.Adjustment(unit, amount);
            case Correction.Reinstate(var what) -> new Asked.GivingBack(what, null);
        };
    }

    private static Correction correction(Asked asked) {
        return switch (asked) {
            case Asked.Adjustment(var unit, long amount) -> new Correction.Adjust(unit, amount);
            case Asked.GivingBack(var what, var ranOutAt) -> new Correction.Reinstate(what);
            default -> throw new IllegalStateException("nobody proposes anything else");
        };
    }
}
