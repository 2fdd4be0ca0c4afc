package dev.perennial.persistence.audit;

import java.util.List;

/** Orders of guests: nobody's with all that was told of them, or a member's once and for all. */
final class GuestChecks {

    static final List<Check> ALL = List.of(
            new Check(7, "an order that was claimed is its member's, and nothing of the guest is left", """
                select g.tenant_id, g.order_id, g.member_no, a.activity_no
                from guest_order g
                left join activity a on a.tenant_id = g.tenant_id and a.member_no = g.member_no
                                    and a.order_id = g.order_id and a.order_part = 0
                where g.member_no is not null
                  and (a.activity_no is null or g.facts <> 0 or g.claimed_at is null
                       or g.email_hash is not null or g.phone_hash is not null)
                """),
            new Check(7, "an order that waits can be claimed once it was bought, and not before", """
                select tenant_id, order_id, occurred_at
                from guest_order
                where member_no is null
                  and (occurred_at is null) <> (email_hash is null and phone_hash is null)
                """),
            new Check(7, "what a guest did is nobody's", """
                select f.tenant_id, f.guest_no, f.order_id, a.member_no, a.activity_no
                from guest_activity f
                join activity a on a.tenant_id = f.tenant_id and a.source = f.source and a.external_id = f.external_id
                """),
            new Check(7, "what was told of a guest's order waits with it, as much as it says", """
                select tenant_id, order_id, sum(facts) as said, sum(waiting) as found
                from (
                    select tenant_id, order_id, facts, 0 as waiting from guest_order
                    union all
                    select tenant_id, order_id, 0, 1 from guest_activity where order_id is not null) both_sides
                group by tenant_id, order_id
                having said <> found
                """),
            new Check(21, "of a guest whose time was over only the replies are left", """
                select tenant_id, guest_no
                from guest_activity
                where (order_id is null) <> (payload is null)
                   or (order_id is null) <> (source is null)
                   or (order_id is null) <> (external_id is null)
                   or (order_id is null) <> (occurred_at is null)
                """));

    private GuestChecks() {}
}
