package dev.perennial.domain.loyalty.replay;

import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.checkout.Basket;
import dev.perennial.domain.loyalty.migration.Brought;
import dev.perennial.domain.loyalty.replay.Asked.Fate;
import dev.perennial.domain.loyalty.replay.Input.Command;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.testing.Arrivals;
import dev.perennial.domain.testing.Story;
import dev.perennial.domain.testing.Story.Step;
import dev.perennial.domain.testing.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A member of a story, and what a storage writes down of what was asked. */
final class Journal {

    private final World world;
    private final List<Command> commands = new ArrayList<>();

    Journal(ProgramHistory programs) {
        world = World.under(programs);
    }

    /** Of a member who came from another system. */
    Journal(ProgramHistory programs, Brought brought, Instant now) {
        world = Arrivals.world(programs, brought, now);
        Asked asked = new Asked.Arrival(world.state().traits(), world.state().birthday(), brought);
        commands.add(new Command(1, world.state().lastActivity(), "IMPORT_MEMBER", asked, now));
    }

    World world() {
        return world;
    }

    void happen(Step step) {
        int before = world.decisions().size();
        List<Long> redemptions = world.redemptionNumbers();
        Story.happen(world, step);
        if (world.decisions().size() > before) {
            Decision decision = world.decisions().getLast();
            long number = decision.after().lastCommand();
            Asked asked = asked(step, redemptions);
            if (!asked.equals(Asked.NOTHING)) {
                commands.add(new Command(
                        number,
                        decision.after().lastActivity(),
                        step.getClass().getSimpleName(),
                        asked,
                        decision.after().advancedTo()));
            }
        }
    }

    private Asked asked(Step step, List<Long> redemptions) {
        return switch (step) {
            case Step.Adjust(var unit, long amount, var now) -> new Asked.Adjustment(unit, amount);
            case Step.Reinstate(var what, var now) -> new Asked.GivingBack(what, null);
            case Step.UpdateProfile profile ->
                new Asked.Profile(world.state().traits(), world.state().birthday());
            case Step.Ask(String reward, boolean atOnce, var now) -> new Asked.Reward(reward, atOnce);
            case Step.Become(int which, Story.Fate fate, var now) ->
                new Asked.Change(redemptions.get(which % redemptions.size()), fate(fate), "an order");
            case Step.Hold(Basket basket, var now) ->
                new Asked.Hold(
                        basket.order(),
                        world.redemption(world.redemptionNumbers().getLast())
                                .order()
                                .vouchers(),
                        basket.payment());
            case Step.Drop(String orderId, var now) -> new Asked.Drop(orderId);
            case Step.Tell tell -> Asked.NOTHING;
            case Step.Apply apply -> Asked.NOTHING;
            case Step.Advance advance -> Asked.NOTHING;
        };
    }

    private static Fate fate(Story.Fate fate) {
        return switch (fate) {
            case REDEEMED -> Fate.REDEEM;
            case CANCELLED -> Fate.CANCEL;
            case REVERSED -> Fate.REVERSE;
            case USED -> Fate.USE_VOUCHER;
        };
    }

    RecordedMember recorded() {
        return RecordedMember.of(world.state(), List.copyOf(world.facts()), commands);
    }
}
