package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.ACTIVITY;

import dev.perennial.application.shared.Payload;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.ActivityRecord;
import dev.perennial.persistence.shared.Json;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Facts as rows. */
public final class FactRows {

    private static final RowInsert ADD = RowInsert.into(ACTIVITY);
    private static final RowInsert DECIDE_AGAIN =
            RowInsert.into(ACTIVITY).orUpdate(ACTIVITY.COUNTS, ACTIVITY.PROGRAM_VERSION, ACTIVITY.DECISION);

    /** What a fact is read from; the reply is large and of no use to a decision. */
    public static final List<Field<?>> COLUMNS = List.of(
            ACTIVITY.ACTIVITY_NO,
            ACTIVITY.SOURCE,
            ACTIVITY.EXTERNAL_ID,
            ACTIVITY.OCCURRED_AT,
            ACTIVITY.RECORDED_AT,
            ACTIVITY.HISTORICAL,
            ACTIVITY.COUNTS,
            ACTIVITY.PROGRAM_VERSION,
            ACTIVITY.DECISION,
            ACTIVITY.PAYLOAD);

    private FactRows() {}

    /**
     * A fact as a decision left it.
     *
     * @param isNew whether it has no row yet
     * @param reply null when nobody asked
     */
    record Changed(
            int member,
            RecordedFact fact,
            boolean isNew,
            @Nullable Payload reply) {}

    /** Adds new facts; of those that were decided again only what was decided changes. */
    static void save(Session session, TenantId tenant, List<Changed> changed) {
        List<ActivityRecord> added = new ArrayList<>();
        List<ActivityRecord> decidedAgain = new ArrayList<>();
        changed.forEach(change -> (change.isNew() ? added : decidedAgain).add(row(tenant, change)));
        session.insert(ADD, added);
        session.insert(DECIDE_AGAIN, decidedAgain);
    }

    private static ActivityRecord row(TenantId tenant, Changed changed) {
        RecordedFact fact = changed.fact();
        Activity activity = fact.activity();
        Purchase purchase = activity.detail() instanceof Purchase order ? order : null;
        String about = activity.detail().aboutOrder();
        String orderId = purchase != null ? purchase.orderId() : about.isEmpty() ? null : about;
        Payload reply = changed.reply();
        return new ActivityRecord(
                tenant.value(),
                changed.member(),
                fact.number(),
                Text.bytes(activity.key().source()),
                Text.bytes(activity.key().externalId()),
                activity.type().name(),
                activity.occurredAt(),
                fact.recordedAt(),
                activity.historical(),
                orderId == null ? null : Text.bytes(orderId),
                orderId == null ? null : purchase != null ? 0 : fact.number(),
                purchase == null ? null : purchase.amount(),
                purchase == null ? null : purchase.currency().getCurrencyCode(),
                purchase == null ? null : purchase.lines().size(),
                fact.counts(),
                fact.programVersion(),
                DecisionJson.write(fact),
                ActivityJson.write(activity),
                reply == null ? null : reply.bytes());
    }

    public static RecordedFact fact(Record row) {
        ActivityKey key = new ActivityKey(Text.of(row.get(ACTIVITY.SOURCE)), Text.of(row.get(ACTIVITY.EXTERNAL_ID)));
        JsonNode decision = Json.parse(row.get(ACTIVITY.DECISION));
        return new RecordedFact(
                row.get(ACTIVITY.ACTIVITY_NO),
                ActivityJson.read(
                        key,
                        row.get(ACTIVITY.OCCURRED_AT),
                        row.get(ACTIVITY.HISTORICAL),
                        Json.parse(row.get(ACTIVITY.PAYLOAD))),
                row.get(ACTIVITY.RECORDED_AT),
                DecisionJson.traits(decision),
                DecisionJson.grants(decision),
                row.get(ACTIVITY.PROGRAM_VERSION),
                row.get(ACTIVITY.COUNTS));
    }
}
