package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.perennial.contract.loyalty.v1.GetRedemptionRequest;
import dev.perennial.contract.loyalty.v1.GetVoucherKeysRequest;
import dev.perennial.contract.loyalty.v1.GetVoucherKeysResponse;
import dev.perennial.contract.loyalty.v1.GetVoucherRequest;
import dev.perennial.contract.loyalty.v1.ListRedemptionsRequest;
import dev.perennial.contract.loyalty.v1.RedeemRewardRequest;
import dev.perennial.contract.loyalty.v1.UseVoucherRequest;
import dev.perennial.contract.loyalty.v1.UseVoucherResponse;
import dev.perennial.contract.loyalty.v1.Voucher;
import dev.perennial.contract.loyalty.v1.VoucherKey;
import dev.perennial.contract.loyalty.v1.VoucherState;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A till without network checks what a member shows, with the JDK alone; and tells the platform of it later. */
class SignedVoucherStoryTest {

    private static final AProgram PROGRAM = aProgram(aRule("base").perEuro(1))
            .selling(Catalogue.voucher("mug", 10, 30), Catalogue.voucher("lasting", 10, 0));

    private final Shop shop = shop();

    private static Shop shop() {
        Shop opened = Platform.newShop().runs(PROGRAM).enrols("alice");
        opened.buys("alice", "o1", euros(100)).at(day(1));
        return opened;
    }

    @Test
    void aTillChecksACodeWithThePublicKeyAlone() throws GeneralSecurityException {
        Voucher voucher = redeem(shop, "mug", "r1");
        GetVoucherKeysResponse keys = keys(shop);
        VoucherKey key = keys.getKeys(0);

        String[] parts = voucher.getSignedCode().split("\\.", -1);
        JsonObject header = json(parts[0]);
        assertThat(header.toString())
                .isEqualTo("{\"alg\":\"EdDSA\",\"kid\":\"" + key.getKid() + "\",\"typ\":\"perennial-voucher+jwt\"}");
        assertThat(isGood(parts[0] + "." + parts[1], parts[2], publicKey(key))).isTrue();
        JsonObject payload = json(parts[1]);
        assertThat(payload.keySet()).containsExactly("iss", "sub", "reward", "worth", "iat", "exp");
        assertThat(payload.get("iss").getAsString()).isEqualTo(shop.name).isEqualTo(keys.getIssuer());
        assertThat(payload.get("sub").getAsString()).isEqualTo(voucher.getCode());
        assertThat(payload.get("reward").getAsString()).isEqualTo("mug");
        assertThat(payload.get("worth").toString()).isEqualTo("{\"access\":true}");
        assertThat(payload.get("iat").getAsLong()).isEqualTo(day(1).getEpochSecond());
        assertThat(payload.get("exp").getAsLong())
                .isEqualTo(day(1).plus(Duration.ofDays(30)).getEpochSecond());

        assertThat(isGood(parts[0] + "." + parts[1] + "A", parts[2], publicKey(key)))
                .isFalse();
    }

    @Test
    void whatNeverExpiresSaysNothingOfIt() {
        Voucher voucher = redeem(shop, "lasting", "r1");
        assertThat(json(voucher.getSignedCode().split("\\.", -1)[1]).has("exp")).isFalse();
    }

    @Test
    void everyReplySignsTheSameAsLongAsItCanBeUsed() {
        RedeemRewardRequest request = request("mug", "r1");
        var first = Reply.of(shop.rewards, stub -> stub.redeemReward(request));
        var again = Reply.of(shop.rewards, stub -> stub.redeemReward(request));
        assertThat(again.replayed()).isTrue();
        assertThat(again.bytes()).isEqualTo(first.bytes());

        Voucher voucher = redeem(shop, "mug", "r1");
        String signed = voucher.getSignedCode();
        assertThat(shop.redemptions
                        .getRedemption(GetRedemptionRequest.newBuilder()
                                .setMemberId("alice")
                                .setRedemptionNumber(2)
                                .build())
                        .getRedemption()
                        .getVoucher()
                        .getSignedCode())
                .isEqualTo(signed);
        assertThat(shop.redemptions
                        .listRedemptions(ListRedemptionsRequest.newBuilder()
                                .setMemberId("alice")
                                .build())
                        .getRedemptions(0)
                        .getVoucher()
                        .getSignedCode())
                .isEqualTo(signed);
        assertThat(shown(shop, voucher.getCode()).getSignedCode()).isEqualTo(signed);
        assertThat(shown(shop, signed).getSignedCode()).isEqualTo(signed);

        assertThat(use(shop, signed, "u1").getRedemption().getVoucher().getSignedCode())
                .isEmpty();
        assertThat(shown(shop, signed).getSignedCode()).isEmpty();
        var afterUse = Reply.of(shop.rewards, stub -> stub.redeemReward(request));
        assertThat(afterUse.bytes()).isEqualTo(first.bytes());
    }

    /** Two tills without network took the same voucher: the second to say so learns it. */
    @Test
    void whoeverIsOnlineFirstHasUsedIt() {
        String signed = redeem(shop, "mug", "r1").getSignedCode();

        UseVoucherResponse used = use(shop, signed, "till-1");

        assertThat(used.getMemberId()).isEqualTo("alice");
        assertThat(used.getRedemption().getVoucher().getState()).isEqualTo(VoucherState.VOUCHER_STATE_USED);
        assertThat(use(shop, signed, "till-1")).isEqualTo(used);
        assertThat(Reply.refusalOf(() -> use(shop, signed, "till-2"))).isEqualTo("FAILED_PRECONDITION VOUCHER_STATE");
    }

    @Test
    void anExpiredOneIsRefusedForItsState() {
        String signed = redeem(shop, "mug", "r1").getSignedCode();
        Platform.advanceTo(day(32));

        assertThat(Reply.refusalOf(() -> use(shop, signed, "u1"))).isEqualTo("FAILED_PRECONDITION VOUCHER_STATE");
        assertThat(shown(shop, signed).getSignedCode()).isEmpty();
    }

    @Test
    void aTamperedOneOrAnotherTenantsIsAsUnknownAsAnyCode() {
        String signed = redeem(shop, "mug", "r1").getSignedCode();
        Shop rival = shop();
        String rivals = redeem(rival, "mug", "r1").getSignedCode();
        int end = signed.lastIndexOf('.');
        String tampered =
                signed.substring(0, end - 1) + (signed.charAt(end - 1) == 'A' ? 'B' : 'A') + signed.substring(end);

        for (String wrong : new String[] {tampered, rivals, signed + "x", "x".repeat(2_048), "unknown"}) {
            assertThat(Reply.refusalOf(() -> use(shop, wrong, "u1"))).isEqualTo("NOT_FOUND VOUCHER_NOT_FOUND");
            assertThat(Reply.refusalOf(() -> shown(shop, wrong))).isEqualTo("NOT_FOUND VOUCHER_NOT_FOUND");
        }
        assertThat(Reply.refusalOf(() -> use(rival, signed, "u1"))).isEqualTo("NOT_FOUND VOUCHER_NOT_FOUND");
        assertThat(keys(rival).getKeys(0)).isNotEqualTo(keys(shop).getKeys(0));
    }

    private static boolean isGood(String text, String signature, PublicKey key) throws GeneralSecurityException {
        Signature verification = Signature.getInstance("Ed25519");
        verification.initVerify(key);
        verification.update(text.getBytes(StandardCharsets.US_ASCII));
        return verification.verify(Base64.getUrlDecoder().decode(signature));
    }

    /** The point that 32 bytes name, the least significant first; the highest bit tells whether x is odd (RFC 8032). */
    private static PublicKey publicKey(VoucherKey key) throws GeneralSecurityException {
        byte[] bytes = Base64.getUrlDecoder().decode(key.getX());
        byte[] bigEndian = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            bigEndian[i] = bytes[bytes.length - 1 - i];
        }
        boolean odd = bigEndian[0] < 0;
        bigEndian[0] &= 0x7f;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, bigEndian));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    private static JsonObject json(String part) {
        return JsonParser.parseString(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    private static GetVoucherKeysResponse keys(Shop shop) {
        return shop.vouchers.getVoucherKeys(GetVoucherKeysRequest.getDefaultInstance());
    }

    private static Voucher redeem(Shop shop, String reward, String requestId) {
        return shop.rewards
                .redeemReward(request(reward, requestId))
                .getRedemption()
                .getVoucher();
    }

    private static RedeemRewardRequest request(String reward, String requestId) {
        return RedeemRewardRequest.newBuilder()
                .setMemberId("alice")
                .setRewardId(reward)
                .setRequestId(requestId)
                .build();
    }

    private static Voucher shown(Shop shop, String code) {
        return shop.vouchers
                .getVoucher(GetVoucherRequest.newBuilder().setCode(code).build())
                .getRedemption()
                .getVoucher();
    }

    private static UseVoucherResponse use(Shop shop, String code, String requestId) {
        return shop.vouchers.useVoucher(UseVoucherRequest.newBuilder()
                .setCode(code)
                .setRequestId(requestId)
                .build());
    }
}
