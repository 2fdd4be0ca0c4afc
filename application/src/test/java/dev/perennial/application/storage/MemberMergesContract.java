package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.storage.MemberMerges.Conflict;
import dev.perennial.application.storage.MemberMerges.Kind;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link MemberMerges} must do. */
public abstract class MemberMergesContract extends PortContract {

    private static final ProgramHistory PROGRAMS =
            aProgram(aRule("base").perEuro(1)).alone();

    @Test
    void everythingIsTheSurvivorsAndNumberedAfterWhatItHas() {
        desk.enrol("ada", day(0));
        desk.enrol("bob", day(0));
        desk.record("ada", PROGRAMS, aPurchase("o1").of(euros(10)).on(day(3)));
        desk.record("bob", PROGRAMS, aPurchase("o2").of(euros(20)).on(day(1)));
        desk.record("bob", PROGRAMS, aPurchase("o3").of(euros(40)).on(day(2)));

        move("bob", "ada");

        MemberState ada = desk.state("ada");
        assertThat(desk.state("bob")).isEqualTo(ada);
        assertThat(ada.wallet().balance(POINTS).available()).isEqualTo(70);
        assertThat(ada.wallet().lots().values()).extracting(Lot::activityNumber).containsExactly(1L, 2L, 3L);
        assertThat(ada.wallet().lastEntry()).isEqualTo(3);
        assertThat(ada.lastActivity()).isEqualTo(3);
        assertThat(ada.lastCommand()).isEqualTo(2);
        assertThat(ada.merges().activity(new MemberId("bob"), 2)).isEqualTo(3);
        History all = history("bob");
        assertThat(all.facts()).extracting(RecordedFact::number).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(all.lots()).hasSize(3);
    }

    @Test
    void repliesAreFoundUnderTheirKeys() {
        desk.enrol("ada", day(0));
        desk.enrol("bob", day(0));
        desk.record("bob", PROGRAMS, aPurchase("o2").of(euros(20)).on(day(1)));
        move("bob", "ada");

        Map.Entry<RequestKey, RequestKey> keys = Map.entry(
                RequestKey.command("enrol-bob"),
                RequestKey.activity(aPurchase("o2").on(day(1)).key()));
        assertThat(reply(keys.getKey())).isEqualTo(Desk.replyTo(keys.getKey()));
        assertThat(reply(keys.getValue())).isEqualTo(Desk.replyTo(keys.getValue()));
    }

    @Test
    void aChainLeadsToTheLast() {
        desk.enrol("ada", day(0));
        desk.enrol("bob", day(0));
        desk.enrol("cem", day(0));
        for (String member : Set.of("ada", "bob", "cem")) {
            desk.record(member, PROGRAMS, aPurchase("o-" + member).of(euros(10)).on(day(1)));
        }

        move("ada", "bob");
        move("bob", "cem");

        MemberState cem = desk.state("cem");
        assertThat(desk.state("ada")).isEqualTo(cem).isEqualTo(desk.state("bob"));
        assertThat(cem.wallet().balance(POINTS).available()).isEqualTo(30);
        assertThat(cem.merges().activity(new MemberId("ada"), 1)).isEqualTo(3);
        assertThat(cem.merges().activity(new MemberId("bob"), 1)).isEqualTo(2);
        RequestKey key = RequestKey.activity(aPurchase("o-ada").on(day(1)).key());
        assertThat(reply(key)).isEqualTo(Desk.replyTo(key));
    }

    @Test
    void anOrderOfBothIsInTheWay() {
        desk.enrol("ada", day(0));
        desk.enrol("bob", day(0));
        desk.record("ada", PROGRAMS, aPurchase("o1").of(euros(10)).on(day(1)));
        assertThat(conflict("bob", "ada")).isEmpty();
        desk.record("bob", PROGRAMS, aPurchase("o1").as("again").of(euros(10)).on(day(1)));
        assertThat(conflict("bob", "ada")).contains(new Conflict(Kind.ORDER, "o1"));
    }

    private void move(String from, String into) {
        ports.storage().transact(tx -> {
            tx.merges().move(id(), desk.lock(tx, from), desk.lock(tx, into), day(10));
            return desk.lock(tx, into);
        });
    }

    private Optional<Conflict> conflict(String from, String into) {
        return ports.storage().transact(tx -> tx.merges().conflict(id(), desk.lock(tx, from), desk.lock(tx, into)));
    }

    private History history(String member) {
        return ports.storage().read(tx -> tx.members().history(id(), desk.state(member), HistoryNeed.everything()));
    }

    private Payload reply(RequestKey key) {
        return ports.storage()
                .transact(tx -> tx.requests()
                        .claim(id(), Map.of(key, desk.fingerprint(key.value())))
                        .get(key)
                        .reply());
    }
}
