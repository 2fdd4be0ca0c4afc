package dev.perennial.application.program;

import static dev.perennial.domain.program.ProgramDocuments.aDocument;
import static dev.perennial.domain.program.ProgramDocuments.aRule;
import static dev.perennial.domain.program.RewardDocuments.aReward;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.program.ApplyProgram.Source;
import dev.perennial.application.program.Programs.Planned;
import dev.perennial.application.program.cel.CelConditions;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.StorageException.Conflict;
import dev.perennial.application.shared.StorageException.OutcomeUnknown;
import dev.perennial.application.shared.StorageException.Unavailable;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramDifference.Change;
import dev.perennial.domain.program.ProgramDifference.Kind;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.program.SpendingDocument;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProgramsTest {

    private static final Tenant SHOP = new Tenant(new TenantId(1), "shop", new Secret(new byte[32]), false);
    private static final Optional<Instant> NOW = Optional.empty();
    private static final OptionalInt ANY = OptionalInt.empty();
    private static final ProgramDocument FIRST = aDocument().written();
    private static final ProgramDocument SECOND = aDocument().reopening(30).written();
    private static final ProgramDocument BROKEN =
            aDocument().with(aRule("base").when("true &&\n activity.amnt > 3")).written();

    private final Shelf shelf = new Shelf();
    private Instant now = Instant.parse("2026-03-01T12:00:00.123456789Z");
    private final Programs programs = new Programs(
            shelf, new ProgramChecker(new CelConditions()), new TenantTime(() -> now), new Backoff(new Random(1)));

    @Test
    void the_first_version_is_in_force_at_once() {
        Answer answer = ok(apply("r1", FIRST));

        assertThat(answer).isEqualTo(new Answer(payload("version 1"), false));
        assertThat(ok(programs.get(SHOP, ANY)))
                .isEqualTo(new ProgramVersion(
                        1,
                        Instant.parse("2026-03-01T12:00:00.123456Z"),
                        Instant.parse("2026-03-01T12:00:00.123456Z"),
                        "why",
                        FIRST));
    }

    @Test
    void a_repeated_request_gets_the_first_reply_and_adds_nothing() {
        apply("r1", FIRST);
        now = now.plusSeconds(60);

        assertThat(ok(apply("r1", FIRST))).isEqualTo(new Answer(payload("version 1"), true));
        assertThat(programs.list(SHOP, Integer.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void the_same_key_with_another_request_is_refused() {
        apply("r1", FIRST);

        assertThat(refusal(apply("r1", SECOND)).reason()).isEqualTo(Reason.KEY_REUSED);
    }

    @Test
    void a_broken_document_is_refused_with_every_problem_and_gives_its_key_back() {
        Refusal refusal = refusal(apply("r1", BROKEN));

        assertThat(refusal.reason()).isEqualTo(Reason.PROGRAM_INVALID);
        assertThat(refusal.message()).isEqualTo("The program has 1 problem.");
        assertThat(refusal.problems())
                .containsExactly(
                        new Problem("earning_rules[0].condition", "line 2, column 10: there is no field 'amnt'"));
        assertThat(shelf.danglingKeys()).isEmpty();
        assertThat(ok(apply("r1", FIRST)).replayed()).isFalse();
    }

    @Test
    void a_version_takes_effect_now_or_later_but_within_ten_years() {
        assertThat(refusal(apply("r1", FIRST, Optional.of(now.minusNanos(1)), ANY))
                        .problems())
                .extracting(Problem::field)
                .containsExactly("effective_at");
        assertThat(refusal(apply("r1", FIRST, Optional.of(now.plus(Duration.ofDays(3_654))), ANY))
                        .problems())
                .extracting(Problem::field)
                .containsExactly("effective_at");

        Instant later = now.plus(Duration.ofDays(30));
        ok(apply("r1", FIRST, Optional.of(later), ANY));

        assertThat(ok(programs.get(SHOP, ANY)).effectiveAt()).isBetween(later.minusNanos(1_000), later);
    }

    @Test
    void a_newest_version_that_is_not_the_expected_one_is_refused() {
        assertThat(apply("r1", FIRST, NOW, OptionalInt.of(0))).isInstanceOf(Result.Ok.class);

        Refusal refusal = refusal(apply("r2", SECOND, NOW, OptionalInt.of(0)));

        assertThat(refusal.reason()).isEqualTo(Reason.PROGRAM_VERSION_MOVED);
        assertThat(refusal.details()).isEqualTo(Map.of("program_version", "1", "expected_version", "0"));
        assertThat(apply("r2", SECOND, NOW, OptionalInt.of(1))).isInstanceOf(Result.Ok.class);
    }

    @Test
    void an_old_version_can_be_applied_again() {
        apply("r1", FIRST);
        apply("r2", SECOND);

        ok(programs.apply(SHOP, earlier(1, "back"), identity("r3", "again 1"), ProgramsTest::reply));

        ProgramVersion newest = ok(programs.get(SHOP, ANY));
        assertThat(newest.number()).isEqualTo(3);
        assertThat(newest.note()).isEqualTo("back");
        assertThat(newest.document()).isEqualTo(FIRST);
        assertThat(refusal(programs.apply(SHOP, earlier(9, ""), identity("r4", "again 9"), ProgramsTest::reply))
                        .reason())
                .isEqualTo(Reason.PROGRAM_VERSION_NOT_FOUND);
    }

    @Test
    void losing_to_another_author_is_tried_again_a_few_times() {
        shelf.failNext(new Conflict(new Exception()), new Conflict(new Exception()));
        assertThat(ok(apply("r1", FIRST)).replayed()).isFalse();

        for (int i = 0; i < 6; i++) {
            shelf.failNext(new Conflict(new Exception()));
        }
        assertThatThrownBy(() -> apply("r2", SECOND)).isInstanceOf(Conflict.class);
    }

    @Test
    void a_commit_whose_outcome_is_unknown_is_found_by_its_key() {
        shelf.failNext(new OutcomeUnknown(new Exception()));

        assertThat(ok(apply("r1", FIRST))).isEqualTo(new Answer(payload("version 1"), true));
        assertThat(programs.list(SHOP, Integer.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void after_an_unknown_outcome_a_lost_race_is_not_called_one() {
        shelf.failNext(new OutcomeUnknown(new Exception()));
        for (int i = 0; i < 5; i++) {
            shelf.failNext(new Conflict(new Exception()));
        }

        assertThatThrownBy(() -> apply("r1", FIRST)).isInstanceOf(OutcomeUnknown.class);
        assertThat(ok(apply("r1", FIRST)).replayed()).isTrue();
    }

    @Test
    void after_an_unknown_outcome_nobody_is_told_that_nothing_happened() {
        shelf.failNext(new OutcomeUnknown(new Exception()), new Unavailable(new Exception()));

        assertThatThrownBy(() -> apply("r1", FIRST)).isInstanceOf(OutcomeUnknown.class);
        assertThat(ok(apply("r1", FIRST)).replayed()).isTrue();
    }

    @Test
    void versions_are_found_by_number_and_listed_from_the_newest() {
        assertThat(refusal(programs.get(SHOP, ANY)).reason()).isEqualTo(Reason.PROGRAM_NOT_APPLIED);
        for (int i = 1; i <= 5; i++) {
            apply("r" + i, FIRST);
        }

        assertThat(ok(programs.get(SHOP, OptionalInt.of(2))).number()).isEqualTo(2);
        assertThat(refusal(programs.get(SHOP, OptionalInt.of(6))).reason()).isEqualTo(Reason.PROGRAM_VERSION_NOT_FOUND);
        assertThat(programs.list(SHOP, Integer.MAX_VALUE, 2))
                .extracting(ProgramVersion::number)
                .containsExactly(5, 4);
        assertThat(programs.list(SHOP, 4, 10))
                .extracting(ProgramVersion::number)
                .containsExactly(3, 2, 1);
    }

    @Test
    void a_plan_shows_problems_changes_and_warnings_and_changes_nothing() {
        apply("r1", FIRST);

        Planned planned = programs.plan(
                SHOP,
                aDocument()
                        .reopening(30)
                        .with(aRule("base").until("2026-01-01T00:00:00Z").granting("stars"))
                        .written());

        assertThat(planned.newestVersion()).isEqualTo(1);
        assertThat(planned.problems()).extracting(Problem::field).containsExactly("earning_rules[0].unit");
        assertThat(planned.changes())
                .containsExactly(
                        new Change(Kind.CHANGED, "reopen_window_days", "60", "30"),
                        new Change(Kind.ADDED, "earning_rules[base].ends_at", "", "2026-01-01T00:00:00Z"),
                        new Change(Kind.CHANGED, "earning_rules[base].unit", "points", "stars"));
        assertThat(planned.warnings())
                .extracting(Problem::field)
                .containsExactly("units[0]", "earning_rules[0].ends_at");
        assertThat(programs.list(SHOP, Integer.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void a_plan_tells_which_rules_never_match_which_overlap_and_which_conditions_changed() {
        apply("r1", aDocument().with(aRule("a").when("activity.amount > 100")).written());

        Planned planned = programs.plan(
                SHOP,
                aDocument()
                        .with(
                                aRule("a").when("activity.amount > 200"),
                                aRule("b").when("activity.amount > 200"),
                                aRule("c").when("false"),
                                aRule("d").when("activity.rating > 3"))
                        .written());

        assertThat(planned.problems()).isEmpty();
        assertThat(planned.changes())
                .startsWith(new Change(
                        Kind.CHANGED, "earning_rules[a].condition", "activity.amount > 100", "activity.amount > 200"));
        assertThat(planned.warnings())
                .containsExactly(
                        new Problem("earning_rules[1]", "grants 'points' for the same facts as 'a'; both will grant"),
                        new Problem("earning_rules[2].condition", "never holds"),
                        new Problem("earning_rules[3].condition", "never holds for purchase facts of the tenant's own"),
                        new Problem(
                                "earning_rules[3].condition",
                                "reads activity.rating, which is always empty for purchase facts of the tenant's own"));
    }

    @Test
    void a_plan_tells_which_rewards_nobody_can_have_by_their_condition() {
        ProgramDocument document = aDocument()
                .with(new SpendingDocument(
                        List.of(
                                aReward("december").when("activity.month == 12").written(),
                                aReward("never").when("activity.month == 13").written(),
                                aReward("order").when("activity.amount > 0").written(),
                                aReward("past")
                                        .when("activity.year == 2029")
                                        .until("2028-12-31T00:00:00Z")
                                        .written()),
                        0))
                .written();

        assertThat(programs.plan(SHOP, document).warnings())
                .containsExactly(
                        new Problem(
                                "rewards[1].condition", "never holds for custom facts 'reward' of the tenant's own"),
                        new Problem(
                                "rewards[2].condition", "never holds for custom facts 'reward' of the tenant's own"),
                        new Problem(
                                "rewards[2].condition",
                                "reads activity.amount, which is always empty for custom facts 'reward' of the"
                                        + " tenant's own"),
                        new Problem("rewards[3].condition", "never holds in its season"));
    }

    private Result<Answer> apply(String key, ProgramDocument document) {
        return apply(key, document, NOW, ANY);
    }

    private Result<Answer> apply(String key, ProgramDocument document, Optional<Instant> at, OptionalInt expected) {
        return programs.apply(
                SHOP,
                new ApplyProgram(new Source.Written(document), at, "why", expected),
                identity(key, document),
                ProgramsTest::reply);
    }

    private static ApplyProgram earlier(int version, String note) {
        return new ApplyProgram(new Source.Earlier(version), NOW, note, ANY);
    }

    private static Identity identity(String key, Object request) {
        return new Identity(
                RequestKey.command(key),
                Fingerprint.of(SHOP.secret(), request.toString().getBytes(UTF_8)));
    }

    private static Payload reply(ProgramVersion version) {
        return payload("version " + version.number());
    }

    private static Payload payload(String text) {
        return new Payload(text.getBytes(UTF_8));
    }

    private static <T> T ok(Result<T> result) {
        assertThat(result).isInstanceOf(Result.Ok.class);
        return ((Result.Ok<T>) result).value();
    }

    private static <T> Refusal refusal(Result<T> result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<T>) result).refusal();
    }
}
