package dev.perennial.application.member;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.MemberNumbers;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.member.Member;
import java.util.function.BiFunction;

/** Customers come from another loyalty system with everything that they had there. */
public final class MemberImports {

    private final Lanes lanes;
    private final MemberNumbers numbers;

    public MemberImports(Lanes lanes, MemberNumbers numbers) {
        this.lanes = lanes;
        this.numbers = numbers;
    }

    /**
     * Begins an import, or goes on with one: what came in under its id already is told so.
     *
     * @param importId the caller's own, 1 to 64 characters
     * @param dryRun whether it only tells what would become of the rows
     * @param reply what is kept of each member who came in
     */
    public MemberImport begin(
            Tenant tenant, String importId, boolean dryRun, BiFunction<Member, MemberState, Payload> reply) {
        return new MemberImport(lanes, numbers, tenant, importId, dryRun ? new ImportedSoFar() : null, reply);
    }
}
