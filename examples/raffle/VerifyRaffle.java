import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws a raffle again from what was published of it, by docs/raffles.md and with nothing of the platform:
 * {@code java VerifyRaffle.java published.txt} prints "verified", or what does not fit and ends with 1.
 */
final class VerifyRaffle {

    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

    record Line(String pseudonym, BigInteger first, BigInteger count) {

        BigInteger end() {
            return first.add(count);
        }
    }

    record Place(int number, BigInteger ticket, Line line) {}

    private final Map<String, String> single = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, BigInteger> takenBack = new HashMap<>();
    private final List<String> winners = new ArrayList<>();

    public static void main(String... files) throws Exception {
        VerifyRaffle raffle = new VerifyRaffle();
        Files.readAllLines(Path.of(files[0])).forEach(raffle::read);
        raffle.check();
        System.out.println("verified");
    }

    private void read(String text) {
        String[] words = text.split(" ");
        switch (words[0]) {
            case "line" -> lines.add(new Line(words[1], new BigInteger(words[2]), new BigInteger(words[3])));
            case "disqualified" -> takenBack.put(words[1], new BigInteger(words[2]));
            case "winner" -> winners.add(text.substring("winner ".length()));
            default -> single.put(words[0], text.substring(Math.min(text.length(), words[0].length() + 1)));
        }
    }

    private void check() throws Exception {
        byte[] seed = bytes(single.get("seed"));
        same("the seed is the one that was committed to", single.get("commitment"), hex(sha256(seed)));
        BigInteger next = BigInteger.ONE;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            same(
                    "tickets are numbered without gaps",
                    next.toString(),
                    line.first().toString());
            boolean ordered =
                    i == 0 || Arrays.compareUnsigned(bytes(lines.get(i - 1).pseudonym()), bytes(line.pseudonym())) < 0;
            same(
                    "pseudonyms are in order",
                    "true",
                    Boolean.toString(ordered && line.count().signum() > 0));
            next = line.end();
        }
        same("the list has the root", single.get("root"), hex(root(lines)));
        same("the winners are these", winners(), winners);
    }

    private byte[] root(List<Line> part) throws Exception {
        if (part.isEmpty()) {
            return sha256();
        }
        if (part.size() == 1) {
            Line line = part.getFirst();
            return sha256(new byte[] {0}, bytes(line.pseudonym()), eight(line.first()), eight(line.count()));
        }
        int split = 1;
        while (split * 2 < part.size()) {
            split *= 2;
        }
        return sha256(new byte[] {1}, root(part.subList(0, split)), root(part.subList(split, part.size())));
    }

    private List<String> winners() throws Exception {
        List<String> found = new ArrayList<>();
        for (Place place : sequence()) {
            if (found.size() == Integer.parseInt(single.get("winners"))) {
                break;
            }
            Line line = place.line();
            BigInteger firstVoid = line.end().subtract(takenBack.getOrDefault(line.pseudonym(), BigInteger.ZERO));
            if (place.ticket().compareTo(firstVoid) < 0) {
                found.add(place.number() + " " + place.ticket() + " " + line.pseudonym());
            }
        }
        return found;
    }

    /** Every line, in the order in which it is drawn. */
    private List<Place> sequence() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] beacon = single.getOrDefault("beacon", "").getBytes(StandardCharsets.UTF_8);
        mac.init(new SecretKeySpec(joined(bytes(single.get("seed")), beacon), "HmacSHA256"));
        List<Line> there = new ArrayList<>(lines);
        List<Place> places = new ArrayList<>();
        for (long counter = 0; !there.isEmpty(); counter++) {
            byte[] mixed = mac.doFinal(eight(BigInteger.valueOf(counter)));
            BigInteger value = new BigInteger(1, Arrays.copyOf(mixed, 8));
            BigInteger left = there.stream().map(Line::count).reduce(BigInteger.ZERO, BigInteger::add);
            if (value.compareTo(TWO_TO_64.subtract(TWO_TO_64.mod(left))) < 0) {
                places.add(drawn(value.mod(left), there, places.size() + 1));
                there.remove(places.getLast().line());
            }
        }
        return places;
    }

    /** Counted along the lines that are still there, which comes to the same as going around those that are gone. */
    private static Place drawn(BigInteger rest, List<Line> there, int number) {
        BigInteger before = rest;
        for (Line line : there) {
            if (before.compareTo(line.count()) < 0) {
                return new Place(number, line.first().add(before), line);
            }
            before = before.subtract(line.count());
        }
        throw new IllegalStateException("there are fewer tickets than there are");
    }

    private static void same(String what, Object published, Object recomputed) {
        if (!recomputed.equals(published)) {
            System.out.println("NOT SO: " + what + "; published " + published + ", recomputed " + recomputed);
            System.exit(1);
        }
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(joined(parts));
    }

    private static byte[] joined(byte[]... parts) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    private static byte[] eight(BigInteger number) {
        return bytes("%016x".formatted(number));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
