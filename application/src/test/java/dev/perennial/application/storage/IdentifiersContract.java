package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Moments.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.shared.StorageException;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Identifiers.Held;
import dev.perennial.application.storage.Identifiers.Owned;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.member.IdentifierKind;
import dev.perennial.domain.shared.MemberId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every {@link Identifiers} promises. */
public abstract class IdentifiersContract extends PortContract {

    @Test
    void tellsWhoseAnIdentifierIs() {
        Owned card = owned(desk.enrol("ada", START).number(), 2, "card");
        save(tenant, List.of(), List.of(card));

        assertThat(holder(tenant, "card")).isEqualTo(Map.of(desk.fingerprint("card"), member("ada")));
        assertThat(holder(tenant, "nobody's")).isEmpty();
    }

    @Test
    void listsWhatAMemberIsKnownByAsItWasSaved() {
        int ada = desk.enrol("ada", START).number();
        int bob = desk.enrol("bob", START).number();
        Owned phone = owned(ada, 3, "phone");
        Owned card = owned(ada, 2, "card");
        Owned other = owned(bob, 2, "other");
        save(tenant, List.of(), List.of(phone, card, other));

        assertThat(of("ada", "nobody")).isEqualTo(Map.of(member("ada"), List.of(card.held(), phone.held())));
        assertThat(of("ada", "bob").get(member("bob"))).containsExactly(other.held());
    }

    @Test
    void whatWasRemovedMayBecomeAnothersInTheSameStep() {
        Owned before = owned(desk.enrol("ada", START).number(), 2, "card");
        Owned after = owned(desk.enrol("bob", START).number(), 2, "card");
        save(tenant, List.of(), List.of(before));

        save(tenant, List.of(before), List.of(after));

        assertThat(holder(tenant, "card")).containsValue(member("bob"));
        assertThat(of("ada")).isEmpty();
    }

    @Test
    void refusesWhatAnotherMemberHas() {
        Owned first = owned(desk.enrol("ada", START).number(), 2, "card");
        Owned second = owned(desk.enrol("bob", START).number(), 2, "card");
        save(tenant, List.of(), List.of(first));

        assertThatThrownBy(() -> save(tenant, List.of(), List.of(second)))
                .isInstanceOf(StorageException.IdentifierTaken.class);
        assertThat(holder(tenant, "card")).containsValue(member("ada"));
    }

    @Test
    void whatBelongsToAMemberOfOneTenantIsFreeForAnother() {
        save(tenant, List.of(), List.of(owned(desk.enrol("ada", START).number(), 2, "card")));

        assertThat(holder(otherTenant, "card")).isEmpty();
        save(otherTenant, List.of(), List.of(owned(otherDesk.enrol("eve", START).number(), 2, "card")));
        assertThat(holder(otherTenant, "card")).containsValue(member("eve"));
        assertThat(holder(tenant, "card")).containsValue(member("ada"));
    }

    protected Owned owned(int member, long number, String value) {
        return new Owned(
                member, new Held(number, desk.fingerprint(value), IdentifierKind.CUSTOM, "badge", "♥234", START));
    }

    protected void save(Tenant of, List<Owned> removed, List<Owned> added) {
        ports.storage().transact(tx -> {
            tx.identifiers().save(of.id(), removed, added);
            return null;
        });
    }

    protected Map<MemberId, List<Held>> of(String... members) {
        Set<MemberId> ids = Arrays.stream(members).map(MemberId::new).collect(Collectors.toSet());
        return ports.storage().read(tx -> tx.identifiers().of(id(), ids));
    }

    private Map<?, MemberId> holder(Tenant of, String value) {
        return ports.storage().read(tx -> tx.identifiers().holders(of.id(), Set.of(desk.fingerprint(value))));
    }
}
