package dev.perennial.application.testing;

import static java.util.Comparator.comparingInt;

import dev.perennial.application.storage.Replan;
import dev.perennial.application.storage.Replans;
import dev.perennial.application.testing.Tables.MemberFile;
import dev.perennial.application.testing.Tables.MemberRef;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Requests to plan members again in a list. No real time passes here: only what need not settle has settled. */
public final class InMemoryReplans implements Replans {

    private final Tables tables;
    private final boolean writable;

    InMemoryReplans(Tables tables, boolean writable) {
        this.tables = tables;
        this.writable = writable;
    }

    /** There are no members, and whatever is asked is forgotten. */
    public static Replans forNobody() {
        return new InMemoryReplans(Tables.empty(), true);
    }

    /** A request, the oldest first, with how many members there were. */
    record Asked(Replan replan, long members) {}

    @Override
    public long members(TenantId tenant) {
        return files(tenant).count();
    }

    @Override
    public void ask(TenantId tenant, ProgramVersion version) {
        InMemoryRequests.requireWritable(writable);
        long members = members(tenant);
        int last = files(tenant)
                .mapToInt(each -> each.getValue().state().number())
                .max()
                .orElse(0);
        Replan replan =
                new Replan(tenant, version.number(), version.effectiveAt(), 0, last, 0, members, Duration.ZERO, false);
        List<Asked> more = new ArrayList<>(asked(tenant));
        more.add(new Asked(replan, members));
        tables.replans().put(tenant, List.copyOf(more));
    }

    @Override
    public Optional<Replan> next(Duration settled) {
        InMemoryRequests.requireWritable(writable);
        return settled.isZero()
                ? tables.replans().keySet().stream()
                        .flatMap(tenant -> nextOf(tenant).stream())
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public Optional<Replan> nextOf(TenantId tenant) {
        InMemoryRequests.requireWritable(writable);
        return asked(tenant).stream()
                .map(Asked::replan)
                .filter(replan -> !replan.finished())
                .findFirst();
    }

    @Override
    public Replan plan(Replan replan, int members) {
        InMemoryRequests.requireWritable(writable);
        List<Map.Entry<MemberRef, MemberFile>> next = files(replan.tenant())
                .filter(each -> each.getValue().state().number() > replan.upTo()
                        && each.getValue().state().number() <= replan.last())
                .sorted(comparingInt(each -> each.getValue().state().number()))
                .limit(members)
                .toList();
        next.forEach(each -> tables.members().put(each.getKey(), planned(each.getValue(), replan)));
        int upTo = next.isEmpty()
                ? replan.upTo()
                : next.getLast().getValue().state().number();
        List<Asked> all = asked(replan.tenant()).stream()
                .map(asked -> asked.replan().version() == replan.version()
                        ? on(asked, upTo, next.size(), next.size() < members)
                        : asked)
                .toList();
        tables.replans().put(replan.tenant(), all);
        return find(replan.tenant(), replan.version()).orElseThrow();
    }

    @Override
    public Optional<Replan> find(TenantId tenant, int version) {
        return asked(tenant).stream()
                .map(Asked::replan)
                .filter(replan -> replan.version() == version)
                .findFirst();
    }

    private List<Asked> asked(TenantId tenant) {
        return tables.replans().getOrDefault(tenant, List.of());
    }

    private Stream<Map.Entry<MemberRef, MemberFile>> files(TenantId tenant) {
        return tables.members().entrySet().stream()
                .filter(each -> each.getKey().tenant().equals(tenant));
    }

    private static MemberFile planned(MemberFile file, Replan replan) {
        return new MemberFile(
                file.state().dueBy(replan.effectiveAt()),
                file.facts(),
                file.lots(),
                file.entries(),
                file.checkpoints(),
                file.redemptions(),
                file.events(),
                file.notes(),
                file.commands());
    }

    private static Asked on(Asked asked, int upTo, int more, boolean finished) {
        Replan before = asked.replan();
        long planned = before.planned() + more;
        return new Asked(
                new Replan(
                        before.tenant(),
                        before.version(),
                        before.effectiveAt(),
                        upTo,
                        before.last(),
                        planned,
                        finished ? 0 : Math.max(0, asked.members() - planned),
                        Duration.ZERO,
                        finished),
                asked.members());
    }
}
