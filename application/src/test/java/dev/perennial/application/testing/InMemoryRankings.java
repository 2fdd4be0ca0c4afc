package dev.perennial.application.testing;

import dev.perennial.application.storage.Rankings;
import dev.perennial.application.testing.Tables.MemberFile;
import dev.perennial.application.testing.Tables.MemberRef;
import dev.perennial.domain.loyalty.community.RankedPeriod;
import dev.perennial.domain.shared.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Rankings in maps. */
final class InMemoryRankings implements Rankings {

    private final Tables tables;

    InMemoryRankings(Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<Scored> list(TenantId tenant, RankedPeriod period, long offset, int limit) {
        return ranked(tenant, period)
                .sorted(Comparator.comparingLong(Map.Entry<MemberRef, Long>::getValue)
                        .reversed()
                        .thenComparingInt(score -> number(score.getKey())))
                .skip(offset)
                .limit(limit)
                .map(score -> new Scored(score.getKey().member(), score.getValue()))
                .toList();
    }

    @Override
    public long ahead(TenantId tenant, RankedPeriod period, long score) {
        return ranked(tenant, period).filter(each -> each.getValue() > score).count();
    }

    @Override
    public long size(TenantId tenant, RankedPeriod period) {
        return ranked(tenant, period).count();
    }

    @Override
    public long scoreOf(TenantId tenant, RankedPeriod period, int member) {
        return ranked(tenant, period)
                .filter(score -> number(score.getKey()) == member)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Stream<Map.Entry<MemberRef, Long>> ranked(TenantId tenant, RankedPeriod period) {
        return tables
                .community()
                .rankings()
                .getOrDefault(new InMemoryCommunity.Ranked(tenant, period), Map.of())
                .entrySet()
                .stream()
                .filter(score -> score.getValue() > 0);
    }

    private int number(MemberRef member) {
        MemberFile file = Objects.requireNonNull(tables.members().get(member));
        return file.state().number();
    }
}
