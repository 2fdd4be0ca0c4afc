package dev.perennial.domain.testing;

import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.MigrationDecisions;
import dev.perennial.domain.loyalty.migration.Brought;
import dev.perennial.domain.loyalty.migration.BroughtIdentifier;
import dev.perennial.domain.loyalty.migration.BroughtLevel;
import dev.perennial.domain.loyalty.migration.BroughtVoucher;
import dev.perennial.domain.loyalty.migration.OpeningLot;
import dev.perennial.domain.loyalty.migration.Taken;
import dev.perennial.domain.member.IdentifierKind;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.RewardContent;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What customers bring along from another system. */
public final class Arrivals {

    private Arrivals() {}

    /** Nothing but a date of enrolment. */
    public static Brought since(Instant enrolledAt) {
        return new Brought(enrolledAt, null, List.of(), List.of(), List.of());
    }

    /** With opening lots. */
    public static Brought having(Instant enrolledAt, OpeningLot... lots) {
        return new Brought(enrolledAt, null, List.of(lots), List.of(), List.of());
    }

    /** The world of a member who came from another system at the moment. */
    public static World world(ProgramHistory programs, Brought brought, Instant now) {
        MemberState nobody = Members.aMember();
        Result<Decision> result = MigrationDecisions.bring(
                programs, nobody.id(), nobody.number(), Profile.EMPTY, brought, Taken.NOTHING, now);
        if (!(result instanceof Result.Ok<Decision>(Decision decision))) {
            throw new AssertionError("refused: " + result);
        }
        return World.beginning(programs, decision, now);
    }

    /** Whatever the program in force at the moment can take. */
    public static Brought random(RandomGenerator random, ProgramHistory programs, Instant now) {
        Program program = programs.at(now).program();
        List<OpeningLot> lots = new ArrayList<>();
        for (UnitId unit : program.units().keySet()) {
            int oldest = sliding(program, unit) ? -500 : -5000; // what slid out long ago is refused
            for (int i = random.nextInt(4); i > 0; i--) {
                Instant from = now.plus(Duration.ofHours(random.nextInt(oldest, 500)));
                Instant until = (from.isAfter(now) ? from : now).plus(Duration.ofHours(random.nextInt(1, 5000)));
                lots.add(new OpeningLot(unit, random.nextInt(1, 200), from, random.nextBoolean() ? null : until));
            }
        }
        List<BroughtVoucher> vouchers = new ArrayList<>();
        program.rewards().stream()
                .filter(reward -> reward.document().content() instanceof RewardContent.Voucher)
                .forEach(reward -> vouchers.add(new BroughtVoucher(
                        "OLD-" + vouchers.size(),
                        reward.document().id(),
                        random.nextBoolean() ? null : now.plus(Duration.ofDays(random.nextInt(1, 200))))));
        return new Brought(
                now.minus(Duration.ofDays(random.nextInt(3000))),
                level(random, program.tiers(), now),
                lots,
                List.of(new BroughtIdentifier(IdentifierKind.CARD, "")),
                vouchers);
    }

    private static boolean sliding(Program program, UnitId unit) {
        UnitDefinition definition = program.units().get(unit);
        return definition != null && definition.sliding() != null;
    }

    private static @Nullable BroughtLevel level(RandomGenerator random, @Nullable TiersDocument tiers, Instant now) {
        return tiers == null || random.nextInt(4) == 0
                ? null
                : new BroughtLevel(
                        tiers.levels()
                                .get(random.nextInt(tiers.levels().size()))
                                .id(),
                        now.plus(Duration.ofDays(random.nextInt(1, 400))));
    }
}
