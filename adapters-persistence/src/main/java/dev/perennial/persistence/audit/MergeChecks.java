package dev.perennial.persistence.audit;

import java.util.List;

/** Members who became a part of others. */
final class MergeChecks {

    static final List<Check> ALL = List.of(
            new Check(21, "nothing is left with somebody who was merged", """
                select r.tenant_id, r.member_no, r.what, count(*) as row_count
                from (
                    select tenant_id, member_no, 'balance' as what from balance
                    union all select tenant_id, member_no, 'lot' from lot
                    union all select tenant_id, member_no, 'entry' from entry
                    union all select tenant_id, member_no, 'activity' from activity
                    union all select tenant_id, member_no, 'command' from command
                    union all select tenant_id, member_no, 'redemption' from redemption
                    union all select tenant_id, member_no, 'voucher' from voucher
                    union all select tenant_id, member_no, 'fold_checkpoint' from fold_checkpoint
                    union all select tenant_id, member_no, 'member_profile' from member_profile
                    union all select tenant_id, member_no, 'member_key' from member_key
                    union all select tenant_id, member_no, 'member_identifier' from member_identifier
                    union all select tenant_id, member_no, 'pool_place' from pool_place
                    union all select tenant_id, member_no, 'adjustment_proposal' from adjustment_proposal
                    union all select tenant_id, member_no, 'guest_order' from guest_order where member_no is not null
                    union all select tenant_id, from_member_no, 'transfer' from transfer
                    union all select tenant_id, to_member_no, 'transfer' from transfer) r
                join member m on m.tenant_id = r.tenant_id and m.member_no = r.member_no
                where m.merged_into is not null
                group by r.tenant_id, r.member_no, r.what
                """),
            new Check(21, "who was merged leads to a member, and that one knows it", """
                select m.tenant_id, m.member_no, m.merged_into, g.into_no, s.merged_into as further
                from member m
                left join member_merge g on g.tenant_id = m.tenant_id and g.from_no = m.member_no
                left join member s on s.tenant_id = m.tenant_id and s.member_no = m.merged_into
                where coalesce(m.merged_into, 0) <> coalesce(g.into_no, 0)
                   or m.merged_into is not null
                      and (s.member_no is null or s.merged_into is not null or m.next_due_at is not null)
                """),
            new Check(21, "a survivor counts those who were merged into it", """
                select m.tenant_id, m.member_no, m.merged, count(g.from_no) as found
                from member m
                left join member_merge g on g.tenant_id = m.tenant_id and g.into_no = m.member_no
                group by m.tenant_id, m.member_no, m.merged
                having m.merged <> found
                """));

    private MergeChecks() {}
}
