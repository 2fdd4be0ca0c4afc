package dev.perennial.application.member;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.MemberNumbers;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Overloaded;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Identifiers;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One import while its rows come in. Not for two threads at once. */
public final class MemberImport {

    private static final Refusal OTHERWISE =
            Refusal.invalid("member_id", "was imported before with something else in its row");

    private final Lanes lanes;
    private final MemberNumbers numbers;
    private final Tenant tenant;
    private final String importId;
    private final @Nullable ImportedSoFar soFar;
    private final BiFunction<Member, MemberState, Payload> reply;

    MemberImport(
            Lanes lanes,
            MemberNumbers numbers,
            Tenant tenant,
            String importId,
            @Nullable ImportedSoFar soFar,
            BiFunction<Member, MemberState, Payload> reply) {
        this.lanes = lanes;
        this.numbers = numbers;
        this.tenant = tenant;
        this.importId = importId;
        this.soFar = soFar;
        this.reply = reply;
    }

    /** What became of a row, or would have become of it. */
    public sealed interface Outcome {

        /** The member is there now. */
        record Taken() implements Outcome {}

        /** The member came in before, with the same row of the same import. */
        record Known() implements Outcome {}

        /** Nothing of it came in. */
        record Refused(Refusal refusal) implements Outcome {}

        /** Nothing of it came in, because others held its rows for long, or because of a fault of the server. */
        record Failed(Throwable why) implements Outcome {}
    }

    /**
     * Takes rows in, each as a whole or not at all, as if one after the other.
     *
     * @return what became of each, in their order
     * @throws java.util.concurrent.CompletionException when storage cannot be reached, is too busy, or nobody knows what
     *     became of a row: whoever sends the same again learns it
     */
    public List<Outcome> take(List<ImportedRow> rows) {
        List<ImportMember> commands = rows.stream().map(this::command).toList();
        SortedMap<Integer, Outcome> outcomes = new TreeMap<>();
        for (List<Integer> wave : Waves.of(commands)) {
            Map<Integer, CompletableFuture<Result<Answer>>> asked = new LinkedHashMap<>();
            for (int place : wave) {
                Outcome before = before(commands.get(place));
                if (before == null) {
                    asked.put(place, lanes.submit(commands.get(place)));
                } else {
                    outcomes.put(place, before);
                }
            }
            asked.forEach((place, answer) -> outcomes.put(place, outcome(commands.get(place), answer)));
        }
        return List.copyOf(outcomes.values());
    }

    private Outcome outcome(ImportMember command, CompletableFuture<Result<Answer>> answer) {
        try {
            return outcome(command, answer.join());
        } catch (CompletionException failure) {
            Throwable why = failure.getCause();
            if (why == null || concernsAll(why)) {
                throw failure;
            }
            return new Outcome.Failed(why);
        }
    }

    /** Lanes have tried each row by itself before they give up: whatever else it is, it is the row's own fault. */
    private static boolean concernsAll(Throwable failure) {
        return failure instanceof StorageException.Unavailable
                || failure instanceof StorageException.OutcomeUnknown
                || failure instanceof Overloaded
                || failure instanceof Error;
    }

    private ImportMember command(ImportedRow row) {
        RequestKey key = RequestKey.imported(importId, row.member());
        return new ImportMember(
                tenant.id(),
                row,
                importId,
                new Identity(key, row.fingerprint()),
                soFar == null ? numbers.next(tenant.id()) : 0,
                row.identifiers().stream()
                        .map(identifier -> Identifiers.hash(tenant, identifier))
                        .toList(),
                soFar,
                reply);
    }

    /** What a dry run knows of the member; null when it is to be looked at. */
    private @Nullable Outcome before(ImportMember command) {
        Fingerprint earlier = soFar == null ? null : soFar.member(command.member());
        if (earlier == null) {
            return null;
        }
        return earlier.equals(command.row().fingerprint()) ? new Outcome.Known() : new Outcome.Refused(OTHERWISE);
    }

    private Outcome outcome(ImportMember command, Result<Answer> result) {
        return switch (result) {
            case Result.Ok<Answer>(Answer answer) -> {
                if (soFar != null && !answer.replayed()) {
                    soFar.add(command);
                }
                yield answer.replayed() ? new Outcome.Known() : new Outcome.Taken();
            }
            case Result.Refused<Answer>(Refusal refusal) -> new Outcome.Refused(told(refusal));
        };
    }

    /** By its field, where a row knows better than a request which that is. */
    private static Refusal told(Refusal refusal) {
        return switch (refusal.reason()) {
            case KEY_REUSED -> OTHERWISE;
            case IDENTIFIER_TAKEN -> Refusal.invalid("identifiers", "have just become another member's");
            default -> refusal;
        };
    }
}
