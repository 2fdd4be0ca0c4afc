package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.STANDING_CHANGE;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.StandingChangeRecord;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import java.util.ArrayList;
import java.util.List;

/** The history of standings as rows: one for each event that tells of a change. */
final class StandingRows {

    private static final RowInsert APPEND = RowInsert.into(STANDING_CHANGE);

    private StandingRows() {}

    static void append(Session session, TenantId tenant, List<Outbox.Appended> told) {
        List<StandingChangeRecord> rows = new ArrayList<>();
        for (Outbox.Appended event : told) {
            switch (event.event()) {
                case Event.LevelChanged(var at, String from, String to, String reason) ->
                    rows.add(new StandingChangeRecord(
                            tenant.value(), event.member(), event.sequence(), "", at, from, to, reason));
                case Event.MembershipChanged(var at, String plan, String from, String to) ->
                    rows.add(new StandingChangeRecord(
                            tenant.value(), event.member(), event.sequence(), plan, at, from, to, ""));
                default -> {}
            }
        }
        session.insert(APPEND, rows);
    }
}
