package dev.perennial.application.testing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import dev.perennial.application.ledger.Statements;
import dev.perennial.application.loyalty.DueMembers;
import dev.perennial.application.loyalty.reward.RedemptionLog;
import dev.perennial.application.loyalty.standing.StandingHistory;
import dev.perennial.application.testing.Tables.MemberFile;
import dev.perennial.application.testing.Tables.MemberRef;
import dev.perennial.application.testing.Tables.Note;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.reward.Voucher;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is read outside of transactions: due members, facts, entries. */
final class InMemoryReads implements DueMembers, RedemptionLog {

    private static final Comparator<DueMember> DUE_ORDER = comparing(DueMember::at)
            .thenComparingInt(due -> due.tenant().value())
            .thenComparingInt(DueMember::number);

    private final InMemoryStorage storage;

    InMemoryReads(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public List<DueMember> due(Instant now, @Nullable DueMember after, int limit) {
        return storage.committed().members().entrySet().stream()
                .filter(each -> !storage.isLocked(each.getKey())
                        && !isSandbox(each.getKey().tenant()))
                .flatMap(InMemoryReads::due)
                .filter(due -> !due.at().isAfter(now))
                .filter(due -> after == null || DUE_ORDER.compare(due, after) > 0)
                .sorted(DUE_ORDER)
                .limit(limit)
                .toList();
    }

    @Override
    public List<DueMember> dueIn(TenantId sandbox, Instant until, int limit) {
        return storage.committed().members().entrySet().stream()
                .filter(each -> each.getKey().tenant().equals(sandbox) && isSandbox(sandbox))
                .flatMap(InMemoryReads::due)
                .filter(due -> !due.at().isAfter(until))
                .sorted(DUE_ORDER)
                .limit(limit)
                .toList();
    }

    private boolean isSandbox(TenantId tenant) {
        return storage.committed().clocks().containsKey(tenant);
    }

    private static Stream<DueMember> due(Map.Entry<MemberRef, MemberFile> each) {
        MemberRef member = each.getKey();
        MemberState state = each.getValue().state();
        return Stream.ofNullable(state.nextDueAt())
                .map(at -> new DueMember(member.tenant(), member.member(), state.number(), at));
    }

    List<RecordedFact> facts(TenantId tenant, MemberId member, long belowNumber, int limit) {
        return file(tenant, member)
                .flatMap(file -> file.facts().values().stream())
                .filter(fact -> fact.number() < belowNumber)
                .sorted(comparingLong(RecordedFact::number).reversed())
                .limit(limit)
                .toList();
    }

    List<Statements.Line> entries(
            TenantId tenant, MemberId member, Optional<UnitId> unit, long belowNumber, int limit) {
        return file(tenant, member)
                .flatMap(file -> file.entries().stream()
                        .filter(entry -> entry.number() < belowNumber)
                        .filter(entry -> unit.isEmpty() || unit.get().equals(entry.unit()))
                        .sorted(comparingLong(Entry::number).reversed())
                        .limit(limit)
                        .map(entry -> line(file, entry)))
                .toList();
    }

    /** Made from the committed events, as whoever reads the feed could. */
    List<StandingHistory.Line> standingChanges(TenantId tenant, MemberId member, long belowSequence, int limit) {
        List<StandingHistory.Line> changes = new ArrayList<>();
        file(tenant, member).forEach(file -> {
            for (int i = 0; i < file.events().size(); i++) {
                if (file.events().get(i) instanceof Event.StandingEvent change) {
                    changes.add(new StandingHistory.Line(i + 1L, change));
                }
            }
        });
        return changes.reversed().stream()
                .filter(line -> line.sequence() < belowSequence)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Redemption> list(TenantId tenant, MemberId member, long belowNumber, int limit) {
        return file(tenant, member)
                .flatMap(file -> file.redemptions().headMap(belowNumber).reversed().values().stream())
                .filter(redemption -> redemption.checkout() == null)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Redemption> find(TenantId tenant, MemberId member, long number) {
        return file(tenant, member)
                .flatMap(file -> Stream.ofNullable(file.redemptions().get(number)))
                .filter(redemption -> redemption.checkout() == null)
                .findFirst();
    }

    @Override
    public Optional<Redemption> order(TenantId tenant, MemberId member, String orderId) {
        return file(tenant, member)
                .flatMap(file -> file.redemptions().reversed().values().stream())
                .filter(redemption -> redemption.isFor(orderId))
                .findFirst();
    }

    @Override
    public Optional<Holder> holder(TenantId tenant, String code) {
        return holder(storage.committed(), tenant, code);
    }

    static Optional<Holder> holder(Tables tables, TenantId tenant, String code) {
        for (var each : tables.members().entrySet()) {
            for (Redemption redemption : each.getValue().redemptions().values()) {
                Voucher voucher = redemption.voucher();
                if (each.getKey().tenant().equals(tenant)
                        && voucher != null
                        && voucher.code().equals(code)) {
                    return Optional.of(new Holder(each.getKey().member(), redemption.number()));
                }
            }
        }
        return Optional.empty();
    }

    private static Statements.Line line(MemberFile file, Entry entry) {
        Cause cause = entry.cause();
        Note note = cause.trigger() == Cause.Trigger.COMMAND
                ? file.notes().getOrDefault(cause.number(), Note.NONE)
                : Note.NONE;
        return new Statements.Line(entry, note.reason(), note.actor(), note.approver());
    }

    private Stream<MemberFile> file(TenantId tenant, MemberId member) {
        Tables tables = storage.committed();
        return Optional.ofNullable(tables.members().get(tables.named(tenant, member))).stream();
    }
}
