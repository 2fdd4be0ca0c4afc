package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.COMMAND;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.CommandRecord;
import dev.perennial.persistence.shared.ReplyRow;
import dev.perennial.persistence.shared.RequestKeys.Pointer;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The requests behind effects: rows of commands, and where each reply is. */
final class RequestRows {

    private static final RowInsert COMMANDS = RowInsert.into(COMMAND);

    private RequestRows() {}

    /** Writes the commands and returns where the replies to all requests are. */
    static List<Pointer> save(Session session, TenantId tenant, List<Effect> effects) {
        List<CommandRecord> commands = new ArrayList<>();
        List<Pointer> pointers = new ArrayList<>();
        for (Effect effect : effects) {
            Effect.Request request = effect.request();
            if (request == null) {
                continue;
            }
            MemberState after = effect.decision().after();
            int member = after.number();
            boolean command = request.kind().isCommand();
            pointers.add(new Pointer(
                    request.key(), command ? ReplyRow.COMMAND : ReplyRow.ACTIVITY, member, request.number()));
            if (command) {
                commands.add(new CommandRecord(
                        tenant.value(),
                        member,
                        request.number(),
                        request.kind().name(),
                        request.note(),
                        effect.decidedAt(),
                        request.reply().bytes(),
                        request.actor(),
                        AskedJson.write(request.asked()),
                        after.lastActivity(),
                        after.advancedTo(),
                        request.approver(),
                        request.bulkApproval()));
            }
        }
        session.insert(COMMANDS, commands);
        return pointers;
    }

    /** The replies to facts, by member and the fact's number. */
    static Map<Integer, Map<Long, Payload>> repliesToFacts(List<Effect> effects) {
        Map<Integer, Map<Long, Payload>> replies = new HashMap<>();
        for (Effect effect : effects) {
            Effect.Request request = effect.request();
            if (request != null && !request.kind().isCommand()) {
                replies.computeIfAbsent(effect.decision().after().number(), member -> new HashMap<>())
                        .put(request.number(), request.reply());
            }
        }
        return replies;
    }
}
