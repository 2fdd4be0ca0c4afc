package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.ACTIVITY;
import static dev.perennial.persistence.jooq.Tables.COMMAND;
import static dev.perennial.persistence.jooq.Tables.MEMBER;

import dev.perennial.application.storage.Effect;
import dev.perennial.application.storage.MemberRecords;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.loyalty.replay.Input;
import dev.perennial.domain.loyalty.replay.RecordedMember;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.Record;

/** What was recorded of members, as rows: two statements for a set of members. */
public final class JooqMemberRecords implements MemberRecords {

    private final Session session;

    public JooqMemberRecords(Session session) {
        this.session = session;
    }

    @Override
    public List<Numbered> members(TenantId tenant, int afterNumber, int limit) {
        return session.dsl()
                .select(MEMBER.MEMBER_NO, MEMBER.MEMBER_ID)
                .from(MEMBER)
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(MEMBER.MEMBER_NO.gt(afterNumber))
                .and(MEMBER.MERGED_INTO.isNull())
                .orderBy(MEMBER.MEMBER_NO)
                .limit(limit)
                .fetch(row -> new Numbered(row.value1(), new MemberId(Text.of(row.value2()))));
    }

    @Override
    public List<RecordedMember> of(TenantId tenant, Collection<MemberState> states) {
        List<Integer> numbers = states.stream().map(MemberState::number).toList();
        Map<Integer, List<RecordedFact>> facts = facts(tenant, numbers);
        Map<Integer, List<Input.Command>> commands = commands(tenant, numbers);
        return states.stream()
                .sorted(Comparator.comparingInt(MemberState::number))
                .map(state -> RecordedMember.of(
                        state,
                        facts.getOrDefault(state.number(), List.of()),
                        commands.getOrDefault(state.number(), List.of())))
                .toList();
    }

    private Map<Integer, List<RecordedFact>> facts(TenantId tenant, List<Integer> numbers) {
        return session.dsl()
                .select(ACTIVITY.MEMBER_NO)
                .select(FactRows.COLUMNS)
                .from(ACTIVITY)
                .where(ACTIVITY.TENANT_ID.eq(tenant.value()))
                .and(ACTIVITY.MEMBER_NO.in(numbers))
                .orderBy(ACTIVITY.MEMBER_NO, ACTIVITY.ACTIVITY_NO)
                .fetchGroups(row -> row.get(ACTIVITY.MEMBER_NO), FactRows::fact);
    }

    private Map<Integer, List<Input.Command>> commands(TenantId tenant, List<Integer> numbers) {
        return session.dsl()
                .select(
                        COMMAND.MEMBER_NO,
                        COMMAND.COMMAND_NO,
                        COMMAND.KIND,
                        COMMAND.DECIDED_AT,
                        COMMAND.ASKED,
                        COMMAND.ACTIVITY_NO,
                        COMMAND.ADVANCED_AT)
                .from(COMMAND)
                .where(COMMAND.TENANT_ID.eq(tenant.value()))
                .and(COMMAND.MEMBER_NO.in(numbers))
                .orderBy(COMMAND.MEMBER_NO, COMMAND.COMMAND_NO)
                .fetchGroups(row -> row.get(COMMAND.MEMBER_NO), JooqMemberRecords::command);
    }

    /** Somebody who came from another system and was merged later did not begin the survivor's life. */
    private static Asked asked(Record row) {
        boolean another =
                row.get(COMMAND.KIND).equals(Effect.Kind.IMPORT_MEMBER.name()) && row.get(COMMAND.COMMAND_NO) > 1;
        return another ? Asked.UNTOLD : AskedJson.read(row.get(COMMAND.ASKED));
    }

    private static Input.Command command(Record row) {
        Long after = row.get(COMMAND.ACTIVITY_NO);
        Instant at = row.get(COMMAND.ADVANCED_AT);
        return new Input.Command(
                row.get(COMMAND.COMMAND_NO),
                after == null ? -1 : after,
                row.get(COMMAND.KIND),
                asked(row),
                at == null ? row.get(COMMAND.DECIDED_AT) : at);
    }
}
