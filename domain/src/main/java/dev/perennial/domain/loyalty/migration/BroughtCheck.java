package dev.perennial.domain.loyalty.migration;

import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.Reward;
import dev.perennial.domain.program.RewardContent;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that stands between what a customer brings and the program. */
public final class BroughtCheck {

    private static final String PASSED = "has passed: nothing of it would be left";

    private final Program program;
    private final Instant now;
    private final List<Problem> problems = new ArrayList<>();

    private BroughtCheck(Program program, Instant now) {
        this.program = program;
        this.now = now;
    }

    /** @return each wrong field, by its path within what is brought; empty when all of it can come in */
    public static List<Problem> problems(Program program, Brought brought, Taken taken, Instant now) {
        BroughtCheck check = new BroughtCheck(program, now);
        check.require(!brought.enrolledAt().isAfter(now), "enrolled_at", "is in the future");
        check.level(brought.level());
        check.lots(brought.lots());
        for (int i = 0; i < brought.identifiers().size(); i++) {
            boolean free = !taken.identifiers().contains(i);
            check.require(free, at("identifiers", i), "belongs to a member already, or is there twice");
        }
        for (int i = 0; i < brought.vouchers().size(); i++) {
            check.voucher(
                    brought.vouchers().get(i), at("vouchers", i), taken.codes().contains(i));
        }
        return List.copyOf(check.problems);
    }

    private void level(@Nullable BroughtLevel brought) {
        if (brought == null) {
            return;
        }
        TiersDocument tiers = program.tiers();
        boolean known = tiers != null
                && tiers.levels().stream().anyMatch(level -> level.id().equals(brought.level()));
        require(known, "standing.level", "is not a level of the program");
        require(brought.until().isAfter(now), "standing.until", PASSED);
    }

    private void lots(List<OpeningLot> lots) {
        Map<UnitId, Long> sums = new HashMap<>();
        for (int i = 0; i < lots.size(); i++) {
            OpeningLot lot = lots.get(i);
            String here = at("lots", i);
            require(program.units().containsKey(lot.unit()), here + ".unit", "is not a unit of the program");
            long room = Balance.TOTAL_MAX - sums.getOrDefault(lot.unit(), 0L);
            require(lot.amount() <= room, here + ".amount", "comes to more than a member may have of a unit, 10^18");
            sums.merge(lot.unit(), Math.min(lot.amount(), room), Long::sum);
            Instant expiresAt = lot.expiresAt();
            require(expiresAt == null || expiresAt.isAfter(now), here + ".expires_at", PASSED);
            require(
                    expiresAt != null || slidesBeyond(lot, now),
                    here + ".available_at",
                    "is so long ago that it slid out");
            require(
                    expiresAt == null
                            || !expiresAt.isAfter(now)
                            || lot.from(now).isBefore(expiresAt),
                    here + ".available_at",
                    "is not before expires_at");
        }
    }

    /** What was earned too long ago in a sliding unit would run out at once: nothing is known that had kept it. */
    private boolean slidesBeyond(OpeningLot lot, Instant now) {
        UnitDefinition unit = program.units().get(lot.unit());
        return unit == null
                || unit.sliding() == null
                || lot.from(now)
                        .atZone(program.zone())
                        .plusMonths(unit.sliding().months())
                        .toInstant()
                        .isAfter(now);
    }

    private void voucher(BroughtVoucher voucher, String here, boolean taken) {
        boolean known = program.reward(voucher.reward())
                .map(Reward::document)
                .filter(reward -> reward.content() instanceof RewardContent.Voucher)
                .isPresent();
        require(known, here + ".reward", "is not a reward of the program that is a voucher");
        require(!taken, here + ".code", "is known already, or is there twice");
        Instant expiresAt = voucher.expiresAt();
        require(expiresAt == null || expiresAt.isAfter(now), here + ".valid_until", PASSED);
    }

    private void require(boolean holds, String field, String description) {
        if (!holds) {
            problems.add(new Problem(field, description));
        }
    }

    private static String at(String field, int index) {
        return field + "[" + index + "]";
    }
}
