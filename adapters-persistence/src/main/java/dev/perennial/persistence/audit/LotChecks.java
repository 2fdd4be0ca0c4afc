package dev.perennial.persistence.audit;

import java.util.List;

/** Lots: what is left of them, and when they were used. */
final class LotChecks {

    static final List<Check> ALL = List.of(
            new Check(4, "what remains of lots equals the balances", """
                select tenant_id, member_no, unit, sum(active) as active_off, sum(held) as held_off, sum(pending) as pending_off
                from (
                    select tenant_id, member_no, unit, available + held as active, held, pending from balance
                    union all
                    select tenant_id, member_no, unit, -remaining * (pending = 0), -held, -remaining * (pending = 1) from lot) both_sides
                group by tenant_id, member_no, unit
                having active_off <> 0 or held_off <> 0 or pending_off <> 0
                """),
            new Check(4, "what remains of a lot is between nothing and what was issued", """
                select tenant_id, member_no, lot_no, remaining, expired, original
                from lot
                where remaining < 0 or held < 0 or held > remaining or expired < 0 or remaining + expired > original
                """),
            new Check(4, "a lot is closed when nothing remains of it, and only then", """
                select tenant_id, member_no, lot_no, remaining, closed from lot where (remaining = 0) <> closed
                """),
            new Check(4, "a lot is stored once", """
                select tenant_id, member_no, lot_no from lot group by tenant_id, member_no, lot_no having count(*) > 1
                """),
            new Check(4, "what remains of a lot and what expired of it is what its entries say", """
                select tenant_id, member_no, lot_no, unit, sum(remaining) as remaining_off, sum(expired) as expired_off
                from (
                    select tenant_id, member_no, lot_no, unit, remaining, expired from lot
                    union all
                    select tenant_id, member_no, lot_no, unit,
                           ((from_account in ('AVAILABLE', 'PENDING', 'HELD'))
                            - (to_account in ('AVAILABLE', 'PENDING', 'HELD'))) * amount,
                           ((from_account in ('EXPIRED', 'CANCELLED')) - (to_account in ('EXPIRED', 'CANCELLED'))) * amount
                    from entry
                    where lot_no is not null) both_sides
                group by tenant_id, member_no, lot_no, unit
                having remaining_off <> 0 or expired_off <> 0
                """),
            new Check(4, "what is owed by the entries is what remains of the lots, by version and expiry", """
                select tenant_id, unit, program_version, expires_at, sum(owed) as off
                from (
                    select tenant_id, unit, program_version, expires_at, -remaining as owed from lot
                    union all
                    select e.tenant_id, e.unit, l.program_version, l.expires_at,
                           ((e.to_account in ('AVAILABLE', 'PENDING', 'HELD'))
                            - (e.from_account in ('AVAILABLE', 'PENDING', 'HELD'))) * e.amount
                    from entry e
                    left join lot l on l.tenant_id = e.tenant_id and l.member_no = e.member_no and l.lot_no = e.lot_no) both_sides
                group by tenant_id, unit, program_version, expires_at
                having off <> 0
                """),
            new Check(4, "a lot was issued by one entry of its whole amount", """
                select l.tenant_id, l.member_no, l.lot_no, l.issued_by, l.original, e.amount
                from lot l
                left join entry e on e.tenant_id = l.tenant_id and e.member_no = l.member_no and e.entry_no = l.issued_by
                where e.entry_no is null or e.lot_no is null or e.lot_no <> l.lot_no or e.unit <> l.unit
                   or e.amount <> l.original or e.to_account not in ('AVAILABLE', 'PENDING')
                """),
            new Check(5, "nothing is spent of a lot before it is active or after it ran out", """
                select e.tenant_id, e.member_no, e.entry_no, e.lot_no, e.effective_at, l.available_at, l.expires_at
                from entry e
                join lot l on l.tenant_id = e.tenant_id and l.member_no = e.member_no and l.lot_no = e.lot_no
                where e.from_account = 'AVAILABLE' and e.kind not in ('EXPIRE', 'CLAWBACK', 'UNDO_CONVERT')
                  and (e.effective_at < l.available_at or e.effective_at >= l.expires_at)
                """),
            // Each lot's running remainder, once: asking for it again for each spend takes minutes for busy members.
            new Check(5, "lots are spent in the order in which they run out, then by age", """
                with movement as (
                    select e.tenant_id, e.member_no, e.unit, e.lot_no, e.entry_no,
                           e.from_account = 'AVAILABLE' and e.kind in ('ADJUST', 'CONVERT', 'HOLD', 'REDEEM', 'TRANSFER_OUT') as spends,
                           coalesce(l.expires_at, 9223372036854775807) as expires_at,
                           sum(((e.to_account = 'AVAILABLE') - (e.from_account = 'AVAILABLE')) * e.amount)
                               over (partition by e.tenant_id, e.member_no, e.lot_no order by e.entry_no) as available,
                           lead(e.entry_no)
                               over (partition by e.tenant_id, e.member_no, e.lot_no order by e.entry_no) as next_entry_no
                    from entry e
                    join lot l on l.tenant_id = e.tenant_id and l.member_no = e.member_no and l.lot_no = e.lot_no)
                select s.tenant_id, s.member_no, s.entry_no, s.lot_no, sooner.lot_no as sooner_lot_no
                from movement s
                join movement sooner on sooner.tenant_id = s.tenant_id and sooner.member_no = s.member_no
                                    and sooner.unit = s.unit and sooner.entry_no < s.entry_no
                where s.spends and sooner.available > 0
                  and (sooner.next_entry_no is null or sooner.next_entry_no >= s.entry_no)
                  and (sooner.expires_at, sooner.lot_no) < (s.expires_at, s.lot_no)
                  and not exists (select 1 from member_merge g
                                  where g.tenant_id = s.tenant_id and g.into_no = s.member_no
                                    and s.entry_no between g.first_entry_no and g.last_entry_no
                                    and sooner.entry_no < g.first_entry_no)
                """),
            new Check(5, "what was due when a member was last advanced has happened", """
                select l.tenant_id, l.member_no, l.lot_no, l.pending, l.available_at, l.expires_at, m.advanced_at
                from lot l
                join member m on m.tenant_id = l.tenant_id and m.member_no = l.member_no
                where l.remaining > l.held
                  and (l.expires_at <= m.advanced_at or l.pending = 1 and l.available_at <= m.advanced_at)
                """),
            new Check(5, "members are woken in time for what is due next", """
                select m.tenant_id, m.member_no, m.next_due_at, l.lot_no, l.due_at
                from member m
                join (
                    select tenant_id, member_no, lot_no,
                           case when pending = 1 then least(available_at, coalesce(expires_at, available_at)) else expires_at end
                               as due_at
                    from lot
                    where remaining > held) l on l.tenant_id = m.tenant_id and l.member_no = m.member_no
                where l.due_at is not null and (m.next_due_at is null or m.next_due_at > l.due_at)
                """),
            new Check(6, "a lot expires at most once", """
                select tenant_id, member_no, lot_no, count(*) as expiries
                from entry
                where kind in ('EXPIRE', 'CANCEL')
                group by tenant_id, member_no, lot_no
                having expiries > 1
                """),
            new Check(6, "what was given back by hand had run out, and came back whole as one lot", """
                select tenant_id, member_no, unit, corrects, sum(amount) as off, sum(ran_out) as ran_out
                from (
                    select tenant_id, member_no, unit, corrects,
                           ((from_account = 'EXPIRED') - (to_account in ('AVAILABLE', 'PENDING'))) * amount as amount,
                           0 as ran_out
                    from entry where kind = 'REINSTATE'
                    union all
                    select r.tenant_id, r.member_no, r.unit, r.corrects, 0, x.entry_no is not null
                    from entry r
                    left join entry x on x.tenant_id = r.tenant_id and x.member_no = r.member_no
                                     and x.entry_no = r.corrects and x.kind = 'EXPIRE' and x.unit = r.unit
                                     and x.entry_no < r.entry_no
                    where r.kind = 'REINSTATE') both_sides
                group by tenant_id, member_no, unit, corrects
                having off <> 0 or ran_out = 0
                """),
            new Check(6, "a lot knows the entry that expired it", """
                select l.tenant_id, l.member_no, l.lot_no, l.expired_by, e.entry_no
                from lot l
                left join entry e on e.tenant_id = l.tenant_id and e.member_no = l.member_no and e.entry_no = l.expired_by
                where l.expired_by is null and l.expired > 0
                   or l.expired_by is not null
                      and (e.entry_no is null or e.kind not in ('EXPIRE', 'CANCEL') or coalesce(e.lot_no, 0) <> l.lot_no)
                """));

    private LotChecks() {}
}
