package dev.perennial.application.testing;

import dev.perennial.application.storage.Profiles;
import dev.perennial.application.testing.Tables.MemberRef;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Profiles in a map. */
final class InMemoryProfiles implements Profiles {

    private final Tables tables;
    private final boolean writable;

    InMemoryProfiles(Tables tables, boolean writable) {
        this.tables = tables;
        this.writable = writable;
    }

    @Override
    public Map<MemberId, Member> read(TenantId tenant, Set<MemberId> members) {
        Map<MemberId, Member> found = new HashMap<>();
        of(tenant).filter(member -> members.contains(member.id())).forEach(member -> found.put(member.id(), member));
        return found;
    }

    @Override
    public void save(TenantId tenant, List<Member> members) {
        for (Member member : members) {
            InMemoryRequests.requireWritable(writable);
            tables.profiles().put(new MemberRef(tenant, member.id()), member);
        }
    }

    @Override
    public List<Member> list(TenantId tenant, int afterNumber, int limit) {
        return of(tenant)
                .filter(member -> member.number() > afterNumber)
                .sorted(Comparator.comparingInt(Member::number))
                .limit(limit)
                .toList();
    }

    private Stream<Member> of(TenantId tenant) {
        return tables.profiles().entrySet().stream()
                .filter(entry -> entry.getKey().tenant().equals(tenant))
                .filter(entry -> tables.members().containsKey(entry.getKey()))
                .map(Map.Entry::getValue);
    }
}
