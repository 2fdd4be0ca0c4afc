package dev.perennial.persistence.audit;

import java.util.List;

/** The books: balances, entries and what was earned. */
final class BookChecks {

    static final List<Check> ALL = List.of(
            new Check(1, "stored balances equal the sum of their entries", """
                select tenant_id, member_no, unit, sum(available) as available_off, sum(pending) as pending_off,
                       sum(held) as held_off, sum(debt) as debt_off
                from (
                    select tenant_id, member_no, unit, available, pending, held, debt from balance
                    union all
                    select tenant_id, member_no, unit,
                           ((from_account = 'AVAILABLE') - (to_account = 'AVAILABLE')) * amount,
                           ((from_account = 'PENDING') - (to_account = 'PENDING')) * amount,
                           ((from_account = 'HELD') - (to_account = 'HELD')) * amount,
                           ((to_account = 'DEBT') - (from_account = 'DEBT')) * amount
                    from entry) both_sides
                group by tenant_id, member_no, unit
                having available_off <> 0 or pending_off <> 0 or held_off <> 0 or debt_off <> 0
                """),
            new Check(2, "entries move more than nothing between two known accounts", """
                select tenant_id, member_no, entry_no, from_account, to_account, amount
                from entry
                where amount <= 0 or from_account = to_account
                   or from_account not in ('AVAILABLE', 'PENDING', 'HELD', 'DEBT', 'ISSUED', 'EXPIRED', 'ADJUSTED', 'CANCELLED', 'CONVERTED', 'REDEEMED', 'IN_TRANSIT', 'OPENING')
                   or to_account not in ('AVAILABLE', 'PENDING', 'HELD', 'DEBT', 'ISSUED', 'EXPIRED', 'ADJUSTED', 'CANCELLED', 'CONVERTED', 'REDEEMED', 'IN_TRANSIT', 'OPENING')
                """),
            new Check(2, "what members have and what programs gave sum to zero", """
                select tenant_id, unit, sum(amount) as off
                from (
                    select tenant_id, unit, available + pending + held - debt as amount from balance
                    union all
                    select tenant_id, unit,
                           ((to_account in ('ISSUED', 'EXPIRED', 'ADJUSTED', 'CANCELLED', 'CONVERTED', 'REDEEMED', 'IN_TRANSIT', 'OPENING'))
                            - (from_account in ('ISSUED', 'EXPIRED', 'ADJUSTED', 'CANCELLED', 'CONVERTED', 'REDEEMED', 'IN_TRANSIT', 'OPENING'))) * amount
                    from entry) both_sides
                group by tenant_id, unit
                having off <> 0
                """),
            new Check(2, "what was brought from another system is what its import says", """
                select tenant_id, member_no, unit, sum(amount) as off
                from (
                    select tenant_id, member_no, unit,
                           ((from_account = 'OPENING') - (to_account = 'OPENING')) * amount as amount
                    from entry
                    where kind = 'OPENING' or from_account = 'OPENING' or to_account = 'OPENING'
                    union all
                    select c.tenant_id, c.member_no, brought.unit collate utf8mb4_bin, -brought.amount
                    from command c
                    join json_table(c.asked, '$.lots[*]' columns (
                        unit varchar(40) character set utf8mb4 path '$.unit',
                        amount bigint path '$.amount')) brought
                    where c.kind = 'IMPORT_MEMBER') both_sides
                group by tenant_id, member_no, unit
                having off <> 0
                """),
            new Check(2, "nothing but an import opens a balance, and nothing goes back there", """
                select tenant_id, member_no, entry_no, kind, from_account, to_account
                from entry
                where (kind = 'OPENING') <> (from_account = 'OPENING') or to_account = 'OPENING'
                """),
            new Check(3, "no account of a member is negative after any entry", """
                select tenant_id, member_no, unit, entry_no, available, pending, held, debt
                from (
                    select tenant_id, member_no, unit, entry_no,
                           sum(((to_account = 'AVAILABLE') - (from_account = 'AVAILABLE')) * amount) over so_far as available,
                           sum(((to_account = 'PENDING') - (from_account = 'PENDING')) * amount) over so_far as pending,
                           sum(((to_account = 'HELD') - (from_account = 'HELD')) * amount) over so_far as held,
                           sum(((from_account = 'DEBT') - (to_account = 'DEBT')) * amount) over so_far as debt
                    from entry
                    window so_far as (partition by tenant_id, member_no, unit order by entry_no)) prefixes
                where available < 0 or pending < 0 or held < 0 or debt < 0
                """),
            new Check(6, "available and debt are never both positive", """
                select tenant_id, member_no, unit, available, debt from balance where available > 0 and debt > 0
                """),
            new Check(12, "no more is clawed back than was earned", """
                select tenant_id, member_no, cause_activity_no, rule, unit,
                       sum(case when kind in ('EARN', 'REWARD') then amount else -amount end) as left_over
                from entry
                where kind in ('EARN', 'REWARD', 'CLAWBACK')
                group by tenant_id, member_no, cause_activity_no, rule, unit
                having left_over < 0
                """),
            new Check(12, "what was posted for a fact is what its decision grants", """
                select tenant_id, member_no, activity_no, rule, unit, sum(posted) as posted_sum, sum(granted) as granted_sum
                from (
                    select tenant_id, member_no, cause_activity_no as activity_no, rule, unit,
                           case kind when 'EARN' then amount else -amount end as posted, 0 as granted
                    from entry
                    where kind in ('EARN', 'CLAWBACK') and cause_activity_no > 0
                    union all
                    select a.tenant_id, a.member_no, a.activity_no, g.rule collate utf8mb4_bin,
                           g.unit collate utf8mb4_bin, 0, g.credited
                    from activity a
                    join json_table(a.decision, '$.grants[*]' columns (
                        rule varchar(100) character set utf8mb4 path '$.rule',
                        unit varchar(40) character set utf8mb4 path '$.unit',
                        credited bigint path '$.credited')) g) both_sides
                group by tenant_id, member_no, activity_no, rule, unit
                having posted_sum <> granted_sum
                """));

    private BookChecks() {}
}
