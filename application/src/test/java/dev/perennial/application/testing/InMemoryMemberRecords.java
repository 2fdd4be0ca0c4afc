package dev.perennial.application.testing;

import dev.perennial.application.storage.MemberRecords;
import dev.perennial.application.testing.Tables.MemberFile;
import dev.perennial.application.testing.Tables.MemberRef;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.replay.RecordedMember;
import dev.perennial.domain.shared.TenantId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What was recorded of members, in maps. */
final class InMemoryMemberRecords implements MemberRecords {

    private final Tables tables;

    InMemoryMemberRecords(Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<Numbered> members(TenantId tenant, int afterNumber, int limit) {
        return tables.members().entrySet().stream()
                .filter(each -> each.getKey().tenant().equals(tenant))
                .filter(each -> !tables.merged().containsKey(each.getKey()))
                .map(each -> new Numbered(
                        each.getValue().state().number(), each.getKey().member()))
                .filter(each -> each.number() > afterNumber)
                .sorted(Comparator.comparingInt(Numbered::number))
                .limit(limit)
                .toList();
    }

    @Override
    public List<RecordedMember> of(TenantId tenant, Collection<MemberState> states) {
        return states.stream()
                .sorted(Comparator.comparingInt(MemberState::number))
                .map(state -> recorded(state, tables.members().get(new MemberRef(tenant, state.id()))))
                .toList();
    }

    private static RecordedMember recorded(MemberState state, MemberFile file) {
        return RecordedMember.of(state, List.copyOf(file.facts().values()), file.commands());
    }
}
