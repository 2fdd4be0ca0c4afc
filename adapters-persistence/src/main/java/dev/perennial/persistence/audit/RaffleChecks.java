package dev.perennial.persistence.audit;

import java.util.List;

/** Raffles: the list that was published is the ledger's, and nobody wins who must not. */
final class RaffleChecks {

    static final List<Check> ALL = List.of(
            new Check(20, "a closed raffle counts the members and the tickets of its lines", """
                select r.tenant_id, r.raffle_no, r.members, r.tickets, count(t.member_no) as line_count,
                       coalesce(sum(t.tickets), 0) as ticket_sum
                from raffle r
                left join raffle_ticket t on t.tenant_id = r.tenant_id and t.raffle_no = r.raffle_no
                where r.closed_at is not null
                group by r.tenant_id, r.raffle_no, r.members, r.tickets
                having line_count <> r.members or ticket_sum <> r.tickets
                """),
            new Check(20, "the tickets of a closed raffle are numbered from 1 without gaps", """
                select tenant_id, raffle_no, member_no, first_ticket, before_it
                from (
                    select t.tenant_id, t.raffle_no, t.member_no, t.first_ticket,
                           sum(t.tickets) over (partition by t.tenant_id, t.raffle_no order by t.pseudonym) - t.tickets
                               as before_it
                    from raffle_ticket t
                    join raffle r on r.tenant_id = t.tenant_id and r.raffle_no = t.raffle_no
                    where r.closed_at is not null) lines_in_order
                where first_ticket is null or first_ticket <> before_it + 1
                """),
            new Check(20, "a line of a raffle has the tickets that the ledger counts up to its entry", """
                select t.tenant_id, t.raffle_no, t.member_no, t.tickets,
                       sum(((e.to_account = 'AVAILABLE') - (e.from_account = 'AVAILABLE')) * e.amount) as counted
                from raffle_ticket t
                join raffle r on r.tenant_id = t.tenant_id and r.raffle_no = t.raffle_no
                left join member_merge g on g.tenant_id = t.tenant_id and g.from_no = t.member_no
                left join entry e on e.tenant_id = t.tenant_id and e.member_no = coalesce(g.into_no, t.member_no)
                                 and e.unit = r.ticket_unit and e.effective_at <= r.closes_at
                                 and e.entry_no >= coalesce(g.first_entry_no, 1)
                                 and e.entry_no <= t.entry_no + coalesce(g.first_entry_no, 1) - 1
                group by t.tenant_id, t.raffle_no, t.member_no, t.tickets
                having counted is null or counted <> t.tickets
                """),
            new Check(25, "a raffle has no more winners than there are to be, each with an own ticket", """
                select p.tenant_id, p.raffle_no, p.place, p.ticket, p.member_no
                from raffle_place p
                join raffle r on r.tenant_id = p.tenant_id and r.raffle_no = p.raffle_no
                left join raffle_ticket t on t.tenant_id = p.tenant_id and t.raffle_no = p.raffle_no
                                         and t.member_no = p.member_no
                where p.place > r.winners or t.member_no is null or p.ticket < t.first_ticket
                   or p.ticket >= t.first_ticket + t.tickets
                """));

    private RaffleChecks() {}
}
