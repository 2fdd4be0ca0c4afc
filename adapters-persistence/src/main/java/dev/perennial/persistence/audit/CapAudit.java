package dev.perennial.persistence.audit;

import dev.perennial.domain.shared.Period;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether rules credited more to a member in a period than their caps allow. Periods are calendar periods in the
 * program's zone, which SQL of both engines cannot tell, so the sums are made here, one member at a time.
 */
final class CapAudit {

    private static final int INVARIANT = 16;
    static final String NAME = "no rule credits a member more in a period than its cap";

    private static final String CAPS = """
        select p.tenant_id, p.version, z.time_zone, r.rule, r.period, r.units, r.times
        from program_version p
        join json_table(p.document, '$' columns (time_zone varchar(64) path '$.time_zone')) z
        join json_table(p.document, '$.earning_rules[*]' columns (
            rule varchar(100) path '$.id',
            nested path '$.caps[*]' columns (
                period varchar(16) path '$.period', units bigint path '$.units', times bigint path '$.times'))) r
        where r.period is not null
        """;

    private static final String CREDITS = """
        select a.tenant_id, a.member_no, a.program_version, a.occurred_at, g.rule, g.credited,
               (select m.from_no from member_merge m
                where m.tenant_id = a.tenant_id and m.into_no = a.member_no
                  and a.activity_no between m.first_activity_no and m.last_activity_no
                order by m.first_activity_no desc, m.last_activity_no limit 1) as brought_by
        from activity a
        join json_table(a.decision, '$.grants[*]' columns (
            rule varchar(100) path '$.rule', credited bigint path '$.credited')) g
        where g.credited <> 0
        order by a.tenant_id, a.member_no
        """;

    private CapAudit() {}

    private record Capped(int tenant, int version, String rule) {}

    /** The most of a period, in units or in times. */
    private record Cap(Period period, ZoneId zone, boolean times, long limit) {}

    /** @param broughtBy whose it was before a merge, 0 for the member's own: each had its own caps */
    private record Use(String rule, boolean times, Period period, LocalDate start, int broughtBy) {}

    /** What was credited in a period, and the highest cap of the versions that decided there. */
    private record Total(long credited, long cap) {

        Total plus(Total other) {
            return new Total(Math.addExact(credited, other.credited), Math.max(cap, other.cap));
        }
    }

    static Finding run(Connection connection) throws SQLException {
        Map<Capped, List<Cap>> caps = caps(connection);
        Violations violations = new Violations();
        try (Statement statement = LedgerAudit.streaming(connection);
                ResultSet rows = statement.executeQuery(CREDITS)) {
            Map<Use, Total> totals = new HashMap<>();
            String member = "";
            while (rows.next()) {
                String next = "tenant_id=" + rows.getInt("tenant_id") + " member_no=" + rows.getInt("member_no");
                if (!next.equals(member)) {
                    report(member, totals, violations);
                    totals.clear();
                    member = next;
                }
                add(rows, caps, totals);
            }
            report(member, totals, violations);
        }
        return violations.of(INVARIANT, NAME);
    }

    private static Map<Capped, List<Cap>> caps(Connection connection) throws SQLException {
        Map<Capped, List<Cap>> caps = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(CAPS)) {
            while (rows.next()) {
                Capped rule = new Capped(rows.getInt("tenant_id"), rows.getInt("version"), rows.getString("rule"));
                Period period = Period.valueOf(rows.getString("period"));
                long units = rows.getLong("units");
                boolean times = rows.wasNull();
                Cap cap = new Cap(
                        period, ZoneId.of(rows.getString("time_zone")), times, times ? rows.getLong("times") : units);
                caps.computeIfAbsent(rule, key -> new ArrayList<>()).add(cap);
            }
        }
        return caps;
    }

    private static void add(ResultSet row, Map<Capped, List<Cap>> caps, Map<Use, Total> totals) throws SQLException {
        String rule = row.getString("rule");
        Instant occurredAt = Instant.EPOCH.plus(row.getLong("occurred_at"), ChronoUnit.MICROS);
        long credited = row.getLong("credited");
        Capped capped = new Capped(row.getInt("tenant_id"), row.getInt("program_version"), rule);
        for (Cap cap : caps.getOrDefault(capped, List.of())) {
            LocalDate start = cap.period().startOf(LocalDate.ofInstant(occurredAt, cap.zone()));
            long taken = cap.times() ? Math.min(1, credited) : credited;
            totals.merge(
                    new Use(rule, cap.times(), cap.period(), start, row.getInt("brought_by")),
                    new Total(taken, cap.limit()),
                    Total::plus);
        }
    }

    private static void report(String member, Map<Use, Total> totals, Violations violations) {
        totals.forEach((use, total) -> {
            if (total.credited() > total.cap()) {
                violations.add(member + " rule=" + use.rule() + " period=" + use.period() + " from=" + use.start()
                        + (use.times() ? " times=" : " credited=") + total.credited() + " cap=" + total.cap());
            }
        });
    }
}
