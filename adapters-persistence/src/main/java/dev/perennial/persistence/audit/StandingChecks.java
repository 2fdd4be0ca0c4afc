package dev.perennial.persistence.audit;

import java.util.List;

/** Levels and memberships: what happened to them, one after the other. */
final class StandingChecks {

    static final List<Check> ALL = List.of(new Check(17, "the history of a level or a membership has no gaps", """
        select tenant_id, member_no, subject, member_seq, before_state, from_state
        from (
            select tenant_id, member_no, subject, member_seq, from_state,
                   coalesce(lag(to_state) over (partition by tenant_id, member_no, subject order by member_seq),
                            case subject when '' then '' else 'NONE' end) as before_state
            from standing_change) ordered
        where from_state <> before_state
        """));

    private StandingChecks() {}
}
