package dev.perennial.persistence.audit;

import java.util.List;

/** Sums that are kept: they are what the entries come to. */
final class SumChecks {

    // An entry by which a fact moves a lot on, or brings it back, belongs to the rule of the lot.
    private static final String WITH_LOT = """
        left join lot l on l.tenant_id = e.tenant_id and l.member_no = e.member_no and l.lot_no = e.lot_no
                       and e.cause_trigger = 'ACTIVITY' and e.kind in ('ACTIVATE', 'REVERSE_EXPIRY', 'REVERSE_CANCEL')
        """;

    static final List<Check> ALL = List.of(
            new Check(20, "what is summed by days is all that was recorded up to then", """
                select tenant_id, unit, rule, program_version, kind, from_account, to_account, sum(amount) as off
                from (
                    select tenant_id, unit, rule, program_version, kind, from_account, to_account, amount from entry_day
                    union all
                    select e.tenant_id, e.unit, coalesce(l.rule, e.rule, ''), coalesce(l.program_version, e.program_version),
                           e.kind, e.from_account, e.to_account, -e.amount
                    from entry e
                    join entry_summed s on s.tenant_id = e.tenant_id and e.recorded_at < s.up_to_at
                """ + WITH_LOT + """
                    ) both_sides
                group by tenant_id, unit, rule, program_version, kind, from_account, to_account
                having off <> 0
                """),
            new Check(20, "each summed day has what was recorded on it", """
                select tenant_id, day_on, unit, kind, from_account, to_account, sum(amount) as off
                from (
                    select tenant_id, day_on, unit, kind, from_account, to_account, amount from entry_day
                    union all
                    select e.tenant_id, d.day_on, e.unit, e.kind, e.from_account, e.to_account, -e.amount
                    from (select distinct tenant_id, day_on, starts_at, ends_at from entry_day) d
                    straight_join entry e on e.tenant_id = d.tenant_id
                                         and e.recorded_at >= d.starts_at and e.recorded_at < d.ends_at) both_sides
                group by tenant_id, day_on, unit, kind, from_account, to_account
                having off <> 0
                """));

    private SumChecks() {}
}
