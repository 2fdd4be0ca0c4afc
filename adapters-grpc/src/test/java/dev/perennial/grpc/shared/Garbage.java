package dev.perennial.grpc.shared;

import dev.perennial.contract.BearerToken;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Requests whose bytes are no protobuf. */
final class Garbage {

    private static final Marshaller<byte[]> BYTES = new Marshaller<>() {
        @Override
        public InputStream stream(byte[] bytes) {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public byte[] parse(InputStream bytes) {
            try {
                return bytes.readAllBytes();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    };

    private Garbage() {}

    /** Sends a field that says it is longer than the message, as the shop, and throws what the call ends with. */
    static void sendTo(Edge edge, String fullMethodName, MethodType type) {
        MethodDescriptor<byte[], byte[]> method = MethodDescriptor.newBuilder(BYTES, BYTES)
                .setType(type)
                .setFullMethodName(fullMethodName)
                .build();
        CallOptions asShop = CallOptions.DEFAULT.withCallCredentials(new BearerToken(Edge.KEY));
        byte[] garbage = {0x0a, 0x7f, 0x01};
        if (type == MethodType.UNARY) {
            ClientCalls.blockingUnaryCall(edge.channel(), method, asShop, garbage);
        } else {
            ClientCalls.blockingServerStreamingCall(edge.channel(), method, asShop, garbage)
                    .forEachRemaining(reply -> {});
        }
    }
}
