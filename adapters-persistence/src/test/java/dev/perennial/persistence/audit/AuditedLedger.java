package dev.perennial.persistence.audit;

import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Conversions;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.ledger.Occasion;
import dev.perennial.domain.ledger.Posting;
import dev.perennial.domain.ledger.Reinstating;
import dev.perennial.domain.ledger.Terms;
import dev.perennial.domain.ledger.Wallet;
import dev.perennial.domain.shared.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One member's story over the domain's ledger, written to the tables row by row and not by the adapter under audit. */
final class AuditedLedger {

    static final int TENANT = 1;
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final UnitId POINTS = new UnitId("points");
    private static final int PROGRAM_VERSION = 1;

    private final Rows rows;
    private final int member;
    private final Map<Long, Long> credited = new TreeMap<>();
    private final Map<Long, Instant> occurred = new TreeMap<>();
    private final Set<Long> birthdays = new HashSet<>();
    private Wallet wallet = Wallet.EMPTY;
    private Instant now = START;
    private @Nullable Entry lastExpiry;
    private long activities;
    private long commands;

    AuditedLedger(Rows rows, int member) {
        this.rows = rows;
        this.member = member;
        command();
    }

    /** Moves the member's clock to so many days after the start. */
    AuditedLedger day(int day) {
        now = START.plus(Duration.ofDays(day));
        return decide(posting -> {});
    }

    AuditedLedger earns(long units, int activeOnDay, @Nullable Integer expiresOnDay) {
        long activity = fact();
        credited.put(activity, units);
        Instant expiresAt = expiresOnDay == null ? null : START.plus(Duration.ofDays(expiresOnDay));
        Terms terms = new Terms(START.plus(Duration.ofDays(activeOnDay)), expiresAt);
        return decide(posting ->
                posting.issue(POINTS, units, terms, Account.ISSUED, EntryKind.EARN, fact(activity, activity)));
    }

    /** Takes back so much of what an earlier fact earned, at most all. */
    AuditedLedger returns(long activity, long units) {
        long taken = Math.min(units, credited.getOrDefault(activity, 0L));
        if (taken == 0) {
            return this;
        }
        long refund = fact();
        credited.merge(activity, -taken, Long::sum);
        return decide(posting -> posting.clawBack(POINTS, taken, Conversions.NONE, fact(refund, activity)));
    }

    AuditedLedger isGiven(long units) {
        long command = command();
        return decide(posting -> posting.issue(
                POINTS, units, Terms.withoutExpiry(now), Account.ADJUSTED, EntryKind.ADJUST, by(command)));
    }

    /** Came from another system with so many. */
    AuditedLedger brings(long units) {
        long command = command("IMPORT_MEMBER", "{\"lots\": [{\"unit\": \"points\", \"amount\": " + units + "}]}");
        return decide(posting -> posting.issue(
                POINTS, units, Terms.withoutExpiry(now), Account.OPENING, EntryKind.OPENING, by(command)));
    }

    AuditedLedger spends(long units) {
        if (wallet.balance(POINTS).available() < units) {
            return this;
        }
        long command = command();
        return decide(posting -> posting.spend(POINTS, units, Account.ADJUSTED, EntryKind.ADJUST, by(command)));
    }

    /** Has given back what ran out last, if anything of it is left. */
    AuditedLedger isGivenBack() {
        Entry expiry = lastExpiry;
        if (expiry == null || wallet.lots().get(expiry.lotNumber()).expired() == 0) {
            return this;
        }
        long command = command();
        return decide(posting -> {
            Reinstating reinstating = new Reinstating(posting, by(command));
            List<Entry> expiries = List.of(expiry);
            reinstating.giveBack(expiries, reinstating.left(expiries), now.plus(Duration.ofDays(30)));
        });
    }

    /** A birthday begins: a fact that nobody told, so it has no key and no reply. */
    AuditedLedger celebrates() {
        activities++;
        occurred.put(activities, now);
        birthdays.add(activities);
        return this;
    }

    void store() {
        wallet.balances()
                .forEach((unit, balance) -> rows.insert(
                        "balance",
                        TENANT,
                        member,
                        unit.value(),
                        balance.available(),
                        balance.pending(),
                        balance.held(),
                        balance.debt()));
        wallet.lots().values().forEach(this::storeLot);
        occurred.keySet().forEach(this::storeFact);
        Instant due = wallet.nextDueAt().orElse(null);
        rows.insert(
                "member",
                TENANT,
                member,
                "m" + member,
                wallet.lastEntry() + 1,
                micros(START),
                micros(now),
                micros(due),
                wallet.lastLot(),
                wallet.lastEntry(),
                activities,
                commands,
                "{}",
                "{}",
                0,
                null,
                0,
                0,
                0,
                null,
                null,
                null,
                0,
                null,
                null,
                0);
        for (long seq = 1; seq <= wallet.lastEntry() + 1; seq++) {
            rows.insert(
                    "outbox",
                    null,
                    TENANT,
                    member,
                    seq,
                    "member",
                    "m" + member,
                    "UnitsMoved",
                    new byte[] {1},
                    micros(now));
        }
    }

    private AuditedLedger decide(Consumer<Posting> decision) {
        Posting posting = new Posting(wallet, Instant.MIN);
        posting.advance(now, activated -> {});
        decision.accept(posting);
        posting.advance(now, activated -> {});
        wallet = posting.wallet();
        posting.entries().forEach(this::storeEntry);
        posting.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.EXPIRE)
                .forEach(entry -> lastExpiry = entry);
        return this;
    }

    private Occasion fact(long trigger, long activity) {
        return new Occasion(new Cause(Cause.Trigger.ACTIVITY, trigger, activity, "base", PROGRAM_VERSION), now);
    }

    private Occasion by(long command) {
        return new Occasion(Cause.command(command), now);
    }

    private long fact() {
        activities++;
        occurred.put(activities, now);
        key(1, activities);
        return activities;
    }

    private long command() {
        return command("ADJUST_UNITS", null);
    }

    private long command(String kind, @Nullable String asked) {
        commands++;
        rows.insert(
                "command",
                TENANT,
                member,
                commands,
                kind,
                "",
                micros(now),
                new byte[] {1},
                "",
                asked,
                activities,
                micros(now),
                "",
                0);
        key(2, commands);
        return commands;
    }

    private void key(int subject, long number) {
        byte[] hash = Arrays.copyOf((subject + "/" + member + "/" + number).getBytes(StandardCharsets.UTF_8), 16);
        rows.insert("request_key", TENANT, hash, new byte[32], subject, member, number);
    }

    private void storeFact(long activity) {
        String grants = credited.containsKey(activity)
                ? "{\"rule\": \"base\", \"unit\": \"points\", \"nominal\": 0, \"credited\": " + credited.get(activity)
                        + "}"
                : "";
        Instant at = occurred.get(activity);
        boolean birthday = birthdays.contains(activity);
        rows.insert(
                "activity",
                TENANT,
                member,
                activity,
                birthday ? "perennial" : "shop",
                birthday ? "birthday:2026" : member + "-" + activity,
                birthday ? "BIRTHDAY" : "VISIT",
                micros(at),
                micros(at),
                0,
                null,
                null,
                null,
                null,
                null,
                0,
                PROGRAM_VERSION,
                "{\"grants\": [" + grants + "]}",
                "{}",
                birthday ? null : new byte[] {1});
    }

    private void storeLot(Lot lot) {
        rows.insert(
                "lot",
                TENANT,
                member,
                lot.open() ? 0 : 1,
                lot.number(),
                lot.unit().value(),
                lot.original(),
                lot.remaining(),
                lot.expired(),
                lot.pending() ? 1 : 0,
                micros(lot.terms().availableAt()),
                micros(lot.terms().expiresAt()),
                lot.activityNumber(),
                lot.rule(),
                lot.programVersion(),
                lot.issuedBy(),
                lot.expiredBy(),
                lot.terms().awaits(),
                0,
                lot.held());
    }

    private void storeEntry(Entry entry) {
        Cause cause = entry.cause();
        rows.insert(
                "entry",
                TENANT,
                member,
                entry.number(),
                entry.unit().value(),
                entry.from().name(),
                entry.to().name(),
                entry.amount(),
                entry.lotNumber(),
                entry.kind().name(),
                cause.trigger().name(),
                cause.number(),
                cause.activityNumber(),
                cause.rule(),
                cause.programVersion(),
                micros(entry.effectiveAt()),
                entry.corrects(),
                micros(now));
    }

    static @Nullable Long micros(@Nullable Instant at) {
        return at == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** Writes a row of a table, its values in the order of the columns. */
    interface Rows {
        void insert(String table, @Nullable Object... values);
    }
}
