package dev.perennial.grpc.loyalty.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.perennial.grpc.loyalty.SignedVouchers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signed code says what was signed, or nothing. */
class VoucherTokenTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final KeyPair PAIR = SignedVouchers.newKey();
    private static final String KID = Jwk.of(PAIR.getPublic()).kid();
    private static final String HEADER =
            "{\"alg\":\"EdDSA\",\"kid\":\"" + KID + "\",\"typ\":\"perennial-voucher+jwt\"}";

    private final VoucherToken token =
            new VoucherToken("café \"Ada\"", "AB-1", "mug", access(), NOON, NOON.plusSeconds(60));
    private final String signed = token.signedWith(PAIR);

    @Test
    void saysWhatWasSigned() {
        assertThat(read(signed)).contains(token);
        VoucherToken lasting = new VoucherToken("shop", "AB-1", "mug", access(), NOON, null);
        assertThat(read(lasting.signedWith(PAIR))).contains(lasting);
        assertThat(payload(lasting.signedWith(PAIR)))
                .isEqualTo("{\"iss\":\"shop\",\"sub\":\"AB-1\",\"reward\":\"mug\",\"worth\":{\"access\":true},"
                        + "\"iat\":1772366400}");
    }

    @Test
    void isTheSameEachTime() {
        assertThat(token.signedWith(PAIR)).isEqualTo(signed);
    }

    @Test
    void runsOutAtItsMoment() {
        assertThat(token.hasExpired(NOON.plusSeconds(59))).isFalse();
        assertThat(token.hasExpired(NOON.plusSeconds(60))).isTrue();
    }

    /** Also in the bits that base64 does not use. */
    @Test
    void noCharacterOfItCanBeChanged() {
        IntStream.range(0, signed.length()).forEach(place -> {
            char other = signed.charAt(place) == 'A' ? 'B' : 'A';
            String changed = signed.substring(0, place) + other + signed.substring(place + 1);
            assertThat(read(changed)).as("place " + place).isEmpty();
            char next = (char) (signed.charAt(place) + 1);
            assertThat(read(signed.substring(0, place) + next + signed.substring(place + 1)))
                    .as("place " + place)
                    .isEmpty();
        });
        assertThat(read(signed + "=")).isEmpty();
        assertThat(read(signed + ".")).isEmpty();
    }

    @Test
    void nobodyElseSignsIt() {
        assertThat(read(token.signedWith(SignedVouchers.newKey()))).isEmpty();
    }

    @Test
    void onlyItsOwnKindIsTaken() {
        assertThat(read(signed(HEADER, payload(signed)))).isPresent();
        assertThat(read(signed(HEADER.replace("perennial-voucher+jwt", "JWT"), payload(signed))))
                .isEmpty();
        assertThat(read(signed(HEADER.replace("EdDSA", "none"), payload(signed))))
                .isEmpty();
        assertThat(read(signed(HEADER.replace("EdDSA", "HS256"), payload(signed))))
                .isEmpty();
        assertThat(read(signed(HEADER.replace("}", ",\"crit\":[\"b64\"]}"), payload(signed))))
                .isEmpty();
        assertThat(read(signed(HEADER, "{}"))).isEmpty();
        assertThat(read(signed(HEADER, "[]"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "e30.e30.e30", "!.!.!", "bnVsbA.bnVsbA.AAAA"})
    void whatIsNoTokenSaysNothing(String nonsense) {
        assertThat(read(nonsense)).isEmpty();
    }

    private static JsonObject access() {
        JsonObject worth = new JsonObject();
        worth.addProperty("access", true);
        return worth;
    }

    private static Optional<VoucherToken> read(String signed) {
        return VoucherToken.verified(signed, kid -> kid.equals(KID) ? PAIR.getPublic() : null);
    }

    private static String payload(String signed) {
        return new String(Base64.getUrlDecoder().decode(signed.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    private static String signed(String header, String payload) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String text = encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(PAIR.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return text + "." + encoder.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
