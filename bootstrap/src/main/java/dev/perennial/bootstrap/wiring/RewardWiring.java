package dev.perennial.bootstrap.wiring;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.checkout.Checkouts;
import dev.perennial.application.loyalty.reward.CodeLists;
import dev.perennial.application.loyalty.reward.GeneratedCodes;
import dev.perennial.application.loyalty.reward.RedemptionLog;
import dev.perennial.application.loyalty.reward.Redemptions;
import dev.perennial.application.loyalty.reward.Rewards;
import dev.perennial.application.loyalty.reward.VoucherKeys;
import dev.perennial.application.loyalty.reward.VoucherSignatures;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.grpc.loyalty.SignedVouchers;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What members can have for their units. */
@Configuration(proxyBeanMethods = false)
class RewardWiring {

    @Bean
    GeneratedCodes generatedCodes() {
        return new GeneratedCodes(new SecureRandom());
    }

    @Bean
    SignedVouchers signedVouchers(VoucherKeys keys) {
        return new SignedVouchers(new VoucherSignatures(keys, SignedVouchers::newKey));
    }

    @Bean
    CodeLists codeLists(Storage storage, Backoff backoff) {
        return new CodeLists(storage, backoff);
    }

    @Bean
    Rewards rewards(Storage storage, Lanes lanes, ProgramCatalog catalog, TenantTime time, GeneratedCodes codes) {
        return new Rewards(storage, lanes, catalog, time, codes);
    }

    @Bean
    Redemptions redemptions(
            Storage storage,
            Lanes lanes,
            ProgramCatalog catalog,
            TenantTime time,
            RedemptionLog log,
            GeneratedCodes codes) {
        return new Redemptions(storage, lanes, catalog, time, log, codes);
    }

    @Bean
    Checkouts checkouts(Storage storage, Lanes lanes, ProgramCatalog catalog, TenantTime time, RedemptionLog log) {
        return new Checkouts(storage, lanes, catalog, time, log);
    }
}
