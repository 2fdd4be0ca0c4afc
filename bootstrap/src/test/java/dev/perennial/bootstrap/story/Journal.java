package dev.perennial.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import dev.perennial.bootstrap.command.client.ApiError;
import dev.perennial.contract.ledger.v1.AdjustUnitsResponse;
import dev.perennial.contract.ledger.v1.ReinstateUnitsResponse;
import dev.perennial.contract.loyalty.v1.TransferUnitsResponse;
import io.grpc.StatusRuntimeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** A client's own book of every request that it sent and every reply that it got; the database has to agree with it. */
final class Journal {

    /** The reasons for which a well-formed request of a random story may be refused. */
    private static final Set<String> EXPECTED = Set.of(
            "KEY_REUSED",
            "INSUFFICIENT_UNITS",
            "NOTHING_EXPIRED",
            "ORDER_ALREADY_RECORDED",
            "SAME_MEMBER",
            "TRANSFER_LIMIT_REACHED",
            "TRANSFER_NOT_OFFERED");

    private final Shop shop;
    private final Queue<Line> lines = new ConcurrentLinkedQueue<>();

    Journal(Shop shop) {
        this.shop = shop;
    }

    /** One request and what came back: a reply, or the reason of a refusal. */
    record Line(Request request, Reply<? extends MessageLite> reply, String refusal) {

        boolean isOk() {
            return reply != null;
        }
    }

    void send(Request request) {
        try {
            lines.add(new Line(request, request.send(shop), ""));
        } catch (StatusRuntimeException failure) {
            ApiError refusal = ApiError.of(failure);
            assertThat(refusal.reason()).as(failure.toString()).isIn(EXPECTED);
            lines.add(new Line(request, null, refusal.reason()));
        }
    }

    /** What was acknowledged, one line for each key. */
    Map<String, Line> acknowledged() {
        return lines.stream()
                .filter(Line::isOk)
                .collect(Collectors.toMap(line -> line.request().key(), line -> line, Journal::first, TreeMap::new));
    }

    private static Line first(Line one, Line other) {
        return one.reply().replayed() ? other : one;
    }

    long refusals(String reason) {
        return lines.stream().filter(line -> line.refusal().equals(reason)).count();
    }

    /** Invariants 7 and 11: one effect for each key, the same reply to each retry, nothing for another body. */
    void eachKeyHadOneEffect() {
        Map<String, List<Line>> byKey = lines.stream()
                .collect(Collectors.groupingBy(line -> line.request().key()));
        byKey.forEach((key, asked) -> {
            List<Line> ok = asked.stream().filter(Line::isOk).toList();
            if (!ok.isEmpty()) {
                assertThat(ok)
                        .as("first replies to %s", key)
                        .filteredOn(line -> !line.reply().replayed())
                        .hasSize(1);
                assertThat(ok.stream().map(line -> line.reply().bytes()).distinct())
                        .as("replies to %s", key)
                        .hasSize(1);
                assertThat(ok.stream().map(line -> line.request().body()).distinct())
                        .as("bodies of %s that were accepted", key)
                        .hasSize(1);
            }
            for (Line line : asked) {
                if (line.refusal().equals("KEY_REUSED")) {
                    assertThat(ok).as("%s was refused as used before", key).isNotEmpty();
                    assertThat(line.request().body())
                            .as(key)
                            .isNotEqualTo(ok.getFirst().request().body());
                }
            }
        });
    }

    /** Invariants 8 and 9: what was acknowledged is there with the reply that was sent, and nothing else is. */
    void theDatabaseHasWhatWasAcknowledgedAndNothingElse() {
        Map<String, ByteString> expected = new TreeMap<>();
        acknowledged()
                .values()
                .forEach(line -> expected.put(row(line), line.reply().bytes()));
        Map<String, ByteString> stored = new TreeMap<>();
        Rows.query(
                """
                select concat('activity ', a.external_id) as name, a.reply
                from activity a join tenant t on t.tenant_id = a.tenant_id
                where t.name = ?
                union all
                select concat('command ', m.member_id, ' ', c.command_no), c.reply
                from command c
                join member m on m.tenant_id = c.tenant_id and m.member_no = c.member_no
                join tenant t on t.tenant_id = c.tenant_id
                where t.name = ? and c.command_no > 1 and c.kind not in ('RECEIVE_TRANSFER', 'RETURN_TRANSFER')
                """,
                row -> stored.put(
                        new String(row.getBytes("name"), StandardCharsets.UTF_8),
                        ByteString.copyFrom(row.getBytes("reply"))),
                shop.name,
                shop.name);
        assertThat(stored.keySet()).isEqualTo(expected.keySet());
        assertThat(stored).isEqualTo(expected);
    }

    /** Members number their commands; the first one enrols them. */
    private static String row(Line line) {
        return switch (line.request()) {
            case Request.Tell tell -> tell.key();
            case Request.Send(var request) ->
                "command " + request.getMemberId() + " "
                        + ((TransferUnitsResponse) line.reply().message())
                                .getTransfer()
                                .getNumber();
            case Request.Reinstate(var request) ->
                "command " + request.getMemberId() + " "
                        + ((ReinstateUnitsResponse) line.reply().message()).getCommandNumber();
            case Request.Adjust(var request) ->
                "command " + request.getMemberId() + " "
                        + ((AdjustUnitsResponse) line.reply().message()).getCommandNumber();
        };
    }
}
