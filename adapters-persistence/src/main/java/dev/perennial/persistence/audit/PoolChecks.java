package dev.perennial.persistence.audit;

import java.util.List;

/** Families that save together. */
final class PoolChecks {

    static final List<Check> ALL = List.of(
            new Check(25, "each pool that somebody is in has a holder and one owner", """
                select p.tenant_id, hex(p.pool) as pool_hex, sum(p.role = 'OWNER') as owners,
                       sum(p.role = 'OWNER' and p.state = 'JOINED') as owners_in, count(h.member_no) as with_holder,
                       count(*) as places
                from pool_place p
                left join member h on h.tenant_id = p.tenant_id and h.member_id = concat(x'E28C82', p.pool)
                where p.state in ('INVITED', 'JOINED')
                group by p.tenant_id, p.pool
                having owners <> 1 or owners_in <> 1 or with_holder <> places
                """),
            new Check(21, "a pool's holder is nobody: it has no profile and no facts", """
                select m.tenant_id, m.member_no, f.member_no as profile_of, count(a.activity_no) as facts
                from member m
                left join member_profile f on f.tenant_id = m.tenant_id and f.member_no = m.member_no
                left join activity a on a.tenant_id = m.tenant_id and a.member_no = m.member_no
                where left(m.member_id, 3) = x'E28C82'
                group by m.tenant_id, m.member_no, f.member_no
                having facts > 0 or profile_of is not null
                """));

    private PoolChecks() {}
}
