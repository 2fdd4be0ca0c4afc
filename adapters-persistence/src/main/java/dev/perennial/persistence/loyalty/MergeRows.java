package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static dev.perennial.persistence.jooq.Tables.MEMBER_MERGE;

import dev.perennial.domain.loyalty.Merges;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.MemberMergeRecord;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;

/** What members have of others, as rows. */
final class MergeRows {

    private static final RowInsert SAVE = RowInsert.into(MEMBER_MERGE)
            .orUpdateAllBut(MEMBER_MERGE.TENANT_ID, MEMBER_MERGE.FROM_NO, MEMBER_MERGE.MERGED_AT);

    private MergeRows() {}

    static Map<Integer, Merges> of(Session session, TenantId tenant, Collection<Integer> members) {
        if (members.isEmpty()) {
            return Map.of();
        }
        Map<Integer, List<Merges.Block>> blocks = session.dsl()
                .select(MEMBER.MEMBER_ID, MEMBER.ENROLLED_AT)
                .select(MEMBER_MERGE.fields())
                .from(MEMBER_MERGE)
                .join(MEMBER)
                .on(MEMBER.TENANT_ID.eq(MEMBER_MERGE.TENANT_ID), MEMBER.MEMBER_NO.eq(MEMBER_MERGE.FROM_NO))
                .where(MEMBER_MERGE.TENANT_ID.eq(tenant.value()))
                .and(MEMBER_MERGE.INTO_NO.in(members))
                .orderBy(MEMBER_MERGE.LAST_COMMAND_NO, MEMBER_MERGE.FROM_NO)
                .fetchGroups(row -> row.get(MEMBER_MERGE.INTO_NO), MergeRows::block);
        Map<Integer, Merges> merges = new HashMap<>();
        blocks.forEach((member, all) -> merges.put(member, new Merges(all)));
        return merges;
    }

    private static Merges.Block block(Record row) {
        return new Merges.Block(
                new MemberId(Text.of(row.get(MEMBER.MEMBER_ID))),
                row.get(MEMBER.ENROLLED_AT),
                new Merges.Span(row.get(MEMBER_MERGE.FIRST_ACTIVITY_NO), row.get(MEMBER_MERGE.LAST_ACTIVITY_NO)),
                new Merges.Span(row.get(MEMBER_MERGE.FIRST_COMMAND_NO), row.get(MEMBER_MERGE.LAST_COMMAND_NO)),
                new Merges.Span(row.get(MEMBER_MERGE.FIRST_ENTRY_NO), row.get(MEMBER_MERGE.LAST_ENTRY_NO)),
                row.get(MEMBER_MERGE.APART_UNTIL_AT));
    }

    /** @param numbers of those who were merged, by their ids */
    static void save(
            Session session, TenantId tenant, int into, Merges merges, Map<MemberId, Integer> numbers, Instant at) {
        session.insert(
                SAVE,
                merges.blocks().stream()
                        .map(block -> new MemberMergeRecord(
                                tenant.value(),
                                numbers.get(block.from()),
                                into,
                                block.activities().first(),
                                block.activities().last(),
                                block.commands().first(),
                                block.commands().last(),
                                block.entries().first(),
                                block.entries().last(),
                                block.apartUntil(),
                                at))
                        .toList());
    }
}
