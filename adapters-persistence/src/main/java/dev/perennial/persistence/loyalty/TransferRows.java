package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static dev.perennial.persistence.jooq.Tables.TRANSFER;

import dev.perennial.application.storage.Effect;
import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.ledger.Terms;
import dev.perennial.domain.loyalty.transfer.Party;
import dev.perennial.domain.loyalty.transfer.SentShare;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.loyalty.transfer.TransferState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.jooq.tables.Member;
import dev.perennial.persistence.jooq.tables.records.TransferRecord;
import dev.perennial.persistence.shared.Json;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Record;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Transfers as rows: the sender's transaction writes one, and whichever settles it changes it. */
final class TransferRows {

    static final Member SENDER = MEMBER.as("sender");
    static final Member RECEIVER = MEMBER.as("receiver");

    private static final RowInsert SAVE = RowInsert.into(TRANSFER)
            .without(TRANSFER.POSITION)
            .orUpdate(TRANSFER.TO_MEMBER_NO, TRANSFER.STATE, TRANSFER.SETTLED_AT, TRANSFER.RETURNED_BECAUSE);

    private TransferRows() {}

    static void save(Session session, TenantId tenant, List<Effect> effects) {
        List<TransferRecord> rows = new ArrayList<>();
        effects.forEach(effect -> effect.decision().transfers().forEach(transfer -> rows.add(row(tenant, transfer))));
        session.insert(SAVE, rows);
    }

    private static TransferRecord row(TenantId tenant, Transfer transfer) {
        return new TransferRecord(
                tenant.value(),
                transfer.from().number(),
                transfer.number(),
                null,
                transfer.to().number(),
                transfer.unit().value(),
                transfer.amount(),
                Text.bytes(transfer.message()),
                transfer.programVersion(),
                transfer.state().name(),
                transfer.sentAt(),
                transfer.settledAt(),
                shares(transfer.shares()),
                transfer.returnedBecause());
    }

    static Transfer transfer(Record row) {
        return new Transfer(
                party(row, SENDER),
                row.get(TRANSFER.TRANSFER_NO),
                party(row, RECEIVER),
                new UnitId(row.get(TRANSFER.UNIT)),
                row.get(TRANSFER.AMOUNT),
                Text.of(row.get(TRANSFER.MESSAGE)),
                row.get(TRANSFER.PROGRAM_VERSION),
                TransferState.valueOf(row.get(TRANSFER.STATE)),
                row.get(TRANSFER.SENT_AT),
                row.get(TRANSFER.SETTLED_AT),
                shares(row.get(TRANSFER.SHARES)),
                row.get(TRANSFER.RETURNED_BECAUSE));
    }

    private static Party party(Record row, Member member) {
        return new Party(new MemberId(Text.of(row.get(member.MEMBER_ID))), row.get(member.MEMBER_NO));
    }

    private static String shares(List<SentShare> shares) {
        return Json.object(json -> write(json, shares));
    }

    static void write(JsonGenerator json, List<SentShare> shares) {
        Json.array(json, "lots", shares, (one, share) -> {
            one.writeNumberProperty("lot", share.share().lot());
            one.writeNumberProperty("amount", share.amount());
            Json.moment(one, "available_at", share.terms().availableAt());
            Json.moment(one, "expires_at", share.terms().expiresAt());
            one.writeBooleanProperty("sliding", share.terms().sliding());
            one.writeNumberProperty("program_version", share.programVersion());
        });
    }

    private static List<SentShare> shares(String stored) {
        return read(Json.parse(stored));
    }

    static List<SentShare> read(JsonNode json) {
        return Json.list(
                json.path("lots"),
                share -> new SentShare(
                        new LotShare(
                                share.path("lot").asInt(0), share.path("amount").asLong(0)),
                        new Terms(
                                Objects.requireNonNull(Json.moment(share.path("available_at"))),
                                Json.moment(share.path("expires_at")),
                                "",
                                share.path("sliding").asBoolean(false)),
                        share.path("program_version").asInt(0)));
    }
}
