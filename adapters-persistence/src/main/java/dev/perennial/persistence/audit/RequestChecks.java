package dev.perennial.persistence.audit;

import java.util.List;

/**
 * Exactly once: keys, effects and replies. Birthdays and anniversaries come by themselves, so they have neither a key
 * nor a reply, and their ids are unique for each member only. What a club reaches and what somebody else has sent has a
 * key, but nobody waits for a reply. Lines that were on their way when an approval was withdrawn are done within a
 * minute. A level that was brought from another system is a part of its member's import.
 */
final class RequestChecks {

    static final List<Check> ALL = List.of(
            new Check(7, "every key has one effect and every effect one key", """
                select tenant_id, subject, member_no, number, sum(key_count) as key_sum, sum(effect_count) as effect_sum
                from (
                    select k.tenant_id, k.subject, coalesce(g.into_no, k.member_no) as member_no,
                           k.number + case k.subject when 1 then coalesce(g.first_activity_no, 1) - 1
                                                     when 2 then coalesce(g.first_command_no, 1) - 1 else 0 end as number,
                           1 as key_count, 0 as effect_count
                    from request_key k
                    left join member_merge g on g.tenant_id = k.tenant_id and g.from_no = k.member_no
                    where k.subject is not null
                    union all
                    select tenant_id, 1, member_no, activity_no, 0, 1 from activity
                    where type not in ('BIRTHDAY', 'ANNIVERSARY') and not (source = 'perennial' and external_id like 'carried:%')
                    union all
                    select tenant_id, 2, member_no, command_no, 0, 1 from command
                    union all
                    select tenant_id, 3, 0, version, 0, 1 from program_version
                    union all
                    select tenant_id, 4, 0, raffle_no, 0, 1 from raffle where closed_at is not null
                    union all
                    select tenant_id, 5, 0, raffle_no, 0, 1 from raffle where drawn_at is not null
                    union all
                    select tenant_id, 6, 0, guest_no, 0, 1 from guest_activity) both_sides
                group by tenant_id, subject, member_no, number
                having key_sum <> 1 or effect_sum <> 1
                """),
            new Check(7, "every effect keeps the reply that was sent", """
                select tenant_id, 'activity' as effect, member_no, activity_no as number
                from activity
                where (reply is null or length(reply) = 0) and type not in ('BIRTHDAY', 'ANNIVERSARY', 'CLUB_GOAL')
                  and not (source = 'perennial' and external_id like 'carried:%')
                union all
                select tenant_id, 'command', member_no, command_no from command
                where length(reply) = 0 and kind not in ('RECEIVE_TRANSFER', 'RETURN_TRANSFER')
                union all
                select tenant_id, 'program_version', 0, version from program_version where length(reply) = 0
                union all
                select tenant_id, 'guest_activity', 0, guest_no from guest_activity where length(reply) = 0
                union all
                select tenant_id, 'raffle', 0, raffle_no from raffle
                where closed_at is not null and coalesce(length(close_reply), 0) = 0
                   or drawn_at is not null and coalesce(length(draw_reply), 0) = 0
                """),
            new Check(7, "a level that was brought is its import's, and its import's was brought", """
                select tenant_id, member_no, sum(facts) as off
                from (
                    select tenant_id, member_no, 1 as facts from activity
                    where source = 'perennial' and external_id like 'carried:%'
                    union all
                    select tenant_id, member_no, -1 from command
                    where kind = 'IMPORT_MEMBER' and json_extract(asked, '$.level') is not null) both_sides
                group by tenant_id, member_no
                having off <> 0
                """),
            new Check(7, "a fact is recorded once, whoever told it", """
                select tenant_id, source, external_id, count(*) as times
                from activity
                group by tenant_id, source, external_id,
                         case when type in ('BIRTHDAY', 'ANNIVERSARY', 'CLUB_GOAL') then member_no else 0 end
                having times > 1
                """),
            new Check(
                    7,
                    "what was approved was carried out by somebody else than who proposed it, and is told of both",
                    """
                    select p.tenant_id, p.member_no, p.proposal_no, p.state, p.decided_by, c.kind
                    from adjustment_proposal p
                    left join command c on c.tenant_id = p.tenant_id and c.member_no = p.member_no and c.command_no = p.decided_by
                    where p.state = 'OPEN' and p.decided_by <> 0
                       or p.state = 'REJECTED' and coalesce(c.kind, '') <> 'REJECT_ADJUSTMENT'
                       or p.state = 'APPROVED'
                          and (coalesce(c.kind, '') <> 'ADJUST_APPROVED' or p.decider = p.proposer
                               or c.actor <> p.proposer or c.approver <> p.decider)
                    """),
            new Check(
                    7, "a line of a bulk that was approved was done while an approval of somebody else was valid", """
                        select c.tenant_id, c.member_no, c.command_no, c.bulk_approval, c.decided_at, b.approved_at, b.expires_at,
                               b.withdrawn_at
                        from command c
                        left join bulk_approval b on b.tenant_id = c.tenant_id and b.position = c.bulk_approval
                        left join adjustment_proposal p
                               on p.tenant_id = c.tenant_id and p.member_no = c.member_no and p.decided_by = c.command_no
                        where c.kind = 'ADJUST_APPROVED' and p.member_no is null
                              and (c.bulk_approval = 0
                                   or c.bulk_approval is not null
                                      and (b.tenant_id is null or c.approver <> b.approver
                                           or lower(trim(c.actor)) = lower(trim(b.approver))
                                           or c.decided_at < b.approved_at or c.decided_at >= b.expires_at
                                           or c.decided_at > b.withdrawn_at + 60000000))
                           or c.kind <> 'ADJUST_APPROVED' and coalesce(c.bulk_approval, 0) <> 0
                        """),
            new Check(7, "the lines of a bulk that was approved are of one person, for one reason", """
                select tenant_id, bulk_approval, count(distinct lower(trim(actor))) as actors, count(distinct note) as notes
                from command
                where bulk_approval > 0
                group by tenant_id, bulk_approval
                having actors > 1 or notes > 1
                """),
            new Check(9, "no key is left without its effect", """
                select tenant_id, hex(key_hash) as key_hash, subject, member_no, number
                from request_key
                where subject is null or member_no is null or number is null
                """));

    private RequestChecks() {}
}
