package dev.perennial.grpc.shared;

import com.google.protobuf.Message;
import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Tenant;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * One page of a list: where it begins, how long it is, and the token of the next.
 *
 * <p>A token is the position at which the next page begins and a keyed hash of it together with the query, so that
 * callers can neither make one up nor use it for another query or tenant.
 */
public final class Paging {

    private static final int DEFAULT_SIZE = 50;
    private static final int SIZE_MAX = 1_000;
    private static final int MAC_BYTES = 16;
    private static final String NOT_OURS = "is not a token that an earlier reply to this same query gave";

    private final Tenant tenant;
    private final String query;
    private final int size;
    private final long position;

    private Paging(Tenant tenant, String query, int size, long position) {
        this.tenant = tenant;
        this.query = query;
        this.size = size;
        this.position = position;
    }

    /**
     * Opens a page.
     *
     * @param query the request without page size and token
     * @param first the position at which the first page begins
     * @return refused when the token is not one of this query
     */
    public static Result<Paging> of(Tenant tenant, Message query, int size, String token, long first) {
        String bound = Identities.fingerprint(tenant, query).hex();
        int clamped = size == 0 ? DEFAULT_SIZE : Math.min(size, SIZE_MAX);
        if (token.isEmpty()) {
            return Result.ok(new Paging(tenant, bound, clamped, first));
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            if (bytes.remaining() == Long.BYTES + MAC_BYTES) {
                long position = bytes.getLong();
                byte[] mac = new byte[MAC_BYTES];
                bytes.get(mac);
                if (MessageDigest.isEqual(mac, mac(tenant, bound, position))) {
                    return Result.ok(new Paging(tenant, bound, clamped, position));
                }
            }
        } catch (IllegalArgumentException notBase64) {
            // refused like every other text that is not ours
        }
        return Result.refused(Refusal.invalid("page_token", NOT_OURS));
    }

    /** Where this page begins. */
    public long position() {
        return position;
    }

    /** How many to ask for: one more than the page holds tells whether there is another page. */
    public int limit() {
        return size + 1;
    }

    /** The elements of this page, of those that were asked for. */
    public <T> List<T> page(List<T> found) {
        return found.size() > size ? found.subList(0, size) : found;
    }

    /** The token of the next page, which goes on after the last element of this one; empty when there is none. */
    public <T> String nextToken(List<T> found, ToLongFunction<T> positionOf) {
        return found.size() > size ? token(positionOf.applyAsLong(found.get(size - 1))) : "";
    }

    private String token(long next) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + MAC_BYTES)
                .putLong(next)
                .put(mac(tenant, query, next))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] mac(Tenant tenant, String query, long position) {
        byte[] signed = ("page:" + query + ":" + position).getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(
                HexFormat.of().parseHex(Fingerprint.of(tenant.secret(), signed).hex()), MAC_BYTES);
    }
}
