package dev.perennial.grpc.shared;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The etags of profiles: opaque to callers, a revision to us. */
public final class Etag {

    private static final Pattern FORM = Pattern.compile("r([1-9][0-9]{0,17})");

    private Etag() {}

    public static String of(long revision) {
        return "r" + revision;
    }

    /** The revision behind an etag; empty for a text that never was one. */
    public static OptionalLong revision(String etag) {
        var form = FORM.matcher(etag);
        return form.matches() ? OptionalLong.of(Long.parseLong(form.group(1))) : OptionalLong.empty();
    }
}
