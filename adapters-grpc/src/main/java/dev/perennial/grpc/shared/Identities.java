package dev.perennial.grpc.shared;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Tenant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Who a request is, so that it happens once. */
public final class Identities {

    private Identities() {}

    /** The identity of a command: its {@code request_id} and a fingerprint of all of it. */
    public static Identity command(Tenant tenant, String requestId, Message request) {
        return new Identity(RequestKey.command(requestId), fingerprint(tenant, request));
    }

    /** Equal for equal messages: maps are written in order, and the type is part of it. */
    public static Fingerprint fingerprint(Tenant tenant, Message message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(message.getSerializedSize() + 64);
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.useDeterministicSerialization();
        try {
            out.writeStringNoTag(message.getDescriptorForType().getFullName());
            message.writeTo(out);
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Fingerprint.of(tenant.secret(), bytes.toByteArray());
    }
}
