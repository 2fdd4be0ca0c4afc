package dev.perennial.bootstrap.wiring;

import com.zaxxer.hikari.HikariDataSource;
import dev.perennial.application.activity.ActivityLog;
import dev.perennial.application.insight.PurchasePeriods;
import dev.perennial.application.ledger.Statements;
import dev.perennial.application.ledger.books.LedgerBooks;
import dev.perennial.application.ledger.flow.UnitFlows;
import dev.perennial.application.loyalty.DueMembers;
import dev.perennial.application.loyalty.LedgerPast;
import dev.perennial.application.loyalty.MemberNumbers;
import dev.perennial.application.loyalty.community.DueClubs;
import dev.perennial.application.loyalty.reward.RedemptionLog;
import dev.perennial.application.loyalty.reward.VoucherKeys;
import dev.perennial.application.loyalty.standing.StandingHistory;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Tenants;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.bootstrap.server.ConnectionPool;
import dev.perennial.bootstrap.server.DemoTenant;
import dev.perennial.bootstrap.server.MasterKeyFile;
import dev.perennial.grpc.feed.ProtoEvents;
import dev.perennial.persistence.activity.JooqActivityLog;
import dev.perennial.persistence.insight.JooqPurchasePeriods;
import dev.perennial.persistence.ledger.JooqLedgerBooks;
import dev.perennial.persistence.ledger.JooqLedgerPast;
import dev.perennial.persistence.ledger.JooqStatements;
import dev.perennial.persistence.ledger.JooqUnitFlows;
import dev.perennial.persistence.loyalty.JooqDueClubs;
import dev.perennial.persistence.loyalty.JooqDueMembers;
import dev.perennial.persistence.loyalty.JooqMemberNumbers;
import dev.perennial.persistence.loyalty.JooqRedemptionLog;
import dev.perennial.persistence.loyalty.JooqStandingHistory;
import dev.perennial.persistence.loyalty.JooqVoucherKeys;
import dev.perennial.persistence.loyalty.Outbox;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.JooqTenants;
import dev.perennial.persistence.shared.MasterKey;
import dev.perennial.persistence.storage.JooqStorage;
import java.time.InstantSource;
import java.util.Random;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database and every port that is kept in it. */
@Configuration(proxyBeanMethods = false)
class StorageWiring {

    /** Beside the lanes write: authors of programs, the poller, whoever takes a block of member numbers. */
    private static final int WRITERS_BESIDE_LANES = 4;

    /** What writes has connections of its own: calls that read are not counted, and would leave none to the lanes. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DataSourceProperties properties, @Value("${perennial.lanes}") int lanes) {
        return pool("perennial-writes", properties, lanes + WRITERS_BESIDE_LANES);
    }

    @Bean(destroyMethod = "close", defaultCandidate = false)
    HikariDataSource readSource(
            DataSourceProperties properties, @Value("${perennial.read-connections-max}") int connections) {
        return pool("perennial-reads", properties, connections);
    }

    private static HikariDataSource pool(String name, DataSourceProperties properties, int connections) {
        return ConnectionPool.of(
                name, properties.getUrl(), properties.getUsername(), properties.getPassword(), connections);
    }

    /** Ports are made once the tables are there. */
    @Bean
    @DependsOnDatabaseInitialization
    Database database(HikariDataSource dataSource, @Qualifier("readSource") HikariDataSource readSource) {
        return Database.on(dataSource, readSource);
    }

    @Bean
    MasterKey masterKey(MasterKeyFile file, Database database) {
        return new MasterKey(file.load(JooqTenants.exist(database)));
    }

    @Bean
    Storage storage(Database database, MasterKey masterKey) {
        return new JooqStorage(database, new Outbox(new ProtoEvents()), masterKey);
    }

    /** Everybody's time is the process's, but for sandboxes. */
    @Bean
    TenantTime tenantTime(InstantSource clock) {
        return new TenantTime(clock);
    }

    /** One for all: this generator may be used by several threads, and only those who lost to others do. */
    @Bean
    Backoff backoff() {
        return new Backoff(new Random());
    }

    @Bean
    Tenants tenants(Database database, MasterKey masterKey) {
        return new JooqTenants(database, masterKey);
    }

    @Bean
    DemoTenant demoTenant(Tenants tenants) {
        return new DemoTenant(tenants);
    }

    @Bean
    DueMembers dueMembers(Database database) {
        return new JooqDueMembers(database);
    }

    @Bean
    DueClubs dueClubs(Database database) {
        return new JooqDueClubs(database);
    }

    @Bean
    MemberNumbers memberNumbers(Database database) {
        return new JooqMemberNumbers(database);
    }

    @Bean
    LedgerPast ledgerPast(Database database) {
        return new JooqLedgerPast(database);
    }

    @Bean
    RedemptionLog redemptionLog(Database database) {
        return new JooqRedemptionLog(database);
    }

    @Bean
    VoucherKeys voucherKeys(Database database, MasterKey masterKey) {
        return new JooqVoucherKeys(database, masterKey);
    }

    @Bean
    StandingHistory standingHistory(Database database) {
        return new JooqStandingHistory(database);
    }

    @Bean
    ActivityLog activityLog(Database database) {
        return new JooqActivityLog(database);
    }

    @Bean
    Statements statements(Database database) {
        return new JooqStatements(database);
    }

    @Bean
    UnitFlows unitFlows(Database database) {
        return new JooqUnitFlows(database);
    }

    @Bean
    LedgerBooks ledgerBooks(Database database) {
        return new JooqLedgerBooks(database);
    }

    @Bean
    PurchasePeriods purchasePeriods(Database database) {
        return new JooqPurchasePeriods(database);
    }
}
