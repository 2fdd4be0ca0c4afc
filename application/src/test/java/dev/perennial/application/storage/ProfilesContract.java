package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.member.Consent;
import dev.perennial.domain.member.ConsentChannel;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.member.Profile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every {@link Profiles} promises. */
public abstract class ProfilesContract extends PortContract {

    protected static final Profile ADA = new Profile(
            "Ada Lovelace ♥",
            "countess",
            "ada@example.org",
            LocalDate.of(2004, 2, 29),
            "f",
            "GB",
            "en-GB",
            "Europe/London",
            "word of mouth",
            List.of(
                    new Consent(ConsentChannel.EMAIL, true, day(-30), "the form of ♥ 2019"),
                    new Consent(ConsentChannel.SMS, false, day(-3), "")));

    @Test
    void returnsProfilesAsTheyWereSaved() {
        int number = desk.enrol("ada", ADA, START).number();
        desk.enrol("nobody", Profile.EMPTY, START);

        Map<?, Member> found = read("ada", "nobody", "unheard-of");

        assertThat(found).hasSize(2);
        assertThat(found.get(member("ada"))).isEqualTo(new Member(member("ada"), number, 1, START, START, ADA));
        assertThat(found.get(member("nobody")).profile()).isEqualTo(Profile.EMPTY);
    }

    @Test
    void replacesProfiles() {
        desk.enrol("ada", ADA, START);
        Member changed = read("ada").get(member("ada")).updated(Profile.EMPTY, day(1));

        ports.storage().transact(tx -> {
            tx.profiles().save(id(), List.of(changed));
            return null;
        });

        assertThat(read("ada").get(member("ada"))).isEqualTo(changed);
    }

    @Test
    void showsNoProfilesOfOtherTenants() {
        desk.enrol("ada", ADA, START);

        assertThat(ports.storage().<Map<?, ?>>read(tx -> tx.profiles().read(otherTenant.id(), Set.of(member("ada")))))
                .isEmpty();
        assertThat(ports.storage().<List<?>>read(tx -> tx.profiles().list(otherTenant.id(), 0, 10)))
                .isEmpty();
    }

    @Test
    void listsPageByPage() {
        for (int i = 0; i < 5; i++) {
            desk.enrol("m" + i, START);
        }

        List<Member> first = list(0, 3);
        List<Member> second = list(first.getLast().number(), 3);

        assertThat(first).extracting(each -> each.id().value()).containsExactly("m0", "m1", "m2");
        assertThat(second).extracting(each -> each.id().value()).containsExactly("m3", "m4");
        assertThat(list(second.getLast().number(), 3)).isEmpty();
    }

    @Test
    void doesNothingForNobody() {
        assertThat(read()).isEmpty();
        ports.storage().transact(tx -> {
            tx.profiles().save(id(), List.of());
            return null;
        });
    }

    private Map<?, Member> read(String... ids) {
        return ports.storage()
                .read(tx -> tx.profiles()
                        .read(
                                id(),
                                Set.of(ids).stream().map(PortContract::member).collect(Collectors.toSet())));
    }

    private List<Member> list(int afterNumber, int limit) {
        return ports.storage().read(tx -> tx.profiles().list(id(), afterNumber, limit));
    }
}
