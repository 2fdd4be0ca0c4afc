package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.MEMBER_BLOCK;

import dev.perennial.application.loyalty.MemberNumbers;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Database;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Member numbers, taken from the database a block at a time.
 *
 * <p>A block is taken on a connection of its own and committed at once, so that no enrolment waits for another one's
 * transaction.
 */
public final class JooqMemberNumbers implements MemberNumbers {

    private static final int BLOCK = 1_000;

    private final Database database;
    private final Map<TenantId, Block> blocks = new ConcurrentHashMap<>();

    public JooqMemberNumbers(Database database) {
        this.database = database;
    }

    @Override
    public int next(TenantId tenant) {
        return blocks.computeIfAbsent(tenant, Block::new).next();
    }

    private final class Block {

        private final TenantId tenant;
        private int next;
        private int end;

        Block(TenantId tenant) {
            this.tenant = tenant;
        }

        synchronized int next() {
            if (next == end) {
                end = endOfNewBlock();
                next = end - BLOCK;
            }
            return next++;
        }

        private int endOfNewBlock() {
            return database.transact(session -> {
                session.dsl()
                        .insertInto(MEMBER_BLOCK)
                        .set(MEMBER_BLOCK.TENANT_ID, tenant.value())
                        .set(MEMBER_BLOCK.NEXT_MEMBER_NO, 1 + BLOCK)
                        .onDuplicateKeyUpdate()
                        .set(MEMBER_BLOCK.NEXT_MEMBER_NO, MEMBER_BLOCK.NEXT_MEMBER_NO.add(BLOCK))
                        .execute();
                return session.dsl()
                        .select(MEMBER_BLOCK.NEXT_MEMBER_NO)
                        .from(MEMBER_BLOCK)
                        .where(MEMBER_BLOCK.TENANT_ID.eq(tenant.value()))
                        .fetchSingle()
                        .value1();
            });
        }
    }
}
