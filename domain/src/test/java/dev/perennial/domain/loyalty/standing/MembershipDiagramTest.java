package dev.perennial.domain.loyalty.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.loyalty.standing.Change.MembershipChanged;
import dev.perennial.domain.loyalty.standing.MembershipTable.Provided;
import dev.perennial.domain.loyalty.standing.MembershipTable.Transition;
import dev.perennial.domain.program.ProgramHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page on memberships is the table, drawn; {@code -Dperennial.rewrite=true} draws it anew. It also lists the
 * transitions that no random life of the tests ever comes to.
 */
class MembershipDiagramTest {

    private static final Path PAGE = Path.of("../docs/memberships.md");

    private static final String HEAD = """
        # Memberships

        What can happen to a member's membership of one plan. An event that is not drawn for a state changes nothing.
        The plan's benefits and its level are the member's in `TRIAL`, `ACTIVE`, `CANCELLING` and `GRACE`.

        A test draws this page from the table in `MembershipTable` and compares:
        `mvn -pl domain test -Dtest=MembershipDiagramTest -Dperennial.rewrite=true` writes it anew.

        ```mermaid
        stateDiagram-v2
        """;

    @Test
    void thePageIsTheTable() throws IOException {
        String page = page();
        if (Boolean.getBoolean("perennial.rewrite")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        Set<MembershipMove> visited = visited();
        String arrows = MembershipTable.TRANSITIONS.stream()
                .map(MembershipDiagramTest::arrow)
                .collect(Collectors.joining());
        List<Transition> unvisited = MembershipTable.TRANSITIONS.stream()
                .filter(row -> !visited.contains(new MembershipMove(row.from(), row.event(), row.to())))
                .toList();
        String list =
                unvisited.stream().map(row -> "-" + arrow(row).substring(3)).collect(Collectors.joining());
        return HEAD + arrows + "```\n\nTransitions that the tests never come to:"
                + (list.isEmpty() ? " none.\n" : "\n\n" + list);
    }

    private static String arrow(Transition row) {
        String provided = row.provided() == Provided.ALWAYS ? "" : " if " + words(row.provided());
        return "    " + named(row.from()) + " --> " + row.to() + " : " + words(row.event()) + provided + "\n";
    }

    private static String named(MembershipState state) {
        return state == MembershipState.NONE ? "[*]" : state.name();
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private record MembershipMove(MembershipState from, MembershipEvent event, MembershipState to) {}

    private static Set<MembershipMove> visited() {
        Set<MembershipMove> visited = new HashSet<>();
        for (int seed = 0; seed < 2_000; seed++) {
            RandomLife life = new RandomLife(new SplittableRandom(seed));
            ProgramHistory programs = life.versions();
            Instant enrolledAt = life.enrolledAt();
            Standing standing = Standing.NEW;
            for (RandomLife.Fact fact : life.facts().values()) {
                standing = fact.on(standing, programs, enrolledAt, change -> note(visited, change));
            }
            Instant end = enrolledAt.plus(Duration.ofDays(4_000));
            standing.advanced(programs, enrolledAt, end, change -> note(visited, change));
        }
        return visited;
    }

    private static void note(Set<MembershipMove> visited, Change change) {
        if (change instanceof MembershipChanged moved) {
            visited.add(new MembershipMove(moved.from(), moved.cause(), moved.to()));
        }
    }
}
