package dev.perennial.persistence.audit;

import java.util.List;

/** Rewards that were asked for: what they hold, what they cost, and what they take of what is scarce. */
final class RedemptionChecks {

    static final List<Check> ALL = List.of(
            new Check(13, "what a redemption has moved is what its state says, once", """
                select tenant_id, member_no, redemption_no, sum(held) as held_off, sum(spent) as spent_off
                from (
                    select tenant_id, member_no, redemption_no,
                           coalesce(amount, 0) * (state = 'RESERVED') as held,
                           (coalesce(amount, 0) - returned) * (state = 'REDEEMED') as spent
                    from redemption
                    union all
                    select tenant_id, member_no, cause_number,
                           ((from_account = 'HELD') - (to_account = 'HELD')) * amount,
                           ((from_account = 'REDEEMED') - (to_account = 'REDEEMED')) * amount
                    from entry
                    where kind in ('HOLD', 'RELEASE', 'REDEEM', 'RETURN')) both_sides
                group by tenant_id, member_no, redemption_no
                having held_off <> 0 or spent_off <> 0
                """),
            new Check(13, "a reservation was held once and never both redeemed and cancelled", """
                select tenant_id, member_no, cause_number, sum(amount * (kind = 'HOLD')) as held,
                       sum(amount * (from_account = 'HELD')) as left_it
                from entry
                where kind in ('HOLD', 'RELEASE', 'REDEEM')
                group by tenant_id, member_no, cause_number
                having left_it > held
                """),
            new Check(13, "open redemptions are marked and counted", """
                select r.tenant_id, r.member_no, m.open_redemptions, sum(r.open) as marked,
                       sum(r.state = 'RESERVED' or r.state = 'REDEEMED' and coalesce(r.voucher_state, '') in ('ACTIVE', 'HELD')) as open
                from redemption r
                join member m on m.tenant_id = r.tenant_id and m.member_no = r.member_no
                group by r.tenant_id, r.member_no, m.open_redemptions
                having marked <> open or m.open_redemptions <> open
                """),
            new Check(13, "reservations and vouchers end when their time is over", """
                select r.tenant_id, r.member_no, r.redemption_no, r.ends_at, r.voucher_expires_at, m.advanced_at, m.next_due_at
                from redemption r
                join member m on m.tenant_id = r.tenant_id and m.member_no = r.member_no
                where r.open = 1
                  and coalesce(r.voucher_state, '') <> 'HELD'
                  and (case when r.state = 'RESERVED' then r.ends_at else r.voucher_expires_at end <= m.advanced_at
                       or case when r.state = 'RESERVED' then r.ends_at else r.voucher_expires_at end
                          < coalesce(m.next_due_at, 9223372036854775807))
                """),
            new Check(13, "a voucher is held for an order that is reserved, and for no other", """
                select tenant_id, member_no, hex(held_for) as order_hex, sum(held) as held_off
                from (
                    select tenant_id, member_no, used_for as held_for, 1 as held from redemption where voucher_state = 'HELD'
                    union all
                    select tenant_id, member_no, order_id, -json_length(checkout, '$.vouchers')
                    from redemption
                    where order_id is not null and state = 'RESERVED') both_sides
                group by tenant_id, member_no, held_for
                having held_off <> 0
                """),
            new Check(13, "no order was given back more than it was paid with", """
                select tenant_id, member_no, redemption_no, amount, returned, state
                from redemption
                where returned < 0 or returned > coalesce(amount, 0) or (returned > 0 and state not in ('REDEEMED', 'REVERSED'))
                """),
            new Check(25, "what is taken of a stock is what was given out and is reserved", """
                select tenant_id, pool, sum(drawn) as drawn_off
                from (
                    select tenant_id, budget as pool, drawn from budget_use where budget like 'stock:%'
                    union all
                    select r.tenant_id, concat('stock:', r.reward), -1
                    from redemption r
                    join program_version p on p.tenant_id = r.tenant_id and p.version = r.program_version
                    join json_table(p.document, '$.rewards[*]' columns (
                        id varchar(64) character set utf8mb4 path '$.id',
                        stock bigint path '$.stock')) offered on offered.id collate utf8mb4_bin = r.reward
                    where r.state in ('RESERVED', 'REDEEMED') and r.carried = 0 and offered.stock is not null) both_sides
                group by tenant_id, pool
                having drawn_off <> 0
                """),
            new Check(25, "an imported code is one member's", """
                select c.tenant_id, c.list, c.code_no, c.taken, v.member_no
                from voucher_code c
                left join voucher v on v.tenant_id = c.tenant_id and v.code = c.code
                where (v.code is not null) <> c.taken
                """),
            new Check(25, "each voucher is known by its code, and by no other", """
                select tenant_id, member_no, redemption_no, hex(code) as code_hex, sum(times) as off
                from (
                    select tenant_id, member_no, redemption_no, code, 1 as times from redemption where code is not null
                    union all
                    select tenant_id, member_no, redemption_no, code, -1 from voucher) both_sides
                group by tenant_id, member_no, redemption_no, code
                having off <> 0
                """));

    private RedemptionChecks() {}
}
