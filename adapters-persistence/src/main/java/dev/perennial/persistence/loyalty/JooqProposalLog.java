package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.ADJUSTMENT_PROPOSAL;
import static dev.perennial.persistence.jooq.Tables.MEMBER;

import dev.perennial.application.ledger.ProposalLog;
import dev.perennial.domain.loyalty.Proposal;
import dev.perennial.domain.loyalty.ProposalState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Proposed corrections from their rows. */
public final class JooqProposalLog implements ProposalLog {

    private final Database database;

    public JooqProposalLog(Database database) {
        this.database = database;
    }

    @Override
    public List<Listed> list(
            TenantId tenant, Optional<ProposalState> state, Instant now, long belowPosition, int limit) {
        return database.query(session -> ProposalRows.select(session, ADJUSTMENT_PROPOSAL.TENANT_ID.eq(tenant.value()))
                .and(state.map(one -> is(one, now)).orElse(DSL.noCondition()))
                .and(ADJUSTMENT_PROPOSAL.POSITION.lt(belowPosition))
                .orderBy(ADJUSTMENT_PROPOSAL.POSITION.desc())
                .limit(limit)
                .fetch(row -> new Listed(row.get(ADJUSTMENT_PROPOSAL.POSITION), ProposalRows.proposal(row))));
    }

    private static Condition is(ProposalState state, Instant now) {
        Condition open = ADJUSTMENT_PROPOSAL.STATE.eq(ProposalState.OPEN.name());
        return switch (state) {
            case OPEN -> open.and(ADJUSTMENT_PROPOSAL.EXPIRES_AT.gt(now));
            case LAPSED -> open.and(ADJUSTMENT_PROPOSAL.EXPIRES_AT.le(now));
            case APPROVED, REJECTED -> ADJUSTMENT_PROPOSAL.STATE.eq(state.name());
        };
    }

    @Override
    public Optional<Proposal> find(TenantId tenant, MemberId member, long number) {
        return database.query(session -> ProposalRows.select(session, ADJUSTMENT_PROPOSAL.TENANT_ID.eq(tenant.value()))
                .and(MEMBER.MEMBER_ID.eq(Text.bytes(member.value())))
                .and(ADJUSTMENT_PROPOSAL.PROPOSAL_NO.eq(number))
                .fetchOptional(ProposalRows::proposal));
    }
}
