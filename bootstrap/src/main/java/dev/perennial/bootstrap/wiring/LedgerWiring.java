package dev.perennial.bootstrap.wiring;

import dev.perennial.application.ledger.BulkAdjustments;
import dev.perennial.application.ledger.BulkApprovals;
import dev.perennial.application.ledger.BulkApproving;
import dev.perennial.application.ledger.ProposalLog;
import dev.perennial.application.ledger.Proposals;
import dev.perennial.application.ledger.Statements;
import dev.perennial.application.ledger.UnitLedger;
import dev.perennial.application.ledger.books.LedgerBooks;
import dev.perennial.application.ledger.books.PastBalances;
import dev.perennial.application.ledger.books.RevenueJournal;
import dev.perennial.application.ledger.books.UnitBreakage;
import dev.perennial.application.ledger.books.UnitLiabilities;
import dev.perennial.application.ledger.flow.Donations;
import dev.perennial.application.ledger.flow.FlowSums;
import dev.perennial.application.ledger.flow.PartnerSettlements;
import dev.perennial.application.ledger.flow.UnitFlows;
import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.persistence.ledger.JooqBulkApprovals;
import dev.perennial.persistence.loyalty.JooqProposalLog;
import dev.perennial.persistence.shared.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What members own. */
@Configuration(proxyBeanMethods = false)
class LedgerWiring {

    @Bean
    UnitLedger unitLedger(
            Storage storage, Lanes lanes, ProgramCatalog catalog, Statements statements, TenantTime time) {
        return new UnitLedger(storage, lanes, catalog, statements, time);
    }

    @Bean
    ProposalLog proposalLog(Database database) {
        return new JooqProposalLog(database);
    }

    @Bean
    Proposals proposals(Storage storage, Lanes lanes, ProposalLog log, TenantTime time) {
        return new Proposals(storage, lanes, log, time);
    }

    @Bean
    BulkApprovals bulkApprovals(Database database) {
        return new JooqBulkApprovals(database);
    }

    @Bean
    BulkAdjustments bulkAdjustments(
            Storage storage, Lanes lanes, ProgramCatalog catalog, BulkApprovals approvals, TenantTime time) {
        return new BulkAdjustments(storage, lanes, catalog, approvals, time);
    }

    @Bean
    BulkApproving bulkApproving(Storage storage, BulkApprovals approvals, TenantTime time) {
        return new BulkApproving(storage, approvals, time);
    }

    @Bean
    FlowSums flowSums(Storage storage, ProgramCatalog catalog, UnitFlows flows, TenantTime time) {
        return new FlowSums(storage, catalog, flows, time);
    }

    @Bean
    UnitLiabilities unitLiabilities(Storage storage, ProgramCatalog catalog, LedgerBooks books, TenantTime time) {
        return new UnitLiabilities(storage, catalog, books, time);
    }

    @Bean
    PastBalances pastBalances(Storage storage, ProgramCatalog catalog, LedgerBooks books, TenantTime time) {
        return new PastBalances(storage, catalog, books, time);
    }

    @Bean
    UnitBreakage unitBreakage(Storage storage, ProgramCatalog catalog, LedgerBooks books, TenantTime time) {
        return new UnitBreakage(storage, catalog, books, time);
    }

    @Bean
    RevenueJournal revenueJournal(Storage storage, ProgramCatalog catalog, LedgerBooks books, TenantTime time) {
        return new RevenueJournal(storage, catalog, books, time);
    }

    @Bean
    Donations donations(Storage storage, FlowSums sums) {
        return new Donations(storage, sums);
    }

    @Bean
    PartnerSettlements partnerSettlements(FlowSums sums) {
        return new PartnerSettlements(sums);
    }
}
