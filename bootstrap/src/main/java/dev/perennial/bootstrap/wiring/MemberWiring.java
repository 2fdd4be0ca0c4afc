package dev.perennial.bootstrap.wiring;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.MemberNumbers;
import dev.perennial.application.loyalty.merge.MemberMerging;
import dev.perennial.application.member.MemberIdentifiers;
import dev.perennial.application.member.MemberImports;
import dev.perennial.application.member.MemberStatuses;
import dev.perennial.application.member.Members;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Members and their profiles. */
@Configuration(proxyBeanMethods = false)
class MemberWiring {

    @Bean
    Members members(Storage storage, Lanes lanes, MemberNumbers numbers) {
        return new Members(storage, lanes, numbers);
    }

    @Bean
    MemberImports memberImports(Lanes lanes, MemberNumbers numbers) {
        return new MemberImports(lanes, numbers);
    }

    @Bean
    MemberIdentifiers memberIdentifiers(Storage storage, Lanes lanes) {
        return new MemberIdentifiers(storage, lanes);
    }

    @Bean
    MemberMerging memberMerging(Storage storage, ProgramCatalog catalog, TenantTime time, Backoff backoff) {
        return new MemberMerging(storage, catalog, time, backoff);
    }

    @Bean
    MemberStatuses memberStatuses(Lanes lanes) {
        return new MemberStatuses(lanes);
    }
}
