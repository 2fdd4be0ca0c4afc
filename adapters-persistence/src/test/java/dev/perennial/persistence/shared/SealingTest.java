package dev.perennial.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.shared.Secret;
import org.junit.jupiter.api.Test;

/** What is sealed opens only with its key, in its place, unchanged. */
final class SealingTest {

    private final Sealing sealing = new Sealing(Sealing.newKey());
    private final byte[] sealed = sealing.seal(Text.bytes("ada@example.org"), "here");

    @Test
    void opensWhatItSealed() {
        assertThat(Text.of(sealing.open(sealed, "here"))).isEqualTo("ada@example.org");
        assertThat(Text.of(sealed)).doesNotContain("ada");
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        assertThat(sealing.seal(Text.bytes("ada@example.org"), "here")).isNotEqualTo(sealed);
    }

    @Test
    void doesNotOpenInAnotherPlaceOrWithAnotherKeyOrChanged() {
        assertThatThrownBy(() -> sealing.open(sealed, "there")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Sealing(Sealing.newKey()).open(sealed, "here"))
                .isInstanceOf(IllegalStateException.class);
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;
        assertThatThrownBy(() -> sealing.open(changed, "here")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takesNoMasterKeyThatCanBeGuessed() {
        assertThatThrownBy(() -> new MasterKey(new Secret(new byte[15]))).isInstanceOf(IllegalArgumentException.class);
    }
}
