package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.EarningBase;
import dev.perennial.contract.program.v1.Goods;
import java.util.Set;

/** Which part of an order earns. Goods are sets; they are written in the order of their letters. */
final class BaseSection {

    private BaseSection() {}

    static dev.perennial.domain.program.EarningBase read(EarningBase proto) {
        return new dev.perennial.domain.program.EarningBase(
                proto.getBeforeTax(),
                proto.getWithShipping(),
                proto.getBeforeDiscounts(),
                proto.getWithGiftCards(),
                proto.getWithoutGiftCardPayments(),
                proto.getWithUnitPayments(),
                goods(proto.getExcluded()),
                proto.getBoostsList().stream()
                        .map(boost -> new dev.perennial.domain.program.EarningBase.Boost(
                                goods(boost.getGoods()), boost.getPercent()))
                        .toList());
    }

    static EarningBase write(dev.perennial.domain.program.EarningBase base) {
        EarningBase.Builder proto = EarningBase.newBuilder()
                .setBeforeTax(base.beforeTax())
                .setWithShipping(base.withShipping())
                .setBeforeDiscounts(base.beforeDiscounts())
                .setWithGiftCards(base.withGiftCards())
                .setWithoutGiftCardPayments(base.withoutGiftCardPayments())
                .setWithUnitPayments(base.withUnitPayments());
        if (!base.excluded().isEmpty()) {
            proto.setExcluded(goods(base.excluded()));
        }
        base.boosts()
                .forEach(boost ->
                        proto.addBoostsBuilder().setGoods(goods(boost.goods())).setPercent(boost.percent()));
        return proto.build();
    }

    static dev.perennial.domain.program.Goods goods(Goods proto) {
        return new dev.perennial.domain.program.Goods(
                Set.copyOf(proto.getSkusList()),
                Set.copyOf(proto.getCategoriesList()),
                Set.copyOf(proto.getBrandsList()),
                Set.copyOf(proto.getStoresList()));
    }

    static Goods goods(dev.perennial.domain.program.Goods goods) {
        return Goods.newBuilder()
                .addAllSkus(goods.skus().stream().sorted().toList())
                .addAllCategories(goods.categories().stream().sorted().toList())
                .addAllBrands(goods.brands().stream().sorted().toList())
                .addAllStores(goods.stores().stream().sorted().toList())
                .build();
    }
}
