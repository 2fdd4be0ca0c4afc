package dev.perennial.application.testing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import dev.perennial.application.loyalty.DueMembers.DueMember;
import dev.perennial.application.testing.Tables.MemberFile;
import dev.perennial.application.testing.Tables.MemberRef;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is read outside of transactions: due members, facts, entries. */
final class InMemoryReads {

    private final InMemoryStorage storage;

    InMemoryReads(InMemoryStorage storage) {
        this.storage = storage;
    }

    List<DueMember> due(Instant now, int limit) {
        record Due(MemberRef member, Instant at) {}
        return storage.committed().members().entrySet().stream()
                .flatMap(each -> dueAt(each).map(at -> new Due(each.getKey(), at)))
                .filter(due -> !due.at().isAfter(now))
                .filter(due -> !storage.isLocked(due.member()))
                .sorted(comparing(Due::at))
                .limit(limit)
                .map(due -> new DueMember(due.member().tenant(), due.member().member()))
                .toList();
    }

    private static Stream<Instant> dueAt(Map.Entry<MemberRef, MemberFile> member) {
        return member.getValue().state().nextDueAt().stream();
    }

    List<RecordedFact> facts(TenantId tenant, MemberId member, long belowNumber, int limit) {
        return file(tenant, member)
                .flatMap(file -> file.facts().values().stream())
                .filter(fact -> fact.number() < belowNumber)
                .sorted(comparingLong(RecordedFact::number).reversed())
                .limit(limit)
                .toList();
    }

    List<Entry> entries(TenantId tenant, MemberId member, Optional<UnitId> unit, long belowNumber, int limit) {
        return file(tenant, member)
                .flatMap(file -> file.entries().stream())
                .filter(entry -> entry.number() < belowNumber)
                .filter(entry -> unit.isEmpty() || unit.get().equals(entry.unit()))
                .sorted(comparingLong(Entry::number).reversed())
                .limit(limit)
                .toList();
    }

    private Stream<MemberFile> file(TenantId tenant, MemberId member) {
        return Optional.ofNullable(storage.committed().members().get(new MemberRef(tenant, member))).stream();
    }
}
