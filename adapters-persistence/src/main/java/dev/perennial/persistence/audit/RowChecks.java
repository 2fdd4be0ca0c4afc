package dev.perennial.persistence.audit;

import java.util.List;

/** Rows: numbered without gaps, in order, and none beyond its tenant. */
final class RowChecks {

    static final List<Check> ALL = List.of(
            new Check(19, "a member's events are numbered from 1 without gaps", """
                select m.tenant_id, m.member_no, m.seq, count(o.member_seq) as events, max(o.member_seq) as last_seq
                from member m
                left join outbox o on o.tenant_id = m.tenant_id and o.member_no = m.member_no
                group by m.tenant_id, m.member_no, m.seq
                having events <> m.seq or last_seq <> m.seq or min(o.member_seq) <> 1
                """),
            new Check(19, "a member's entries are numbered from 1 without gaps", """
                select m.tenant_id, m.member_no, m.last_entry_no, count(e.entry_no) as entries, max(e.entry_no) as last_no
                from member m
                left join entry e on e.tenant_id = m.tenant_id and e.member_no = m.member_no
                group by m.tenant_id, m.member_no, m.last_entry_no
                having entries <> m.last_entry_no or last_no <> m.last_entry_no or min(e.entry_no) <> 1
                """),
            new Check(19, "no number of a lot, a fact or a command is beyond its member's counter", """
                select n.tenant_id, n.member_no, n.what, n.last_no
                from (
                    select tenant_id, member_no, 'lot' as what, max(lot_no) as last_no from lot group by tenant_id, member_no
                    union all
                    select tenant_id, member_no, 'activity', max(activity_no) from activity group by tenant_id, member_no
                    union all
                    select tenant_id, member_no, 'command', max(command_no) from command group by tenant_id, member_no) n
                join member m on m.tenant_id = n.tenant_id and m.member_no = n.member_no
                where n.last_no > case n.what when 'lot' then m.last_lot_no when 'activity' then m.last_activity_no
                                              else m.last_command_no end
                """),
            new Check(22, "the moments from which entries count never go back", """
                select tenant_id, member_no, entry_no, before_at, effective_at
                from (
                    select tenant_id, member_no, entry_no, effective_at,
                           lag(effective_at) over (partition by tenant_id, member_no order by entry_no) as before_at
                    from entry) ordered
                where effective_at < before_at
                  and not exists (select 1 from member_merge g
                                  where g.tenant_id = ordered.tenant_id and g.into_no = ordered.member_no
                                    and g.first_entry_no = ordered.entry_no)
                """),
            new Check(21, "every row belongs to a member of its tenant", """
                select r.tenant_id, r.member_no, r.what, count(*) as row_count
                from (
                    select tenant_id, member_no, 'balance' as what from balance
                    union all select tenant_id, member_no, 'lot' from lot
                    union all select tenant_id, member_no, 'entry' from entry
                    union all select tenant_id, member_no, 'activity' from activity
                    union all select tenant_id, member_no, 'command' from command
                    union all select tenant_id, member_no, 'outbox' from outbox
                    union all select tenant_id, member_no, 'fold_checkpoint' from fold_checkpoint
                    union all select tenant_id, member_no, 'member_profile' from member_profile
                    union all select tenant_id, member_no, 'member_key' from member_key
                    union all select tenant_id, member_no, 'standing_change' from standing_change
                    union all select tenant_id, member_no, 'leaderboard_score' from leaderboard_score
                    union all select tenant_id, member_no, 'club_score' from club_score
                    union all select tenant_id, member_no, 'raffle_ticket' from raffle_ticket
                    union all select tenant_id, member_no, 'raffle_place' from raffle_place
                    union all select tenant_id, member_no, 'pool_place' from pool_place
                    union all select tenant_id, member_no, 'adjustment_proposal' from adjustment_proposal
                    union all select tenant_id, member_no, 'guest_order' from guest_order where member_no is not null
                    union all select tenant_id, from_no, 'member_merge' from member_merge
                    union all select tenant_id, from_member_no, 'transfer' from transfer
                    union all select tenant_id, to_member_no, 'transfer' from transfer) r
                left join member m on m.tenant_id = r.tenant_id and m.member_no = r.member_no
                where m.member_no is null
                group by r.tenant_id, r.member_no, r.what
                """),
            new Check(21, "every row belongs to a tenant", """
                select r.tenant_id, r.what, count(*) as row_count
                from (
                    select tenant_id, 'member' as what from member
                    union all select tenant_id, 'program_version' from program_version
                    union all select tenant_id, 'request_key' from request_key
                    union all select tenant_id, 'api_key' from api_key
                    union all select tenant_id, 'member_block' from member_block
                    union all select tenant_id, 'budget_use' from budget_use
                    union all select tenant_id, 'club_due' from club_due
                    union all select tenant_id, 'club_goal' from club_goal
                    union all select tenant_id, 'replan' from replan
                    union all select tenant_id, 'entry_day' from entry_day
                    union all select tenant_id, 'entry_summed' from entry_summed
                    union all select tenant_id, 'bulk_approval' from bulk_approval
                    union all select tenant_id, 'guest_order' from guest_order
                    union all select tenant_id, 'guest_activity' from guest_activity
                    union all select tenant_id, 'raffle' from raffle
                    union all select tenant_id, 'raffle_block' from raffle_block) r
                left join tenant t on t.tenant_id = r.tenant_id
                where t.tenant_id is null
                group by r.tenant_id, r.what
                """),
            new Check(21, "events carry their own member's id", """
                select o.tenant_id, o.member_no, o.member_seq
                from outbox o
                join member m on m.tenant_id = o.tenant_id and m.member_no = o.member_no
                where cast(o.aggregateid as binary) <> m.member_id
                """));

    private RowChecks() {}
}
