package dev.perennial.grpc.loyalty.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JwkTest {

    /** The key of RFC 8037, appendix A.1. */
    private static final Jwk KEY = new Jwk("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");

    @Test
    void hasTheThumbprintOfTheStandard() {
        assertThat(KEY.kid()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @Test
    void namesAKeyAndIsNamedByIt() {
        assertThat(Jwk.of(KEY.publicKey())).isEqualTo(KEY);
    }

    @Test
    void namesNothingWithoutThirtyTwoBytes() {
        assertThatThrownBy(() -> new Jwk("AAAA").publicKey()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Jwk("ä").publicKey()).isInstanceOf(IllegalArgumentException.class);
    }
}
