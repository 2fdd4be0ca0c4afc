package dev.perennial.persistence.testing;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.activity.JooqActivityLog;
import dev.perennial.persistence.insight.JooqPurchasePeriods;
import dev.perennial.persistence.ledger.JooqBulkApprovals;
import dev.perennial.persistence.ledger.JooqLedgerBooks;
import dev.perennial.persistence.ledger.JooqLedgerPast;
import dev.perennial.persistence.ledger.JooqStatements;
import dev.perennial.persistence.ledger.JooqUnitFlows;
import dev.perennial.persistence.loyalty.JooqDueClubs;
import dev.perennial.persistence.loyalty.JooqDueMembers;
import dev.perennial.persistence.loyalty.JooqMemberNumbers;
import dev.perennial.persistence.loyalty.JooqProposalLog;
import dev.perennial.persistence.loyalty.JooqRedemptionLog;
import dev.perennial.persistence.loyalty.JooqStandingHistory;
import dev.perennial.persistence.loyalty.JooqTransferLog;
import dev.perennial.persistence.loyalty.JooqVoucherKeys;
import dev.perennial.persistence.loyalty.Outbox;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.JooqTenants;
import dev.perennial.persistence.shared.MasterKey;
import dev.perennial.persistence.storage.JooqStorage;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;

/** The ports over the test database. */
public final class JooqPorts {

    public static final MasterKey MASTER_KEY = new MasterKey(new Secret(new byte[32]));

    private JooqPorts() {}

    public static Ports create() {
        return over(TestDatabase.pool());
    }

    public static Ports over(DataSource source) {
        Database database = Database.on(source);
        Outbox outbox = new Outbox(event -> new Payload(event.toString().getBytes(StandardCharsets.UTF_8)));
        return new Ports(
                new JooqStorage(database, outbox, MASTER_KEY),
                new JooqTenants(database, MASTER_KEY),
                new JooqMemberNumbers(database),
                new JooqDueMembers(database),
                new JooqDueClubs(database),
                new JooqActivityLog(database),
                new JooqStatements(database),
                new JooqStandingHistory(database),
                new JooqRedemptionLog(database),
                new JooqVoucherKeys(database, MASTER_KEY),
                new JooqTransferLog(database),
                new JooqProposalLog(database),
                new JooqBulkApprovals(database),
                new JooqLedgerPast(database),
                new JooqPurchasePeriods(database),
                new JooqUnitFlows(database),
                new JooqLedgerBooks(database));
    }
}
