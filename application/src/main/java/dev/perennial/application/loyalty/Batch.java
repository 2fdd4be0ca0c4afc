package dev.perennial.application.loyalty;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.Effect;
import dev.perennial.application.storage.Requests.Earlier;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Commands of one tenant in one transaction: claim the keys, lock the members, decide each command in order against
 * what the ones before it left, save the set. Replies are only sent once the transaction is committed, so the batch
 * returns them as things to do then.
 */
final class Batch {

    private final TenantId tenant;
    private final List<Waiting> commands;
    private final Transaction tx;
    private final Instant now;
    private final boolean withHistory;

    private final List<Runnable> replies = new ArrayList<>();
    private final List<Waiting> putOff = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Map<MemberId, Member> changedProfiles = new HashMap<>();
    private final Set<RequestKey> withoutEffect = new HashSet<>();
    private final Map<BudgetUse, Long> drawn = new HashMap<>();
    private final Map<BudgetUse, Long> newlyDrawn = new TreeMap<>();
    private final Map<MemberId, MemberId> survivors = new HashMap<>();
    private final Set<MemberId> heldBack = new HashSet<>();
    private final CodesAtHand codes = new CodesAtHand();
    private final List<String> handedOut = new ArrayList<>();

    /**
     * @param withHistory whether commands may look into the past; if not, those that need to are put off
     */
    Batch(TenantId tenant, List<Waiting> commands, Transaction tx, Instant now, boolean withHistory) {
        this.tenant = tenant;
        this.commands = commands;
        this.tx = tx;
        this.now = now;
        this.withHistory = withHistory;
    }

    /** What to do once the transaction is committed: replies to send, and commands to decide with their history. */
    record Outcome(List<Runnable> replies, List<Waiting> putOff) {}

    Outcome run(ProgramCatalog catalog) {
        List<Waiting> unanswered = withoutReplays();
        Map<MemberId, MemberState> states = lock(unanswered);
        Map<MemberId, Member> profiles = profiles(unanswered);
        IdentifierChanges identifiers = IdentifierChanges.of(tx, tenant, unanswered, this::member);
        // Read under the locks: whoever held a member before may have decided under a version that is new to us.
        ProgramHistory programs = catalog.in(tx, tenant);
        lockBudgets(unanswered, programs, states);
        loadCodes(unanswered, programs, states);
        for (Waiting waiting : unanswered) {
            MemberId member = member(waiting);
            if (heldBack.contains(member)) {
                putOff(waiting);
            } else {
                decide(
                        waiting,
                        new Situation(
                                programs,
                                states.get(member),
                                profiles.get(member),
                                identifiers.known(member),
                                null,
                                new Budgets(drawn),
                                codes,
                                now),
                        states,
                        profiles,
                        identifiers);
            }
        }
        tx.requests().release(tenant, withoutEffect);
        saveEffects();
        tx.profiles().save(tenant, List.copyOf(changedProfiles.values()));
        identifiers.save();
        return new Outcome(replies, putOff);
    }

    private List<Waiting> withoutReplays() {
        Map<RequestKey, Fingerprint> keys = commands.stream()
                .flatMap(waiting -> waiting.command().identity().stream())
                .collect(Collectors.toMap(Identity::key, Identity::fingerprint));
        Map<RequestKey, Earlier> earlier =
                keys.isEmpty() ? Map.of() : tx.requests().claim(tenant, keys);
        List<Waiting> unanswered = new ArrayList<>();
        for (Waiting waiting : commands) {
            Earlier known = waiting.command()
                    .identity()
                    .map(Identity::key)
                    .map(earlier::get)
                    .orElse(null);
            if (known == null) {
                unanswered.add(waiting);
            } else {
                replies.add(() -> replay(waiting, known));
            }
        }
        return unanswered;
    }

    private static void replay(Waiting waiting, Earlier earlier) {
        Fingerprint asked = waiting.command().identity().orElseThrow().fingerprint();
        if (asked.equals(earlier.fingerprint())) {
            waiting.done(earlier.reply(), true);
        } else {
            waiting.refused(Refusal.keyReused());
        }
    }

    private Map<MemberId, MemberState> lock(List<Waiting> unanswered) {
        Set<MemberId> members =
                unanswered.stream().map(waiting -> waiting.command().member()).collect(Collectors.toSet());
        Map<MemberId, MemberState> states = new TreeMap<>();
        tx.members().lock(tenant, members).forEach((named, state) -> {
            survivors.put(named, state.id());
            states.put(state.id(), state);
        });
        return states;
    }

    /** The member that the command's id leads to. */
    private MemberId member(Waiting waiting) {
        MemberId named = waiting.command().member();
        return survivors.getOrDefault(named, named);
    }

    /** After the members and all at once, in their order: so no two transactions wait for each other. */
    private void lockBudgets(List<Waiting> unanswered, ProgramHistory programs, Map<MemberId, MemberState> states) {
        Set<BudgetUse> uses = new HashSet<>();
        for (Waiting waiting : unanswered) {
            MemberState state = states.get(member(waiting));
            if (state != null) {
                uses.addAll(waiting.command().budgets(programs, state, now));
            }
        }
        if (!uses.isEmpty()) {
            drawn.putAll(tx.budgets().lock(tenant, uses));
        }
    }

    /** Once the budgets are locked, and by that the lists. */
    private void loadCodes(List<Waiting> unanswered, ProgramHistory programs, Map<MemberId, MemberState> states) {
        Map<String, Integer> wanted = new HashMap<>();
        for (Waiting waiting : unanswered) {
            MemberState state = states.get(member(waiting));
            if (state != null) {
                waiting.command().codeList(programs, state, now).ifPresent(list -> wanted.merge(list, 1, Integer::sum));
            }
        }
        codes.load(tx.codes(), tenant, wanted);
        Set<String> claimed = unanswered.stream()
                .flatMap(waiting -> waiting.command().claimedCodes().stream())
                .collect(Collectors.toSet());
        if (!claimed.isEmpty()) {
            codes.learn(tx.codes().known(tenant, claimed));
        }
    }

    private Map<MemberId, Member> profiles(List<Waiting> unanswered) {
        Set<MemberId> members = unanswered.stream()
                .filter(waiting -> waiting.command().needsProfile())
                .map(this::member)
                .collect(Collectors.toSet());
        return new HashMap<>(tx.profiles().read(tenant, members));
    }

    private void decide(
            Waiting waiting,
            Situation situation,
            Map<MemberId, MemberState> states,
            Map<MemberId, Member> profiles,
            IdentifierChanges identifiers) {
        try {
            codes.takeHanded(); // of one that was refused after it had been handed a code
            switch (waiting.command().decide(situation)) {
                case Ruling.Done done -> accept(waiting, done, states, profiles, identifiers);
                case Ruling.Looked() -> {
                    releaseKeyOf(waiting);
                    replies.add(() -> waiting.done(Waiting.NOTHING, false));
                }
                case Ruling.Refused(Refusal refusal) -> {
                    releaseKeyOf(waiting);
                    replies.add(() -> waiting.refused(refusal));
                }
                case Ruling.Needs needs -> lookBack(waiting, situation, needs, states, profiles, identifiers);
            }
        } catch (StorageException failure) { // the past could not be read: that is everybody's transaction
            throw failure;
        } catch (RuntimeException | StackOverflowError bug) { // a decision that throws harms its own command alone
            releaseKeyOf(waiting);
            replies.add(() -> waiting.failed(bug));
        }
    }

    private void lookBack(
            Waiting waiting,
            Situation situation,
            Ruling.Needs needs,
            Map<MemberId, MemberState> states,
            Map<MemberId, Member> profiles,
            IdentifierChanges identifiers) {
        if (!withHistory) {
            putOff(waiting);
            return;
        }
        MemberState state = situation.state();
        if (state == null || situation.history() != null) {
            throw new IllegalStateException("a decision asked for the history of nobody, or for history twice");
        }
        if (effects.stream().anyMatch(effect -> effect.decision().after().id().equals(state.id()))) {
            saveEffects(); // what was decided for the member just now is a part of the past that is looked at
        }
        History history = tx.members().history(tenant, state, needs.history());
        decide(waiting, situation.with(history), states, profiles, identifiers);
    }

    private void saveEffects() {
        tx.codes().take(tenant, List.copyOf(handedOut));
        handedOut.clear();
        if (!newlyDrawn.isEmpty()) { // before the members' effects, which may mark clubs: budgets come first everywhere
            tx.budgets().draw(tenant, Map.copyOf(newlyDrawn));
            newlyDrawn.clear();
        }
        tx.members().save(tenant, List.copyOf(effects));
        effects.clear();
    }

    private void accept(
            Waiting waiting,
            Ruling.Done done,
            Map<MemberId, MemberState> states,
            Map<MemberId, Member> profiles,
            IdentifierChanges identifiers) {
        MemberId member = member(waiting);
        if (done.decision().hasEffect()) {
            effects.add(new Effect(done.decision(), done.request(), now));
            handedOut.addAll(codes.takeHanded());
            done.decision().draws().forEach(this::draw);
            states.put(member, done.decision().after());
        }
        Member profile = done.profile();
        if (profile != null) {
            changedProfiles.put(member, profile);
            profiles.put(member, profile);
        }
        done.identifiers().forEach(change -> identifiers.accept(member, change));
        codes.learn(waiting.command().claimedCodes());
        Effect.Request request = done.request();
        replies.add(() -> waiting.done(request == null ? Waiting.NOTHING : request.reply(), false));
    }

    /** Later commands of the set find that much less. */
    private void draw(BudgetUse use, long units) {
        newlyDrawn.merge(use, units, Math::addExact);
        drawn.computeIfPresent(use, (locked, before) -> Math.addExact(before, units));
    }

    /** Later commands of the same member wait with it, so that a member's commands keep their order. */
    private void putOff(Waiting waiting) {
        heldBack.add(member(waiting));
        releaseKeyOf(waiting);
        putOff.add(waiting);
    }

    private void releaseKeyOf(Waiting waiting) {
        waiting.command().identity().map(Identity::key).ifPresent(withoutEffect::add);
    }
}
