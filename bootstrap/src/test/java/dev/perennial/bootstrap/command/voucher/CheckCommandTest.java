package dev.perennial.bootstrap.command.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.perennial.bootstrap.command.client.PlainErrors;
import dev.perennial.contract.loyalty.v1.GetVoucherKeysResponse;
import dev.perennial.contract.loyalty.v1.VoucherKey;
import dev.perennial.grpc.loyalty.SignedVouchers;
import dev.perennial.grpc.loyalty.signing.Jwk;
import dev.perennial.grpc.loyalty.signing.VoucherToken;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A signed code is checked with a file of keys and nothing else. */
class CheckCommandTest {

    private static final KeyPair PAIR = SignedVouchers.newKey();
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Path keys = Path.of("keys.json");

    @BeforeEach
    void fetchKeys() throws IOException {
        Jwk key = Jwk.of(PAIR.getPublic());
        keys = Files.writeString(
                folder.resolve("keys.json"),
                KeyFile.json(GetVoucherKeysResponse.newBuilder()
                        .setIssuer("shop")
                        .addKeys(VoucherKey.newBuilder().setKid(key.kid()).setX(key.x()))
                        .build()));
    }

    @Test
    void aGoodCodeSaysWhatItIsWorth() {
        assertThat(check(signed("shop", null)))
                .startsWith("0 good")
                .contains("code      AB-1", "reward    mug", "worth     {\"amount_off\":500}", "expires   never");
    }

    @Test
    void anExpiredOneIsNotGood() {
        assertThat(check(signed("shop", LONG_AGO.plusSeconds(60)))).startsWith("2 not good: it has expired");
    }

    @Test
    void neitherIsOneOfAnotherShopOrAChangedOne() {
        String good = signed("shop", null);
        assertThat(check(signed("rival", null))).startsWith("2 not good: it is no code that shop signed");
        assertThat(check(good.substring(0, good.length() - 2))).startsWith("2 not good");
        assertThat(check("AB-1")).startsWith("2 not good");
    }

    @Test
    void aFileWithoutKeysIsTold() throws IOException {
        for (String nonsense : new String[] {"", "[]", "{}", "{\"keys\":3}", "{\"issuer\":\"shop\",\"keys\":[{}]}"}) {
            Files.writeString(keys, nonsense);
            assertThat(check(signed("shop", null))).startsWith("1 perennial: ").contains("holds no keys");
        }
        Files.delete(keys);
        assertThat(check(signed("shop", null))).startsWith("1 perennial: ").contains("cannot be read");
    }

    private static String signed(String issuer, @Nullable Instant expiresAt) {
        JsonObject worth = new JsonObject();
        worth.addProperty("amount_off", 500);
        return new VoucherToken(issuer, "AB-1", "mug", worth, LONG_AGO, expiresAt).signedWith(PAIR);
    }

    private String check(String code) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        int status = PlainErrors.plain(new CommandLine(new VoucherCommand()))
                .setOut(writer)
                .setErr(writer)
                .execute("check", "--keys=" + keys, "--code=" + code);
        return status + " " + said;
    }
}
