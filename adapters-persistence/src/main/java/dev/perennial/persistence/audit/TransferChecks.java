package dev.perennial.persistence.audit;

import java.util.List;

/** Units on their way from one member to another. */
final class TransferChecks {

    static final List<Check> ALL = List.of(
            new Check(2, "what is in transit is what was sent and is not settled", """
                select tenant_id, unit, sum(amount) as off
                from (
                    select tenant_id, unit, amount from transfer where state = 'SENT'
                    union all
                    select tenant_id, unit, ((from_account = 'IN_TRANSIT') - (to_account = 'IN_TRANSIT')) * amount
                    from entry) both_sides
                group by tenant_id, unit
                having off <> 0
                """),
            new Check(13, "a transfer was sent, and came back only if it says so", """
                select tenant_id, from_member_no, transfer_no, sum(sent) as sent_off
                from (
                    select tenant_id, from_member_no, transfer_no, amount as sent from transfer
                    union all
                    select tenant_id, member_no, cause_number, -amount from entry where kind = 'TRANSFER_OUT') both_sides
                group by tenant_id, from_member_no, transfer_no
                having sent_off <> 0
                """),
            new Check(13, "what members received and what came back to them is what transfers say", """
                select tenant_id, member_no, unit, sum(received) as received_off, sum(returned) as returned_off
                from (
                    select tenant_id, to_member_no as member_no, unit, amount as received, 0 as returned
                    from transfer where state = 'RECEIVED'
                    union all
                    select tenant_id, from_member_no, unit, 0, amount from transfer where state = 'RETURNED'
                    union all
                    select tenant_id, member_no, unit, -amount * (kind = 'TRANSFER_IN'), -amount * (kind = 'TRANSFER_RETURN')
                    from entry where kind in ('TRANSFER_IN', 'TRANSFER_RETURN')) both_sides
                group by tenant_id, member_no, unit
                having received_off <> 0 or returned_off <> 0
                """),
            new Check(13, "a transfer says when it was settled, and why it came back", """
                select tenant_id, from_member_no, transfer_no, state
                from transfer
                where (state = 'SENT') <> (settled_at is null) or (state = 'RETURNED') <> (returned_because <> '')
                   or amount <= 0
                   or (from_member_no = to_member_no
                       and not exists (select 1 from member_merge g
                                       where g.tenant_id = transfer.tenant_id and g.into_no = from_member_no))
                """));

    private TransferChecks() {}
}
